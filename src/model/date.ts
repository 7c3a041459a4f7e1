import { z } from 'zod';

/**
 * A date of the precision that a text states: `2019`, `2019-07`, `2019-07-22`.
 * `--07-22` and `--07` (ISO 8601:2000 truncated form) say that the text names no year
 * and that none could be inherited: the year is unknown, never guessed.
 */
export const StatedDate = z
  .string()
  .regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|--(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)$/, {
    error: 'expected YYYY, YYYY-MM, YYYY-MM-DD, or --MM-DD where the year is not stated',
  });
export type StatedDate = z.infer<typeof StatedDate>;

/** A moment on our own clock, e.g. when a page was fetched: ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
