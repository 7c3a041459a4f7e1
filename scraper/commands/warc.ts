import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listCaptures, readCapture } from '../archive.ts';
import { UsageError } from '../error.ts';
import { plain, type Terminal } from '../terminal.ts';
import { warcInfo, warcRecord } from '../warc.ts';
import { openWorkspace } from '../workspace.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { flagText } from './flags.ts';

async function run({ flags, inputs }: Arguments, { log, progress }: Terminal): Promise<ExitCode> {
  const [target, ...others] = inputs;
  if (target === undefined || others.length > 0) throw new UsageError('give one file to write, e.g. captures.warc.gz');
  const workspace = await openWorkspace(flagText(flags, 'workspace'));
  const paths = [...(await listCaptures(workspace)).values()].flat().sort();
  const partial = `${target}.partial`;
  const file = await open(partial, 'w');
  let written = 0;
  let failed = 0;
  try {
    await file.write(warcInfo(basename(target), new Date().toISOString()));
    for (const path of paths) {
      progress(`${written}/${paths.length}`);
      const capture = await readCapture(workspace, path);
      const bytes = await readFile(join(workspace, path.slice(0, -'.json'.length))).catch(() => null);
      if (capture === null || bytes === null) {
        failed++;
        log(plain(`${path}: left out: the capture is broken: run "zhenggai check"`));
        continue;
      }
      await file.write(warcRecord(capture, bytes));
      written++;
    }
    await file.sync();
    await file.close();
    await rename(partial, target);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
  progress('');
  log(`${plain(target)}: ${written} 采集件 captures${failed > 0 ? `, ${failed} 失败 failed` : ''}`);
  return failed > 0 ? 1 : 0;
}

export const warc: Command = {
  help: `
用法 Usage: zhenggai warc FILE.warc.gz [options]

把归档中的全部采集件导出为 WARC/1.1（ISO 28500），供其他归档工具读取。
Writes every capture of the archive as WARC/1.1 (ISO 28500) for other archiving tools.
`,
  options: {},
  run,
};
