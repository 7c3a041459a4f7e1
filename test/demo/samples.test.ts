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

/** The running text: what the length of a notice is measured on. */
const length = (body: string): number => body.replace(/[\s|-]/g, '').length;

describe('sample publishers', () => {
  it('are at least three, each with a template of its own and a source that knows it', () => {
    expect(publishers.length).toBeGreaterThanOrEqual(3);
    expect(new Set(publishers.map(({ template }) => template)).size).toBe(publishers.length);
    expect(publishers.map(({ source }) => source).sort()).toEqual(sources.map(({ id }) => id).sort());
    for (const publisher of publishers) {
      const source = sources.find(({ id }) => id === publisher.source);
      expect(source?.sample).toBe(true);
      expect(new URL(source?.home ?? '').host).toBe(publisher.host);
    }
  });

  it('show every docType, six rectification notices of four enterprises over two rounds', () => {
    const types = expectations.map(({ facts }) => facts.docType);
    expect([...new Set(types)].sort()).toEqual([...DocType.options].sort());
    const rectifications = expectations.filter(({ facts }) => facts.docType === 'rectification');
    expect(rectifications.length).toBeGreaterThanOrEqual(6);
    expect(new Set(rectifications.map(({ facts }) => facts.enterprise)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(rectifications.map(({ facts }) => facts.round)).size).toBe(2);
  });

  it.each(notices)(
    '$name: realistic length, an address of its own, expected facts beside it',
    ({ publisher, notice }) => {
      expect(length(notice.body)).toBeGreaterThanOrEqual(1500);
      expect(length(notice.body)).toBeLessThanOrEqual(6000);
      expect(publishers.flatMap((one) => one.notices).filter(({ path }) => path === notice.path)).toHaveLength(1);
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

describe('readNotice', () => {
  it('says which file has no front matter', () => {
    expect(() => readNotice('x/notices/a.md', '正文')).toThrow('x/notices/a.md: starts with front matter');
  });

  it('says which field does not fit', () => {
    expect(() => readNotice('x/notices/a.md', '---\ntitle: 标题\n---\n正文')).toThrow(/x\/notices\/a\.md[\s\S]*date/);
  });
});
