import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { reviewWorkspace } from '../../scraper/commands/review.ts';
import {
  candidateOf,
  codeOf,
  openItems,
  proposeDuplicates,
  reviewRecord,
  withDecisions,
} from '../../scraper/review.ts';
import { type NoticeRecord, type ReviewDecision, recordPath, textPath, WORKSPACE } from '../../src/model/index.ts';
import { sampleRecord, sampleSource } from '../sample-record.ts';
import { answering, rememberingTerminal } from './terminal.ts';

const text = '中共示例集团有限公司委员会关于巡视整改进展情况的通报。制定整改措施185项，全部完成。'.repeat(4);
const make = (id: string, extra: Partial<NoticeRecord> = {}): NoticeRecord =>
  sampleRecord(text, {
    id,
    sources: [sampleSource(`http://a.example/${id}`)],
    checks: [{ rule: 'done-within-total', severity: 'error', message: '81 > 80' }],
    evidence: { 'inspection.feedbackDate': { start: 0, end: 2, quote: '中共', certainty: 'implied' } },
    ...extra,
  });

let dir: string;
const put = (record: NoticeRecord, content = text): void => {
  for (const [path, body] of [
    [recordPath(record.id), JSON.stringify(record)],
    [textPath(record.id, record.text.sha256), content],
  ] as const) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), body);
  }
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'review-'));
  put(make('a'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const review = async (inputs: string[] = [], flags: Record<string, string | boolean> = {}, ...answers: string[]) => {
  const { terminal, out, log } = rememberingTerminal();
  const code = await reviewWorkspace(
    { flags: { workspace: dir, by: '甲', ...flags }, inputs },
    terminal,
    answering(...answers),
  );
  return { code, lines: out.map((line) => line.trimEnd()), log };
};
const decisions = (): ReviewDecision[] => parse(readFileSync(join(dir, WORKSPACE.reviews), 'utf8'));

test('lists unknown enterprises, errors and implied facts, each with a code', async () => {
  const { code, lines } = await review();
  expect(code).toBe(0);
  expect(lines.map((line) => line.replace(/^[0-9a-f]{8} /, ''))).toEqual([
    expect.stringMatching(/^unknown-enterprise a \(示例 sample\): 示例集团有限公司 → /),
    expect.stringMatching(/^check-error a .*done-within-total: 81 > 80/),
    expect.stringMatching(/^implied a .*inspection\.feedbackDate = "2019-07-22" “中共”/),
  ]);
  expect((await review([], { kind: 'implied' })).lines).toHaveLength(1);
});

describe('a decision', () => {
  test('takes its item off the list until the text changes', async () => {
    const code = (await review()).lines[0]?.slice(0, 8) ?? '';
    const { log } = await review([code], { decision: 'fine' });
    expect(log.at(-1)).toMatch(/^2 待审 open · 1 已定 decided · 1 新定 new$/);
    expect(decisions()).toMatchObject([
      { id: 'a', kind: 'unknown-enterprise', about: '示例集团有限公司', decision: 'fine', by: '甲' },
    ]);
    expect((await review()).lines).toHaveLength(2);
    const other = sampleRecord('另一正文');
    put({ ...make('a'), text: other.text }, '另一正文');
    expect((await review()).lines).toHaveLength(3);
  });

  test('“later” keeps it on the list; a new one replaces it', async () => {
    const code = (await review()).lines[0]?.slice(0, 8) ?? '';
    await review([code], { decision: 'later', note: '问过了' });
    expect((await review()).lines).toHaveLength(3);
    await review([code], { decision: 'wrong' });
    expect(decisions()).toHaveLength(1);
    expect(decisions()[0]).toMatchObject({ decision: 'wrong' });
  });

  test('is asked for item by item, once more where the answer is none', async () => {
    const { log } = await review([], { ask: true }, 'fine?', 'f', '', 'w', '已校正', 'f');
    expect(decisions().map(({ kind, decision, note }) => [kind, decision, note])).toEqual([
      ['implied', 'wrong', '已校正'],
      ['unknown-enterprise', 'fine', undefined],
    ]);
    expect(log.at(-1)).toMatch(/^1 待审 open/);
  });

  test('is kept as soon as it is made', async () => {
    const { terminal } = rememberingTerminal();
    const answers = ['f'];
    const ask = async (): Promise<string> => {
      const answer = answers.shift();
      if (answer === undefined) throw new Error('interrupted');
      return answer;
    };
    const args = { flags: { workspace: dir, by: '甲', ask: true }, inputs: [] };
    await expect(reviewWorkspace(args, terminal, () => ({ ask, close: () => undefined }))).rejects.toThrow(
      'interrupted',
    );
    expect(decisions()).toHaveLength(1);
  });

  test('on an implied fact is on its value; a fact that a person corrected is no question', async () => {
    const implied = (await review([], { kind: 'implied' })).lines[0]?.slice(0, 8) ?? '';
    await review([implied], { decision: 'fine' });
    expect((await review([], { kind: 'implied' })).lines).toEqual([]);
    const inspection = { ...make('a').inspection, feedbackDate: '2018-07-22' };
    put(make('a', { inspection }));
    expect((await review([], { kind: 'implied' })).lines).toHaveLength(1);
    const correction = { field: 'inspection.feedbackDate', from: '2018-07-22', to: '2019-07-22' };
    put(make('a', { corrections: [{ ...correction, reason: '首段', by: '甲', on: '2026-11-22' }] }));
    expect((await review([], { kind: 'implied' })).lines).toEqual([]);
  });

  test('needs a code that is open and a known word', async () => {
    await expect(review(['00000000'], { decision: 'fine' })).rejects.toThrow(/no open item 00000000/);
    await expect(review(['00000000'], { decision: 'ok' })).rejects.toThrow(/--decision is one of fine, wrong, later/);
    await expect(review([], { kind: 'x' })).rejects.toThrow(/--kind is one of/);
  });
});

test('a broken record or file of decisions is named', async () => {
  writeFileSync(join(dir, recordPath('broken')), '{');
  const { code, log } = await review();
  expect([code, log.some((line) => line.includes('broken.json: not JSON'))]).toEqual([1, true]);
  writeFileSync(join(dir, WORKSPACE.reviews), '- id: a\n');
  await expect(review()).rejects.toThrow(/reviews\.yaml: 0\.kind/);
});

describe('duplicates', () => {
  test('are proposed once a pair, from either side, never for another round', async () => {
    const other = make('b', { inspection: { ...make('b').inspection, feedbackDate: '2021-07-22' } });
    const pairs = await proposeDuplicates([make('z'), make('a'), other].map(candidateOf), async () => text);
    expect(pairs.map(({ id, about }) => `${id} ${about}`)).toEqual(['a z']);
    expect(pairs[0]?.text).toMatch(/^[0-9a-f]{16}\+[0-9a-f]{16}$/);
  });

  test('a series under one title is bounded', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => candidateOf(make(`n-${n}`)));
    let reads = 0;
    await proposeDuplicates(many, async () => {
      reads++;
      return null;
    });
    expect(reads).toBeLessThan(10_000);
  });
});

test('branches, bureaus and registered units are no unknown enterprises', () => {
  const names = ['北京市分公司', '水利厅', '江州水务集团', '某某银行', '某某有限公司'];
  const units = names.map((name) => ({ name, id: null }));
  const record = make('a', {
    enterprise: null,
    units: [...units, { name: '中国电信集团', id: 'china-telecom' }],
    checks: [],
    evidence: {},
  });
  expect(reviewRecord(record).map(({ about }) => about)).toEqual(['江州水务集团', '某某银行', '某某有限公司']);
});

test('codes tell items apart and change with the text', () => {
  const [first, second] = reviewRecord(make('a'));
  if (!first || !second) throw new Error('two items');
  expect(codeOf(first)).not.toBe(codeOf(second));
  expect(codeOf({ ...first, text: '0'.repeat(16) })).not.toBe(codeOf(first));
  const decision: ReviewDecision = {
    id: 'a',
    kind: first.kind,
    about: first.about,
    text: first.text,
    decision: 'fine',
    by: 'b',
    on: '2026-11-22',
  };
  expect(openItems([first, second], [decision])).toEqual([second]);
  expect(withDecisions([decision], [{ ...decision, decision: 'later' }])).toHaveLength(1);
});
