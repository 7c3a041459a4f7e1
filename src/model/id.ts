import { z } from 'zod';

/** Ids are file names and URL parts: lower-case ASCII, digits and single hyphens. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'an id is lower-case letters, digits and single hyphens' })
  .max(96);
