import { expect, it } from 'vitest';
import { BrokenFile, seal, unseal } from '../../src/search/seal.ts';

const body = Uint8Array.from({ length: 100 }, (_, i) => i);
const file = seal(body, '0a1b2c3d');

it('gives back what was sealed', () => {
  expect(unseal(file, '0a1b2c3d')).toEqual(body);
  expect(unseal(file, null)).toEqual(body);
});

it.each([
  ['cut', file.slice(0, 60)],
  ['empty', new Uint8Array()],
  ['with a changed bit', file.with(50, 255)],
  ['a page of another kind', new TextEncoder().encode('<!doctype html><title>404</title>')],
])('notices a file that is %s', (_, broken) => expect(() => unseal(broken, null)).toThrow(BrokenFile));

it('notices a file of another build', () => expect(() => unseal(file, '0a1b2c3e')).toThrow('another build'));
