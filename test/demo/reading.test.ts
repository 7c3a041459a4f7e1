import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readPublishers, readSampleSources } from '../../demo/samples.ts';
import { buildWeb } from '../../demo/web.ts';
import { type Lookups, type Reading, readNotice } from '../../scraper/pipeline.ts';
import { readYamlFolder } from '../../scraper/workspace.ts';
import { Enterprise, type FigureCategory, Round, Topic } from '../../src/model/index.ts';
import { type Expected, readExpectations } from './expected.ts';

/** Reads every sample page as its publisher sends it and compares the key facts written down beside the notice. */

const root = new URL('../../', import.meta.url).pathname;
const publishers = readPublishers();
const sources = readSampleSources();
/** The sample web as it is while a text is shown. */
const webs = new Map([1, 2].map((edition) => [edition, buildWeb(publishers, edition)]));
const expectations = readExpectations();
const readings = new Map<string, Reading>();

async function loadLookups(): Promise<Lookups> {
  const both = async <T extends { id: string }>(folder: string, schema: z.ZodType<T>): Promise<T[]> => [
    ...(await readYamlFolder(root, `content/${folder}`, schema)).values,
    ...(await readYamlFolder(root, `content/samples/${folder}`, schema)).values,
  ];
  return {
    enterprises: await both('enterprises', Enterprise),
    rounds: await both('rounds', Round),
    topics: z.array(Topic).parse(parse(readFileSync(`${root}content/topics.yaml`, 'utf8'))),
  };
}

beforeAll(async () => {
  const lookups = await loadLookups();
  for (const { publisher: id, slug, notice } of expectations) {
    const publisher = publishers.find((one) => one.id === id);
    const source = sources.find((one) => one.id === publisher?.source);
    // of a page that only links to its document, the document is what is read
    const path = notice.document ?? notice.path;
    const reply = webs.get(notice.since)?.get(`${publisher?.host}${path}`);
    if (!reply || !source) throw new Error(`${id}/${slug}: no page`);
    const reading = await readNotice(
      {
        bytes: reply.body,
        name: `${slug}${extname(path) || '.html'}`,
        url: `http://${publisher?.host}${path}`,
        contentType: reply.headers['content-type'] ?? '',
        publisher: source.name,
        retrievedAt: '2026-01-01T00:00:00.000Z',
        ...(source.selectors && { selectors: source.selectors }),
        sample: true,
      },
      lookups,
    );
    readings.set(`${id}/${slug}`, reading);
  }
});

const readingOf = (publisher: string, slug: string): Reading => {
  const reading = readings.get(`${publisher}/${slug}`);
  if (!reading) throw new Error(`${publisher}/${slug} was not read`);
  return reading;
};

/** 省委第二巡视组 is the short form of 示例省委第二巡视组: texts use both. */
const isSameGroup = (found: string, wanted: string): boolean => found === wanted || wanted.endsWith(found);

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const countItems = (nodes: Reading['record']['outline']): number =>
  nodes.reduce((sum, node) => sum + (node.kind === 'item' ? 1 : 0) + countItems(node.children), 0);

