import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../scraper/cli.ts';
import { driftOf } from '../scraper/reread.ts';
import { sampleRecord } from './sample-record.ts';

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'zhenggai-reread-'));
  for (const table of ['enterprises', 'rounds']) await mkdir(join(workspace, 'content', table), { recursive: true });
  await writeFile(join(workspace, 'content/topics.yaml'), '[]\n');
});
afterEach(() => rm(workspace, { recursive: true }));

const NOTICE =
  '中共示例能源集团有限公司委员会关于巡视整改进展情况的通报\n\n2021年7月22日，省委第六巡视组向示例能源集团有限公司党委反馈了巡视意见。现将巡视整改进展情况予以公布。\n集团党委制定整改任务80项、整改措施185项。\n中共示例能源集团有限公司委员会\n2021年12月3日\n';

async function zhenggai(...args: string[]) {
  let stdout = '';
  const lines: string[] = [];
  const out = async (text: string) => {
    stdout += text;
  };
  const code = await main([...args, '--workspace', workspace], {
    out,
    log: (line) => lines.push(line),
    progress: () => undefined,
  });
  return { code, stdout, stderr: lines.join('\n') };
}

describe('reading the archive again', () => {
  it('shows what a better reader would change, and changes it when told to', async () => {
    await writeFile(join(workspace, 'a.txt'), NOTICE);
    await zhenggai('ingest', join(workspace, 'a.txt'));
    const [name] = await readdir(join(workspace, 'content/records'));
    const path = join(workspace, 'content/records', name as string);
    const right = await readFile(path, 'utf8');
    expect(await zhenggai('reread')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/0 已变 changed · 1 无变化/),
    });
    // As if an older reader had made it.
    await writeFile(path, right.replace('"feedbackDate": "2021-07-22"', '"feedbackDate": null'));
    const trial = await zhenggai('reread', '--dry-run');
    expect(trial.stdout).toMatch(/^\S+: inspection\.feedbackDate: null → "2021-07-22"\n$/);
    expect(await readFile(path, 'utf8')).not.toBe(right);
    await zhenggai('reread');
    expect(await readFile(path, 'utf8')).toBe(right);
    expect(await readdir(join(workspace, 'content/records'))).toEqual([name]);
  });

  it('names the corrections that go stale, and what only moved', async () => {
    await writeFile(join(workspace, 'a.txt'), NOTICE);
    await zhenggai('ingest', join(workspace, 'a.txt'));
    const [name] = await readdir(join(workspace, 'content/records'));
    const id = name?.replace('.json', '') ?? '';
    const path = join(workspace, 'content/records', `${id}.json`);
    const right = await readFile(path, 'utf8');
    await writeFile(path, right.replaceAll('": 185', '": 158'));
    await zhenggai('correct', id, 'headline.measures', '--to', '185', '--reason', '误读', '--by', '甲');
    const { stdout, stderr } = await zhenggai('reread', '--dry-run');
    expect(stdout.split('\n')).toEqual([
      `${id}: headline.measures: 158 → 185`,
      `${id}: figures[]: − measures=158项 total “措施185项”`,
      `${id}: figures[]: + measures=185项 total “措施185项”`,
      '',
    ]);
    expect(stderr).toMatch(/headline\.measures: stale: it corrects 158, the record holds 185 → /);
    expect(stderr).toMatch(/1 会变 would change · .* · 2 校正过期 stale corrections$/);
    await writeFile(path, right.replace('"chars": ', '"chars": 1'));
    expect((await zhenggai('reread', '--dry-run')).stdout).toBe(
      `${id}: 只有出处的位置或修复 only places in the text, or repairs\n`,
    );
  });

  it('says what the archive does not hold, and which record there is not', async () => {
    await writeFile(join(workspace, 'a.txt'), NOTICE);
    await zhenggai('ingest', join(workspace, 'a.txt'));
    await rm(join(workspace, 'archive'), { recursive: true });
    expect(await zhenggai('reread')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/1 无采集件 not in the archive/),
    });
    expect(await zhenggai('reread', 'nobody')).toMatchObject({ code: 2 });
  });

  it('compares facts, not offsets', () => {
    const figure = {
      category: 'tasks',
      value: 80,
      unit: '项',
      approx: false,
      scope: 'total',
      quote: '80项',
      start: 0,
      end: 3,
      section: '',
    } as const;
    const before = sampleRecord('x', { figures: [figure] });
    expect(driftOf(before, { ...before, figures: [{ ...figure, start: 5, end: 8 }] }).changes).toEqual([]);
    expect(driftOf(before, { ...before, figures: [{ ...figure, value: 81 }], title: null }).changes).toEqual([
      { path: 'title', from: before.title, to: null },
      { path: 'figures[]', from: 'tasks=80项 total “80项”', to: null },
      { path: 'figures[]', from: null, to: 'tasks=81项 total “80项”' },
    ]);
    // as often as they stand there
    expect(driftOf({ ...before, figures: [figure, { ...figure, start: 9, end: 12 }] }, before).changes).toHaveLength(1);
    expect(driftOf(before, { ...before, figures: [{ ...figure, approx: true }] }).changes).toHaveLength(2);
    const checks = [{ rule: 'parts-sum', severity: 'error', message: '3 > 2' }] as const;
    expect(driftOf(before, { ...before, checks: [...checks] }).changes).toEqual([
      { path: 'checks[]', from: null, to: 'parts-sum: 3 > 2' },
    ]);
  });
});
