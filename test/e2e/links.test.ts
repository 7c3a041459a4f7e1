import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';

const SITES = { demo: inject('demoFolder'), made: inject('madeFolder') };

/** Every page of a site with its links and ids. */
function readPages(folder: string): Map<string, { links: string[]; ids: Set<string> }> {
  const pages = new Map<string, { links: string[]; ids: Set<string> }>();
  for (const path of globSync('**/*.html', { cwd: folder })) {
    const $ = load(readFileSync(join(folder, path), 'utf8'));
    const links = $('a[href], link[href], script[src], img[src], form[action]')
      .toArray()
      .map((e) => $(e).attr('href') ?? $(e).attr('src') ?? $(e).attr('action') ?? '');
    pages.set(`/${path}`, {
      links,
      ids: new Set(
        $('[id]')
          .toArray()
          .map((e) => $(e).attr('id') ?? ''),
      ),
    });
  }
  return pages;
}

describe.each(Object.entries(SITES))('%s', (_, folder) => {
  const pages = readPages(folder);

  test('no dead link inside the site, no fragment without its place', { timeout: 120_000 }, () => {
    const dead = new Set<string>();
    const files = new Map<string, boolean>();
    const isFile = (path: string): boolean => {
      const known = files.get(path);
      if (known !== undefined) return known;
      const found = existsSync(join(folder, path)) && statSync(join(folder, path)).isFile();
      files.set(path, found);
      return found;
    };
    for (const [from, { links }] of pages)
      for (const link of links) {
        if (/^(https?:|mailto:|data:)/.test(link)) continue;
        const url = new URL(link, `http://site${from.replace(/index\.html$/, '')}`);
        const path = decodeURIComponent(url.pathname).replace(/\/$/, '/index.html');
        const target = pages.get(path);
        if (!target && !isFile(path)) dead.add(`${from} → ${link}`);
        const place = decodeURIComponent(url.hash.slice(1));
        if (target && place && !target.ids.has(place)) dead.add(`${from} → ${link} (no such place)`);
      }
    expect([...dead].slice(0, 20)).toEqual([]);
  });

  test('ids are unique', () => {
    for (const path of pages.keys()) {
      const html = readFileSync(join(folder, path), 'utf8');
      const $ = load(html);
      const ids = $('[id]')
        .toArray()
        .map((e) => $(e).attr('id'));
      const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
      expect(twice, path).toEqual([]);
    }
  });

  test('HTML is valid', { timeout: 240_000 }, async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // matters of taste that the formatter of Astro decides
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'doctype-style': 'off',
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'long-title': 'off',
        'no-inline-style': 'error',
      },
    });
    // every kind of page, not every page of a kind
    const kinds = new Map<string, string>();
    for (const path of pages.keys()) {
      const kind = path.replace(/^(\/en)?\/(notices|enterprises|rounds|topics)\/[^/]+\/index/, '$1/$2/*');
      if (!kinds.has(kind) || path.includes('hostile')) kinds.set(kind, path);
    }
    const wrong: string[] = [];
    for (const path of [...kinds.values(), '/notices/hostile-notice/index.html']) {
      if (!pages.has(path)) continue;
      const report = await validator.validateString(readFileSync(join(folder, path), 'utf8'));
      for (const { messages } of report.results)
        for (const m of messages) wrong.push(`${path}:${m.line}:${m.column} ${m.ruleId} ${m.message}`);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});
