import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

// `npm ci` refuses a lock file without the packages of other platforms. `npm install` drops those that its registry
// cannot serve at that moment: add the missing entries (version, os, cpu, optional) and this passes again.
test('the lock file names every optional package of every platform', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no host of a package registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved":/);
});
