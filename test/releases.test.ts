import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WORKSPACE } from '../src/model/index.ts';
import { readReleasedState, readReleases } from '../src/workspace.ts';

test('the committed releases and their state fit the model, each under its own name', () => {
  const names = readdirSync(WORKSPACE.releases).filter((name) => name.endsWith('.json'));
  const releases = readReleases('.');
  expect(releases.map(({ id }) => `${id}.json`).sort()).toEqual(names.sort());
  expect(readReleasedState('.').size).toBe(releases[0]?.notices);
});
