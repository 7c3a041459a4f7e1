import { z } from 'zod';
import { NoticeRecord, RECORD_VERSION } from '../model/index.ts';

type Json = { readonly [key: string]: unknown };

/** The record format as JSON Schema 2020-12. */
export const recordSchema = (): Json => ({
  ...z.toJSONSchema(NoticeRecord, { target: 'draft-2020-12' }),
  $comment: `record format ${RECORD_VERSION}`,
});

/** A field of the record for the data dictionary. */
export interface DictionaryEntry {
  /** Path, with [] for the members of a list and * for any key. */
  readonly path: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly required: boolean;
}

/** Deep enough for every field; the outline repeats itself below that. */
const MAX_DEPTH = 6;

/** Every field of the record in the order of the schema. */
export function dictionary(schema: Json = recordSchema()): DictionaryEntry[] {
  const definitions = (schema.$defs ?? {}) as Record<string, Json>;
  const entries: DictionaryEntry[] = [];
  const seen = new Set<string>();
  visit(schema, '', 0);
  return entries;

  function visit(node: Json, path: string, depth: number): void {
    const reference = typeof node.$ref === 'string' ? node.$ref : null;
    if (depth > MAX_DEPTH || (reference && seen.has(reference))) return;
    if (reference) seen.add(reference);
    const real = reference ? (definitions[reference.replace('#/$defs/', '')] ?? {}) : node;
    const shapes = [real, ...((real.anyOf ?? []) as Json[])];
    for (const shape of shapes) {
      const required = new Set((shape.required ?? []) as string[]);
      for (const [name, child] of Object.entries((shape.properties ?? {}) as Record<string, Json>)) {
        const here = path ? `${path}.${name}` : name;
        entries.push(describe(child, here, required.has(name)));
        visit(child, here, depth + 1);
      }
      if (shape.items && typeof shape.items === 'object') visit(shape.items as Json, `${path}[]`, depth + 1);
      if (shape.additionalProperties && typeof shape.additionalProperties === 'object')
        visit(shape.additionalProperties as Json, `${path}.*`, depth + 1);
    }
    if (reference) seen.delete(reference);
  }
}

const describe = (node: Json, path: string, required: boolean): DictionaryEntry => ({
  path,
  type: typeOf(node),
  title: typeof node.title === 'string' ? node.title : '',
  description: typeof node.description === 'string' ? node.description : '',
  required,
});

function typeOf(node: Json): string {
  if (Array.isArray(node.enum)) return node.enum.length > 8 ? 'enum' : node.enum.join(' | ');
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (Array.isArray(node.anyOf)) {
    const types = [...new Set((node.anyOf as Json[]).map(typeOf))];
    return types.length > 3 ? 'any' : types.join(' | ');
  }
  if (Array.isArray(node.type)) return node.type.join(' | ');
  if (node.type === 'array') return `${node.items ? typeOf(node.items as Json) : 'any'}[]`;
  if (typeof node.type === 'string') return node.format ? `${node.type} (${String(node.format)})` : node.type;
  return typeof node.$ref === 'string' ? 'object' : 'any';
}
