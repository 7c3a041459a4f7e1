import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { codebook, collectExamples, sentenceAround } from '../../src/exports/codebook.ts';
import { dictionary } from '../../src/exports/dictionary.ts';
import { codebookTable, columnsTable } from '../../src/exports/tables/codebook.ts';
import { LEDGER_TABLES, NOTICE_TABLES } from '../../src/exports/tables/index.ts';
import { FIELD_WORDS } from '../../src/exports/words.ts';
import { MAX_QUOTE } from '../../src/model/index.ts';
import { readRecord, readText, recordIds } from '../../src/workspace.ts';
import { writeWorkspace } from '../fixtures/notices.ts';

const dir = mkdtempSync(join(tmpdir(), 'codebook-'));
afterAll(() => rmSync(dir, { recursive: true }));
writeWorkspace(dir, { notices: 6, hostile: true });

test('every field of the record has words in both languages, and no word is left over', () => {
  expect(Object.keys(FIELD_WORDS).sort()).toEqual(
    dictionary()
      .map(({ path }) => path)
      .sort(),
  );
  for (const { path, title, description } of codebook())
    for (const words of [title.zh, title.en, description.zh, description.en]) expect(words, path).not.toBe('');
});

test('every column of every table has words in both languages and its own name', () => {
  for (const { name, title, description, columns, key } of [
    ...NOTICE_TABLES,
    ...LEDGER_TABLES,
    codebookTable,
    columnsTable,
  ]) {
    expect(new Set(columns.map((column) => column.name)).size, name).toBe(columns.length);
    expect(key.every((part) => columns.some((column) => column.name === part && column.required))).toBe(true);
    for (const each of [{ title, description }, ...columns])
      for (const words of [each.title.zh, each.title.en, each.description.zh, each.description.en])
        expect(words, name).not.toBe('');
  }
});

describe('examples', () => {
  const { add, examples } = collectExamples();
  for (const id of recordIds(dir)) {
    const record = readRecord(dir, id);
    add(record, () => readText(dir, record));
  }

  test('show a real value with words that stand in the text of their notice', () => {
    const found = examples();
    for (const path of [
      'inspection.start',
      'inspection.groups',
      'figures[].value',
      'figures[].approx',
      'outline[].status',
    ])
      expect(found.get(path)?.sentence, path).toBeTruthy();
    for (const [path, { notice, sentence }] of found) {
      if (sentence === null) continue;
      expect(sentence.length, path).toBeLessThanOrEqual(MAX_QUOTE);
      expect(readText(dir, readRecord(dir, notice)), path).toContain(sentence.replace(/^…|…$/g, ''));
    }
  });

  test('are values alone for what no text states', () => {
    expect(examples().get('id')).toMatchObject({ sentence: null });
  });
});

describe('the sentence around a quote', () => {
  const text = '第一句。制定185项整改措施，已完成；其余继续。\n下一段';
  const start = text.indexOf('185');
  test('is whole where it is short', () => {
    expect(sentenceAround(text, { start, end: start + 4, quote: '185项' })).toBe('制定185项整改措施，已完成；');
  });
  test('keeps the quote whole where it is long', () => {
    const long = `${'前'.repeat(100)}185项${'后'.repeat(100)}。`;
    const sentence = sentenceAround(long, { start: 100, end: 104, quote: '185项' });
    expect(sentence).toMatch(/^…前+185项后+…$/);
    expect(sentence.length).toBeLessThanOrEqual(MAX_QUOTE);
  });
  test('is the quote where there is no text, or another one', () => {
    expect(sentenceAround(null, { start, end: start + 4, quote: '185项' })).toBe('185项');
    expect(sentenceAround('别的', { start, end: start + 4, quote: '185项' })).toBe('185项');
  });
});