describe.each(expectations)('$publisher/$slug', ({ publisher, slug, notice, facts }) => {
  /** Written down, and not among what the reader has yet to learn. */
  const isTested = (key: keyof Expected): boolean => facts[key] !== undefined && !facts.misses.includes(key);

  it('title, type, enterprise and round', () => {
    const { record } = readingOf(publisher, slug);
    if (isTested('docType')) expect(record.docType).toBe(facts.docType);
    // markup that stands in a title as text may be taken for leftover tags
    if (facts.repairs === undefined && !notice.title.includes('<')) expect(record.title).toBe(notice.title);
    if (isTested('enterprise')) expect(record.enterprise?.id ?? null).toBe(facts.enterprise);
    if (isTested('round')) expect(record.inspection.round?.id ?? null).toBe(facts.round);
    expect(record.sample).toBe(true);
  });

  it('inspection and publication', () => {
    const { inspection, publication } = readingOf(publisher, slug).record;
    if (isTested('level')) expect(inspection.level).toBe(facts.level);
    for (const key of ['unitCount', 'start', 'end', 'feedbackDate'] as const) {
      if (isTested(key)) expect(inspection[key], key).toBe(facts[key]);
    }
    for (const key of ['publishedDate', 'signedDate', 'disclosureStart', 'disclosureEnd', 'workingDays'] as const) {
      // when a document was put up says the page that links to it
      if (key === 'publishedDate' && notice.document !== undefined) continue;
      if (isTested(key)) expect(publication[key], key).toBe(facts[key]);
    }
    if (facts.groups === undefined || !isTested('groups')) return;
    expect(inspection.groups).toHaveLength(facts.groups.length);
    for (const group of facts.groups) expect(inspection.groups.some((found) => isSameGroup(found, group))).toBe(true);
  });

  it('totals as stated, none invented', () => {
    const { headline } = readingOf(publisher, slug).record;
    const isKnownMiss = (category: string) => facts.misses.includes(`headline.${category}`);
    for (const [category, value] of Object.entries(facts.headline ?? {})) {
      if (!isKnownMiss(category)) expect(headline[category as FigureCategory], category).toBe(value);
    }
    for (const category of facts.noHeadline ?? []) {
      if (!isKnownMiss(category)) expect(headline[category], category).toBeUndefined();
    }
  });

  it('figures with their exact quotes', () => {
    const { record, text } = readingOf(publisher, slug);
    for (const figure of record.figures) expect(text.slice(figure.start, figure.end)).toBe(figure.quote);
    for (const { category, value, unit, approx, quote } of facts.figures ?? []) {
      if (facts.misses.includes(quote)) continue;
      const at = text.indexOf(quote);
      const found = record.figures.filter((one) => one.start < at + quote.length && one.end > at);
      expect(
        found.map((one) => [one.category, one.value, one.unit, one.approx]),
        quote,
      ).toContainEqual([category, value, unit, approx]);
    }
  });

  it('outline, contacts, repairs and checks', () => {
    const { record } = readingOf(publisher, slug);
    if (isTested('items')) expect(countItems(record.outline)).toBe(facts.items);
    if (isTested('phones')) expect(record.contacts.phones).toEqual(facts.phones);
    if (isTested('emails')) expect(record.contacts.emails).toEqual(facts.emails);
    if (isTested('postcode')) expect(record.contacts.postcode).toBe(facts.postcode);
    if (facts.repairs !== undefined) expect(record.repairs).toEqual(expect.arrayContaining(facts.repairs));
    if (facts.checks !== undefined) expect(record.checks.length).toBeGreaterThanOrEqual(facts.checks);
  });

  it('the whole text and no furniture', () => {
    const { text } = readingOf(publisher, slug);
    const body = publishers.find(({ id }) => id === publisher);
    for (const { title } of body?.headlines ?? []) expect(folded(text)).not.toContain(folded(title));
    for (const line of body?.footer ?? []) expect(folded(text)).not.toContain(folded(line));
    expect(text).not.toMatch(/上一[篇条]|下一[篇条]|点击数|浏览|微信号|友情链接/);
    if (facts.repairs !== undefined) return;
    const paragraphs = notice.body.split('\n').filter((line) => line.trim() !== '' && !/^\||</.test(line));
    for (const paragraph of paragraphs) expect(folded(text)).toContain(folded(paragraph));
  });
});

describe('a damaged copy', () => {
  it('is repaired to the words of the original', () => {
    for (const { publisher, slug, facts } of expectations) {
      if (facts.copyOf === undefined) continue;
      const [originalPublisher = '', originalSlug = ''] = facts.copyOf.split('/');
      const original = folded(readingOf(originalPublisher, originalSlug).text);
      expect(folded(readingOf(publisher, slug).text)).toBe(original);
    }
  });
});
