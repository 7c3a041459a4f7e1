import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MAX_QUOTE, NoticeRecord } from '../src/model/index.ts';
import { hasShared, readBytes, readPlain, readSeed, SHARED } from './reading.ts';

// What every reading keeps, whatever the document: the laws of evidence.
async function documents(): Promise<[string, () => ReturnType<typeof readPlain>][]> {
  if (!hasShared) return [];
  const short = readdirSync(`${SHARED}corpus/short`).map((name): [string, () => ReturnType<typeof readPlain>] => [
    `short/${name}`,
    () => readPlain((JSON.parse(readFileSync(`${SHARED}corpus/short/${name}`, 'utf8')) as { text: string }).text),
  ]);
  const full = readdirSync(`${SHARED}corpus/full`).map((name): [string, () => ReturnType<typeof readPlain>] => [
    `full/${name}`,
    () => readBytes(readFileSync(`${SHARED}corpus/full/${name}/page.html`), 'page.html'),
  ]);
  const seeds = ['000', '001', '002', '003', '004'].map((number): [string, () => ReturnType<typeof readPlain>] => [
    `seeds/${number}`,
    () => readSeed(number),
  ]);
  return [...short, ...full, ...seeds];
}

const all = await documents();
if (all.length === 0) console.warn('laws: ../shared is missing: only the texts written here are tested');

const own: [string, () => ReturnType<typeof readPlain>][] = [
  ['one word', () => readPlain('整改')],
  ['no inspection', () => readPlain('今日天气\n晴，最高气温32度，明日有雨。')],
];

describe.each([...all, ...own])('%s', (_name, read) => {
  test('keeps the laws of evidence', async () => {
    const { record, text } = await read();
    expect(NoticeRecord.safeParse(record).error?.issues ?? []).toEqual([]);
    for (const [path, { start, end, quote }] of Object.entries(record.evidence)) {
      expect(text.slice(start, end), path).toBe(quote);
      expect(quote.length, path).toBeLessThanOrEqual(MAX_QUOTE);
    }
    for (const { start, end, quote } of record.figures) expect(text.slice(start, end)).toBe(quote);
    for (const key of Object.keys(record.headline)) expect(record.evidence[`headline.${key}`], key).toBeDefined();
    for (const field of ['start', 'end', 'feedbackDate', 'level'] as const)
      if (record.inspection[field] !== null) expect(record.evidence[`inspection.${field}`], field).toBeDefined();
    for (const index of record.units.keys()) expect(record.evidence[`units.${index}`]).toBeDefined();
    if (record.docType === 'other') expect(record.figures).toEqual([]);
  });

  test('reads the same twice, and its own clean text again to the same facts', async () => {
    const first = await read();
    const again = await read();
    expect(again.record).toEqual(first.record);
    expect(again.text).toBe(first.text);
  });
});
