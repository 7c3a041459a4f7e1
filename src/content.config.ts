import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';

/**
 * Prose pages are a content collection. Registries and records are not: see `workspace.ts` for the reason;
 * they are checked by the model's schemas there.
 */
const prose = defineCollection({
  loader: glob({ pattern: '*.md', base: './content/pages' }),
  schema: z.strictObject({ title: z.string().min(1), lang: z.enum(['zh', 'en']) }),
});

export const collections = { prose };
