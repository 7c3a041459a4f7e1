import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../scraper/pipeline.ts';
import { pageText, readHtmlRows } from '../scraper/sources.ts';
import { loadSources, REPOSITORY, readRegistries } from '../scraper/workspace.ts';

const { values, problems } = await loadSources(REPOSITORY);
const lookups = await readRegistries(REPOSITORY);

describe('the declared sources', () => {
  it('follow their schema', () => {
    expect(problems).toEqual([]);
    expect(values.length).toBeGreaterThan(0);
  });

  it('claim nothing that no probe has shown: verified and enabled need an example', () => {
    const claimed = values.filter(({ verified, enabled, example }) => (verified || enabled) && example === undefined);
    expect(claimed.map(({ id }) => id)).toEqual([]);
  });
});

/** A folder with list.html and rows.json, or page.html and expected.json (the record without its place and time), or both. */
for (const source of values.filter(({ example }) => example !== undefined)) {
  const at = (name: string) => `${source.example}/${name}`;
  describe(`the example of ${source.id}`, () => {
    const list = source.lists.find(({ form }) => form === 'html');
    it.runIf(existsSync(at('list.html')))('gives the rows that were seen', () => {
      if (list?.form !== 'html') throw new Error('list.html needs a list of form html');
      const html = pageText({ bytes: readFileSync(at('list.html')), headers: {} }, source.encoding);
      expect(readHtmlRows(html, list, list.url)).toEqual(JSON.parse(readFileSync(at('rows.json'), 'utf8')));
    });
    it.runIf(existsSync(at('page.html')))('gives the record that was reviewed', async () => {
      const bytes = readFileSync(at('page.html'));
      const input = { bytes, name: 'page.html', publisher: source.name, retrievedAt: '2026-01-01T00:00:00.000Z' };
      const hints = {
        ...(source.selectors && { selectors: source.selectors }),
        ...(source.encoding && { encoding: source.encoding }),
      };
      const { record } = await readNotice({ ...input, ...hints }, lookups);
      expect(record).toMatchObject(JSON.parse(readFileSync(at('expected.json'), 'utf8')));
    });
  });
}
