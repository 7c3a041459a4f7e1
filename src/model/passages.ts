import { z } from 'zod';

/** The longest original form that is kept of one passage; a longer one (a menu in the middle of a text) ends in …. */
export const MAX_ORIGINAL = 80;

/** A text with more passages than this is not told piece by piece. */
export const MAX_PASSAGES = 20_000;

/**
 * The passages of a clean text that were repaired, in order: where each begins, its length, and what the page had there.
 * Where both have the same length, character stands for character. They lie beside the text in the archive and are
 * never committed: the original form of a text would be a copy of the text.
 */
export const Passages = z.array(z.tuple([z.int().min(0), z.int().min(1), z.string()])).max(MAX_PASSAGES);
export type Passages = readonly Passage[];
export type Passage = readonly [start: number, length: number, original: string];
