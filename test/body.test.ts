import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Body, readBody } from '../scraper/body.ts';
import { type Decoded, decode } from '../scraper/decode.ts';

/** What a fixture's about.json says beside the page and its text. Absent: as on an ordinary UTF-8 page. */
interface About {
  note: string;
  title: string | null;
  encoding?: string;
  decodeWarnings?: number;
  bodyWarnings?: number;
  publicationLines?: string[];
  attachments?: string[];
}

const PAGES = new URL('fixtures/pages/', import.meta.url);
const SHARED = new URL('../../shared/corpus/full/', import.meta.url);

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const linesOf = (text: string): string[] => text.split('\n').map(squeeze).filter(Boolean);

async function readFile(folder: URL): Promise<{ decoded: Decoded; body: Body }> {
  const decoded = await decode({ bytes: readFileSync(new URL('page.html', folder)), name: 'page.html' });
  return { decoded, body: readBody(decoded) };
}

describe('pages of many templates', () => {
  it.each(readdirSync(PAGES).sort())('%s', async (name) => {
    const folder = new URL(`${name}/`, PAGES);
    const about: About = JSON.parse(readFileSync(new URL('about.json', folder), 'utf8'));
    const { decoded, body } = await readFile(folder);
    expect(body.title).toBe(about.title);
    expect(linesOf(body.text)).toEqual(linesOf(readFileSync(new URL('text.txt', folder), 'utf8')));
    expect(decoded).toMatchObject({ format: 'html', encoding: about.encoding ?? 'utf-8' });
    expect(decoded.warnings).toHaveLength(about.decodeWarnings ?? 0);
    expect(body.warnings).toHaveLength(about.bodyWarnings ?? 0);
    if (about.publicationLines) expect(body.publicationLines.map(squeeze)).toEqual(about.publicationLines.map(squeeze));
    if (about.attachments) expect(body.attachments).toEqual(about.attachments);
    expect(body.method).toBe('general');
  });

  it.skipIf(!existsSync(SHARED))('the full-length pages in ../shared', async () => {
    for (const id of readdirSync(SHARED).sort()) {
      const { body } = await readFile(new URL(`${id}/`, SHARED));
      const expected = linesOf(readFileSync(new URL(`${id}/text.txt`, SHARED), 'utf8'));
      expect(linesOf(body.text), id).toEqual(expected);
      expect(squeeze(body.title ?? ''), id).toBe(expected[0]);
    }
  });
});
