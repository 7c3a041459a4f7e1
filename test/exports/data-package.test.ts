import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { writeDatasets } from '../../src/exports/datasets.ts';
import { readLedger } from '../../src/ledger.ts';
import { downloads } from '../../src/urls.ts';
import { writeWorkspace } from '../fixtures/notices.ts';
import { readCsv } from './read-csv.ts';

const dir = mkdtempSync(join(tmpdir(), 'data-package-'));
const out = join(dir, 'out');
afterAll(() => rmSync(dir, { recursive: true }));
writeWorkspace(dir, { notices: 14, hostile: true });
const { files, tables: datasetTables } = writeDatasets(dir, readLedger(dir), out, 'https://ledger.example');
const read = (path: string) => JSON.parse(readFileSync(join(out, path), 'utf8'));
const descriptor = read(downloads.dataPackage);

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { required?: boolean; enum?: string[]; pattern?: string };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: {
    fields: Field[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}
const resources: Resource[] = descriptor.resources;
const tables = resources.filter(({ schema }) => schema);

describe('datapackage.json', () => {
  test('is a Data Package by the published profile of version 2.0', () => {
    const profile = JSON.parse(readFileSync('test/fixtures/datapackage-2.0/datapackage.json', 'utf8'));
    // the profile is draft-07 and carries annotations of its own; formats are addresses and dates
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(profile);
    expect(validate(descriptor), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    // it looks as deep as the columns of a table
    const wrong = [
      { path: '../x.csv' },
      { ...tables[0], schema: { fields: [{ name: 'id', type: 'text' }] } },
      { ...tables[0], schema: { fields: [{ name: 'id', constraints: { required: 'yes' } }] } },
      { ...tables[0], schema: { ...tables[0]?.schema, foreignKeys: [{ fields: ['id'] }] } },
      { ...tables[0], bytes: '3' },
    ];
    for (const each of wrong) expect(validate({ ...descriptor, resources: [each] }), JSON.stringify(each)).toBe(false);
  });

  test('every table of the code is one, once', () => {
    expect(tables.map(({ name }) => name)).toEqual(datasetTables.map(({ name }) => name));
  });

  test('names every download, with its true size and hash', () => {
    for (const { path, bytes, hash } of resources) {
      const body = readFileSync(join(out, 'data', path));
      expect([body.length, `sha256:${createHash('sha256').update(body).digest('hex')}`], path).toEqual([bytes, hash]);
    }
    const described = new Set([...resources.map(({ path }) => path), 'datapackage.json', 'catalogue.jsonld']);
    const written = readdirSync(join(out, 'data'), { withFileTypes: true }).filter((each) => each.isFile());
    const left = written.map(({ name }) => name).filter((name) => !described.has(name));
    expect(left.sort()).toEqual(['SHA256SUMS', 'checksums.json', 'dataset.jsonld']);
  });

  const PATTERNS: Record<string, RegExp> = {
    integer: /^-?\d+$/,
    number: /^-?\d+(\.\d+)?(e[+-]\d+)?$/,
    boolean: /^(true|false)$/,
    datetime: /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
  };

  test.each(tables.map((each) => [each.name, each] as const))(
    'the rows of %s fit its schema',
    (_, { path, schema }) => {
      const [head, ...rows] = readCsv(readFileSync(join(out, 'data', path), 'utf8'));
      const fields = schema?.fields ?? [];
      expect(head).toEqual(fields.map(({ name }) => name));
      for (const row of rows)
        fields.forEach(({ name, type, constraints }, i) => {
          const cell = row[i] ?? '';
          if (cell === '') {
            expect(constraints?.required, `${name} is empty`).toBeFalsy();
            return;
          }
          if (PATTERNS[type]) expect(cell, name).toMatch(PATTERNS[type]);
          if (constraints?.enum) expect(constraints.enum, name).toContain(cell);
          if (constraints?.pattern) expect(cell, name).toMatch(new RegExp(constraints.pattern));
        });
      const keys = rows.map((row) => schema?.primaryKey.map((key) => row[head?.indexOf(key) ?? -1]).join('\0'));
      expect(new Set(keys).size).toBe(rows.length);
    },
  );

  test('foreign keys lead to rows', () => {
    const column = (table: Resource | undefined, name: string): string[] => {
      const [head, ...rows] = readCsv(readFileSync(join(out, 'data', table?.path ?? ''), 'utf8'));
      return rows.map((row) => row[head?.indexOf(name) ?? -1] ?? '');
    };
    for (const table of tables)
      for (const { fields, reference } of table.schema?.foreignKeys ?? []) {
        const target = tables.find(({ name }) => name === reference.resource);
        const known = new Set(column(target, reference.fields[0] ?? ''));
        expect(column(table, fields[0] ?? '').filter((key) => !known.has(key))).toEqual([]);
      }
  });
});

test('SHA256SUMS and checksums.json say the same', () => {
  const sums = readFileSync(join(out, downloads.sums), 'utf8').trimEnd().split('\n');
  const entries = read(downloads.checksums) as { path: string; sha256: string }[];
  expect(sums).toEqual(entries.map(({ path, sha256 }) => `${sha256}  ${path.replace('/data/', '')}`));
});

describe('the catalogues', () => {
  test('DCAT: one dataset with a distribution a file, absolute addresses, true sizes', () => {
    const catalogue = read(downloads.catalogue);
    expect(catalogue['@type']).toBe('dcat:Catalog');
    for (const each of [catalogue, catalogue['dcat:dataset']])
      for (const key of ['dct:title', 'dct:description', 'dct:publisher', 'dct:license'])
        expect(each[key], key).toBeTruthy();
    const distributions = catalogue['dcat:dataset']['dcat:distribution'] as Record<string, unknown>[];
    expect(distributions.map((each) => (each['dcat:downloadURL'] as { '@id': string })['@id'])).toEqual(
      resources.map(({ path }) => `https://ledger.example/data/${path}`),
    );
    expect(distributions.map((each) => (each['dcat:byteSize'] as { '@value': string })['@value'])).toEqual(
      resources.map(({ bytes }) => String(bytes)),
    );
  });

  test('schema.org: what search engines ask of a Dataset', () => {
    const dataset = read(downloads.dataset);
    expect(dataset['@type']).toBe('Dataset');
    for (const key of ['name', 'description', 'license', 'url', 'creator', 'distribution'])
      expect(dataset[key], key).toBeTruthy();
    expect(dataset.description.length).toBeGreaterThan(49);
    expect(dataset.distribution).toHaveLength(resources.length);
  });

  test('every term of the catalogue has its namespace', () => {
    const catalogue = read(downloads.catalogue);
    const prefixes = new Set(Object.keys(catalogue['@context']));
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        if (!Array.isArray(value) && !key.startsWith('@')) expect(prefixes).toContain(key.split(':')[0]);
        visit(child);
      }
    };
    visit({ ...catalogue, '@context': null });
  });
});

test('each download is named once', () => {
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
});
