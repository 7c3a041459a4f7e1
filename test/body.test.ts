import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBody } from '../scraper/body.ts';
import { decode } from '../scraper/decode.ts';

const SHARED = new URL('../../shared/corpus/full/', import.meta.url);

describe('full-length pages', () => {
  it.skipIf(!existsSync(SHARED))('read title and text of the pages in ../shared', async () => {
    for (const id of ['02', '06', '12', '15', '16']) {
      const bytes = readFileSync(new URL(`${id}/page.html`, SHARED));
      const body = readBody(await decode({ bytes, name: 'page.html' }));
      expect(body.title, id).toBe(readFileSync(new URL(`${id}/text.txt`, SHARED), 'utf8').split('\n')[0]);
    }
  });
});
