import { describe, expect, it } from 'vitest';
import { readNotice, readPublishers, readSampleSources } from '../../demo/samples.ts';
import { DocType } from '../../src/model/index.ts';
import { readExpectations } from './expected.ts';

const publishers = readPublishers();
const sources = readSampleSources();
const notices = publishers.flatMap((publisher) =>
  publisher.notices.map((notice) => ({ name: `${publisher.id}/${notice.slug}`, publisher, notice })),
);
const expectations = readExpectations();

/** News of a feedback meeting is short; a page much shorter is taken for no notice at all. */
const MIN_LENGTH = 500;

/** The running text: what the length of a notice is measured on. */
const length = (body: string): number => body.replace(/[\s|-]/g, '').length;

describe('sample publishers', () => {
  it('are at least ten, each with a template of its own and a source that knows it', () => {
    expect(publishers.length).toBeGreaterThanOrEqual(10);
    expect(new Set(publishers.map(({ encoding }) => encoding)).size).toBe(4);
    expect(new Set(publishers.map(({ template }) => template)).size).toBe(publishers.length);
    expect(publishers.map(({ source }) => source).sort()).toEqual(sources.map(({ id }) => id).sort());
    for (const publisher of publishers) {
      const source = sources.find(({ id }) => id === publisher.source);
      expect(source?.sample).toBe(true);
      expect(new URL(source?.home ?? '').host).toBe(publisher.host);
    }
  });

  it('are thirty notices of twelve enterprises, of every docType, over three rounds and several years', () => {
    const addresses = new Set(notices.map(({ publisher, notice }) => `${publisher.host}${notice.path}`));
    expect(addresses.size).toBeGreaterThanOrEqual(30);
    const enterprises = expectations.flatMap(({ facts }) => facts.enterprise ?? []);
    expect(new Set(enterprises).size).toBeGreaterThanOrEqual(12);
    expect(new Set(notices.map(({ notice }) => notice.date.slice(0, 4))).size).toBeGreaterThanOrEqual(5);
    const types = expectations.map(({ facts }) => facts.docType);
    expect([...new Set(types)].sort()).toEqual([...DocType.options].sort());
    const rectifications = expectations.filter(({ facts }) => facts.docType === 'rectification');
    const rounds = new Set(rectifications.flatMap(({ facts }) => facts.round ?? []));
    expect(rounds.size).toBeGreaterThanOrEqual(3);
  });

  it.each(notices)(
    '$name: realistic length, an address of its own, expected facts beside it',
    ({ publisher, notice }) => {
      expect(length(notice.body)).toBeGreaterThanOrEqual(MIN_LENGTH);
      expect(length(notice.body)).toBeLessThanOrEqual(6000);
      const atPath = publishers.flatMap((one) => one.notices).filter(({ path }) => path === notice.path);
      // two texts at one address are one page that changes: never both at a time
      expect(atPath.filter(({ since, until }) => since <= notice.since && notice.since <= until)).toHaveLength(1);
      expect(expectations.some((one) => one.publisher === publisher.id && one.slug === notice.slug)).toBe(true);
    },
  );

  it.each(notices)('$name: no real enterprise, address or mailbox', ({ notice }) => {
    const text = `${notice.title}\n${notice.body}`;
    expect(text).toContain('示例');
    for (const [mailbox] of text.matchAll(/[\w.-]+\s?@[\w.-]+/g)) expect(mailbox).toMatch(/\.(example|invalid)$/);
    for (const [address] of text.matchAll(/https?:\/\/[\w.-]+/g)) expect(address).toMatch(/\.(example|invalid)$/);
  });

  it.each(expectations)(
    '$publisher/$slug: every expected quote stands in the notice, once per statement',
    ({ facts, notice }) => {
      // a damaged copy is written in Traditional characters: its quotes hold for the repaired text only
      if (facts.repairs !== undefined) return;
      const text = `${notice.title}\n${notice.body}`;
      for (const { quote } of facts.figures ?? []) expect(text).toContain(quote);
      for (const fact of [...(facts.phones ?? []), ...(facts.emails ?? [])]) {
        expect(text).toContain(fact);
      }
    },
  );
});

/** Shares of four characters in a row that two texts have in common. */
function likeness(a: string, b: string): number {
  const grams = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 3) }, (_, i) => text.slice(i, i + 4)));
  const [ours, theirs] = [grams(a), grams(b)];
  return [...ours].filter((gram) => theirs.has(gram)).length / Math.min(ours.size, theirs.size);
}

describe('the wording', () => {
  it('is another in every notice: no two share a third of their words, but for a page that changes', () => {
    const texts = notices.filter(({ notice }) => notice.since === 1);
    for (const [i, one] of texts.entries()) {
      for (const other of texts.slice(i + 1)) {
        expect(likeness(one.notice.body, other.notice.body), `${one.name} and ${other.name}`).toBeLessThan(0.33);
      }
    }
  });
});

describe('readNotice', () => {
  it('says which file has no front matter', () => {
    expect(() => readNotice('x/notices/a.md', '正文')).toThrow('x/notices/a.md: starts with front matter');
  });

  it('says which field does not fit', () => {
    expect(() => readNotice('x/notices/a.md', '---\ntitle: 标题\n---\n正文')).toThrow(/x\/notices\/a\.md[\s\S]*date/);
  });
});
