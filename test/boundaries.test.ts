import { globSync, readFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import rules from '../.dependency-cruiser.js';

// The walls of the house: who may import whom, and no cycle anywhere.
test('imports stay inside their boundaries', { timeout: 120_000 }, async () => {
  const { options, forbidden } = rules;
  const { output } = await cruise(['scraper', 'src', 'demo', 'bench'], {
    ...options,
    ruleSet: { forbidden },
    validate: true,
  } as never);
  if (typeof output === 'string') throw new Error(output);
  expect(output.summary.totalCruised).toBeGreaterThan(50);
  expect(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});

// Astro files are not followed by the cruiser: pages and components are read as text.
test('pages and components never import the scraper', () => {
  const files = globSync('src/**/*.astro');
  const wrong = files.filter((file) => /from\s+['"][^'"]*(?:scraper|demo|bench)\//u.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});
