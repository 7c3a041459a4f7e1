/**
 * `npm start`: the main job on the embedded default. Scrapes the bundled sample publishers over real HTTP, merges the
 * committed records, builds the site and serves it; needs no network beyond this machine.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { WORKSPACE } from '../src/model/index.ts';
import { startPublishers } from './publishers.ts';
import { serveSite } from './serve.ts';
import { DemoError, prepareWorkspace, REPOSITORY, SITE } from './workspace.ts';

const USAGE = `用法 Usage: npm start [-- --port N] [-- --no-serve] [-- --workspace DIR]

  --port N         站点端口，默认 4321 / port of the site, default 4321
  --no-serve       只采集和建站，不启动服务 / scrape and build only
  --workspace DIR  演示工作区，默认 .demo / demo workspace, default .demo
  -h, --help       帮助 / this help`;

/** Bounds for the two child processes, in minutes: far above what they need. */
const SCRAPE_MINUTES = 5;
const BUILD_MINUTES = 10;

/** The sample web as it is at first, and some time later. */
const EDITIONS = [1, 2] as const;

interface Options {
  readonly port: number;
  readonly isServing: boolean;
  readonly workspace: string;
}

const say = (line: string): void => console.log(line);

/** Anything but the flags of the usage text. */
class UsageError extends DemoError {}

/** @throws UsageError for anything but the flags of the usage text. */
function readOptions(args: string[]): Options | 'help' {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4321' },
        'no-serve': { type: 'boolean', default: false },
        workspace: { type: 'string', default: join(REPOSITORY, '.demo') },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535) {
      throw new UsageError(`--port ${values.port}: a port is a number from 0 to 65535`);
    }
    return { port: Number(values.port), isServing: !values['no-serve'], workspace: resolve(values.workspace) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Runs one of the project’s own commands; its output goes to the terminal or to a log file. Gives the exit code. */
function run(
  signal: AbortSignal,
  script: string,
  args: string[],
  env: Record<string, string>,
  minutes: number,
  log?: string,
): Promise<number> {
  const output = log === undefined ? 'inherit' : openSync(log, 'w');
  return new Promise<number>((done, fail) => {
    const child = spawn(process.execPath, [join(REPOSITORY, script), ...args], {
      cwd: REPOSITORY,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      timeout: minutes * 60_000,
      signal,
    });
    child.once('error', fail);
    child.once('close', (code) => done(code ?? 1));
  }).finally(() => {
    if (typeof output === 'number') closeSync(output);
  });
}

/** Sample publishers → archive and records of the demo workspace, twice: some time later pages have changed, come and gone. */
async function scrape(signal: AbortSignal, workspace: string): Promise<void> {
  const web = await startPublishers();
  try {
    say(`      ${web.publishers.length} 个发布者 publishers → 127.0.0.1:${web.port}`);
    const connectTo = Object.entries(web.connectTo).map(([host, target]) => `${host}=${target}`);
    for (const edition of EDITIONS) {
      web.setEdition(edition);
      say(`[3/5] 采集通报 / scraping the notices (${edition}/${EDITIONS.length})`);
      const code = await run(
        signal,
        'bin/zhenggai.js',
        ['scrape', '--workspace', workspace, '--pace-scale', '0', '--connect-to', connectTo.join(',')],
        // a proxy of the machine could not reach them
        { HTTP_PROXY: '', HTTPS_PROXY: '' },
        SCRAPE_MINUTES,
      );
      const records = join(workspace, WORKSPACE.records);
      const isEmpty = !existsSync(records) || readdirSync(records).length === 0;
      if (code > 1 || isEmpty) throw new DemoError(`scraping failed (exit code ${code}): see the lines above`);
      if (code === 1) {
        say('      部分示例来源有意出错，报告逐一指明，其余已保存');
        say('      some sample sources fail on purpose: the report names each, the rest is saved');
      }
    }
  } finally {
    await web.close();
  }
}

/** Records and registries of the demo workspace → its site. */
async function build(signal: AbortSignal, workspace: string): Promise<string> {
  const out = join(workspace, SITE);
  const log = join(workspace, 'build.log');
  const code = await run(
    signal,
    'node_modules/astro/bin/astro.mjs',
    ['build'],
    { ZHENGGAI_WORKSPACE: workspace, ZHENGGAI_OUT: out, ASTRO_TELEMETRY_DISABLED: '1' },
    BUILD_MINUTES,
    log,
  );
  if (code !== 0) {
    const tail = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    throw new DemoError(`building the site failed (exit code ${code}), the log is ${log}:\n${tail}`);
  }
  return out;
}

async function main(options: Options, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  const shown = relative(process.cwd(), options.workspace) || options.workspace;
  // the port first: better to hear at once that it is taken
  const server = options.isServing ? await serveSite(options.port) : null;
  try {
    say(`[1/5] 准备演示工作区 / preparing the demo workspace: ${shown}`);
    prepareWorkspace(options.workspace);
    say('[2/5] 启动示例发布者 / starting the sample publishers');
    await scrape(signal, options.workspace);
    say('[4/5] 建站 / building the site');
    const out = await build(signal, options.workspace);
    const seconds = Math.round((performance.now() - started) / 1000);
    if (!server) {
      say(`[5/5] 完成，用时 ${seconds} 秒 / done in ${seconds} s: ${relative(process.cwd(), out) || out}`);
      return;
    }
    server.show(out);
    say(`[5/5] 就绪，用时 ${seconds} 秒 / ready in ${seconds} s`);
    say(
      `\n      打开 / open  ${server.url}/\n      英文 / English  ${server.url}/en/\n      按 Ctrl-C 结束 / Ctrl-C ends\n`,
    );
    await once(signal, 'abort');
  } finally {
    await server?.close();
  }
}

/** Ctrl-C and a plain kill end everything that was started, whatever it is doing. */
function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  return stop.signal;
}

/** One clear line for what a person can put right; our own bugs keep their stack. */
function explain(error: unknown): string {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用，请用 npm start -- --port 端口号 另选 / port ${port} is taken: choose another with npm start -- --port N`;
  }
  return error instanceof DemoError ? error.message : String((error as Error).stack ?? error);
}

const signal = stopOnSignal();
try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') say(USAGE);
  else await main(options, signal);
} catch (error) {
  if (!signal.aborted) {
    console.error(`npm start: ${explain(error)}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
if (signal.aborted) say('\n      已结束 / ended');
