import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { Enterprise, GlossaryTerm, NoIndex, Round, Sector, Topic } from '../src/model/index.ts';

const root = new URL('../content/', import.meta.url).pathname;

interface Entry<T> {
  readonly file: string;
  readonly value: T;
}

const read = <S extends z.ZodType>(schema: S, file: string): z.infer<S> => {
  const result = schema.safeParse(parse(readFileSync(root + file, 'utf8')));
  if (!result.success) throw new Error(`content/${file}: ${z.prettifyError(result.error)}`);
  return result.data;
};

const readAll = <S extends z.ZodType>(schema: S, pattern: string): Entry<z.infer<S>>[] =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((file) => ({ file, value: read(schema, file) }));

const duplicates = (values: string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);

/** Half-width brackets in a name would be missed by readers who type full-width ones: the registry holds one form. */
const folded = (name: string): string => name.normalize('NFKC');

const enterprises = [
  ...readAll(Enterprise, 'enterprises/*.yaml'),
  ...readAll(Enterprise, 'samples/enterprises/*.yaml'),
];
const rounds = [...readAll(Round, 'rounds/*.yaml'), ...readAll(Round, 'samples/rounds/*.yaml')];
const sectors = read(z.array(Sector), 'sectors.yaml');
const topics = read(z.array(Topic), 'topics.yaml');
const glossary = read(z.array(GlossaryTerm), 'glossary.yaml');

const enterpriseIds = new Set(enterprises.map(({ value }) => value.id));
const isSample = ({ file }: { file: string }): boolean => file.startsWith('samples/');

describe('the noindex list', () => {
  it('gives a reason for each page, once', () => {
    const paths = read(z.array(NoIndex), 'noindex.yaml').map(({ path }) => path);
    expect(duplicates(paths)).toEqual([]);
  });
});

describe('registries', () => {
  it.each([...enterprises, ...rounds])('$file: the id is the file name', ({ file, value }) => {
    expect(value.id).toBe(basename(file, '.yaml'));
  });

  it.each([...enterprises, ...rounds])('$file: marked as a sample exactly where it is one', ({ file, value }) => {
    expect(value.sample === true).toBe(isSample({ file }));
  });

  it('holds the whole list of facts it was made from', () => {
    expect(enterprises.filter((entry) => !isSample(entry)).length).toBeGreaterThanOrEqual(159);
    expect(rounds.filter((entry) => !isSample(entry)).length).toBeGreaterThanOrEqual(19);
    expect(
      rounds.filter((entry) => !isSample(entry)).flatMap(({ value }) => value.units).length,
    ).toBeGreaterThanOrEqual(281);
  });

  it.each([...enterprises, ...rounds])('$file: its sources are addresses or “knowledge”', ({ value }) => {
    const sources = 'units' in value ? value.units.map(({ source }) => source) : [value.source];
    for (const source of sources) expect(source).toMatch(/^(knowledge|https?:\/\/\S+)$/);
  });

  it('ids are unique', () => {
    const ids = [...enterprises, ...rounds].map(({ value }) => value.id);
    expect(duplicates(ids)).toEqual([]);
    expect(duplicates(sectors.map(({ id }) => id))).toEqual([]);
    expect(duplicates(topics.map(({ id }) => id))).toEqual([]);
    expect(duplicates(glossary.map(({ zh }) => zh))).toEqual([]);
  });

  it('no name, short name or alias points to two enterprises', () => {
    const owners = new Map<string, Set<string>>();
    for (const { value } of enterprises) {
      for (const name of [value.name, value.short ?? value.name, ...value.aliases]) {
        owners.set(folded(name), (owners.get(folded(name)) ?? new Set()).add(value.id));
      }
    }
    expect(
      [...owners].filter(([, ids]) => ids.size > 1).map(([name, ids]) => `${name}: ${[...ids].join(', ')}`),
    ).toEqual([]);
  });

  it.each(enterprises)('$file: parent, successor and sector exist', ({ value }) => {
    if (value.parent !== undefined) expect(enterpriseIds).toContain(value.parent);
    if (value.successor !== undefined) expect(enterpriseIds).toContain(value.successor);
    expect(sectors.map(({ id }) => id)).toContain(value.sector);
  });

  it.each(rounds)('$file: its enterprises exist, under a name of theirs', ({ value }) => {
    for (const unit of value.units) {
      if (unit.enterprise === undefined) continue;
      const enterprise = enterprises.find((entry) => entry.value.id === unit.enterprise)?.value;
      expect(enterprise, `${unit.name} → ${unit.enterprise}`).toBeDefined();
      if (enterprise === undefined) continue;
      const names = [enterprise.name, enterprise.short ?? enterprise.name, ...enterprise.aliases].map(folded);
      expect(names, `${enterprise.id} lacks the alias`).toContain(folded(unit.name));
    }
  });

  it.each(rounds)('$file: no unit twice, dates in order', ({ value }) => {
    expect(duplicates(value.units.map(({ name }) => name))).toEqual([]);
    const dates = [value.start, value.end, value.feedback].filter((date) => date !== undefined);
    expect([...dates].sort()).toEqual(dates);
  });

  it('samples never mix with facts', () => {
    const samples = enterprises.filter(isSample);
    for (const { value } of samples) expect(value.name).toContain('示例');
    const sampleIds = new Set(samples.map(({ value }) => value.id));
    for (const round of rounds.filter((entry) => !isSample(entry))) {
      for (const unit of round.value.units) expect(sampleIds.has(unit.enterprise ?? '')).toBe(false);
    }
  });
});

describe('topics', () => {
  it('no term belongs to two topics', () => {
    expect(duplicates(topics.flatMap(({ terms }) => terms))).toEqual([]);
  });

  it.each(topics)('$id: every exclusion contains one of its terms', ({ terms, not }) => {
    for (const expression of not)
      expect(
        terms.some((term) => expression.includes(term)),
        expression,
      ).toBe(true);
  });

  it.each(topics)('$id: no term contains another of the same topic, which would be dead', ({ terms }) => {
    for (const term of terms) {
      expect(
        terms.filter((other) => other !== term && term.includes(other)),
        term,
      ).toEqual([]);
    }
  });
});

describe('JSON Schema', () => {
  it.each(Object.entries({ Enterprise, Round, Sector, Topic, GlossaryTerm }))(
    '%s can be given to an editor',
    (_, schema) => {
      const json = z.toJSONSchema(schema, { io: 'input' });
      expect(json.$schema).toContain('2020-12');
      expect(Object.keys(json.properties ?? {}).length).toBeGreaterThan(0);
    },
  );
});

describe('README', () => {
  it('names every file and folder of content/', () => {
    const readme = readFileSync(`${root}README.md`, 'utf8');
    for (const path of globSync('*', { cwd: root })) {
      if (path !== 'README.md' && existsSync(root + path)) expect(readme).toContain(path);
    }
  });
});
