import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, expect, test } from 'vitest';
import { join as joinHtml } from '../../src/html.ts';
import { LANGS } from '../../src/i18n/index.ts';
import { readLedger } from '../../src/ledger.ts';
import { topicMatrix } from '../../src/views/matrix.ts';
import { passagesByTopic } from '../../src/views/passages.ts';
import { topicViews } from '../../src/views/topic.ts';
import { writeWorkspace } from '../fixtures/notices.ts';

const dir = mkdtempSync(join(tmpdir(), 'passages-'));
afterAll(() => rmSync(dir, { recursive: true }));
writeWorkspace(dir, { notices: 6, hostile: true });
const ledger = readLedger(dir);
const views = topicViews(ledger);
const { rows } = topicMatrix(ledger, views);

test.each(LANGS)('a cell of the matrix leads to as many passages as it counts: %s', (lang) => {
  expect(rows.length).toBeGreaterThan(3);
  for (const { enterprise, cells } of rows) {
    const page = load(joinHtml(passagesByTopic(views, enterprise.id, lang)).html);
    const filled = cells.filter((cell) => cell !== null);
    expect(page('section')).toHaveLength(filled.length);
    for (const cell of filled) {
      const [path, anchor] = cell.href(lang).split('#');
      expect(path).toBe(`${lang === 'en' ? '/en' : ''}/enterprises/${enterprise.id}/`);
      expect(page(`[id="${anchor}"] li`)).toHaveLength(cell.count);
      expect(page(`[id="${anchor}"] h3`).text()).toContain(cell.topic[lang]);
    }
  }
});

test('a passage leads to its node and is escaped', () => {
  const [view] = views.values();
  const [notice] = ledger.notices;
  if (!view || !notice) throw new Error('the workspace holds no notice');
  const passage = { node: 4, topics: [view.topic.id], title: '<b>“靠企吃企”', status: 'done' } as const;
  const only = new Map([[view.topic.id, { ...view, perEnterprise: new Map([['x', [{ notice, passage }]]]) }]]);
  const page = load(joinHtml(passagesByTopic(only, 'x', 'en')).html);
  expect(page('li a').attr('href')).toBe(`/en/notices/${notice.id}/#o-5`);
  expect(page('li a').text()).toBe('<b>“靠企吃企”');
  expect(passagesByTopic(only, 'y', 'en')).toEqual([]);
});

test('of very many passages the newest are listed and the rest is counted', () => {
  const [view] = views.values();
  const [notice] = ledger.notices;
  if (!view || !notice) throw new Error('the workspace holds no notice');
  const found = Array.from({ length: 120 }, (_, node) => ({
    notice,
    passage: { node, topics: [view.topic.id], title: '整改', status: 'unstated' as const },
  }));
  const only = new Map([[view.topic.id, { ...view, perEnterprise: new Map([['x', found]]) }]]);
  const page = load(joinHtml(passagesByTopic(only, 'x', 'en')).html);
  expect(page('li')).toHaveLength(100);
  expect(page('.hint').text()).toBe('120 in all; the latest 100 are listed.');
});
