import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { NoticeRecord, WORKSPACE } from '../../src/model/index.ts';

// The JSON Schema that we publish is made from the model; an independent validator must agree with it.
const schema = z.toJSONSchema(NoticeRecord, { target: 'draft-2020-12' });
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

test('the schema is JSON Schema 2020-12 and describes every field', () => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    expect(typeof field === 'object' && field.title, name).toBeTruthy();
    expect(typeof field === 'object' && field.description, name).toBeTruthy();
  }
});

test('every committed record is valid by it', () => {
  const files = readdirSync(WORKSPACE.records).filter((name) => name.endsWith('.json'));
  expect(files.length).toBeGreaterThanOrEqual(5);
  for (const name of files) {
    const record: unknown = JSON.parse(readFileSync(`${WORKSPACE.records}/${name}`, 'utf8'));
    expect(validate(record), `${name}: ${JSON.stringify(validate.errors?.slice(0, 2))}`).toBe(true);
  }
});

test('a record with an empty string or a stray field is not', () => {
  expect(validate({ id: 'x' })).toBe(false);
});
