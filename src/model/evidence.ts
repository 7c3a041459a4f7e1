import { z } from 'zod';

/** The longest quote that may be committed: evidence, not a copy of the notice. */
export const MAX_QUOTE = 80;

/** Where in the clean text a fact was read: `text.slice(start, end) === quote`. */
export const Evidence = z.strictObject({
  start: z.int().min(0).meta({ title: '起', description: 'First UTF-16 unit of the quote in the clean text.' }),
  end: z.int().min(0).meta({ title: '止', description: 'One past the last UTF-16 unit of the quote.' }),
  quote: z
    .string()
    .min(1)
    .max(MAX_QUOTE)
    .meta({ title: '出处原文', description: 'The clean text at start…end, unchanged.' }),
  certainty: z.enum(['stated', 'implied']).optional().meta({
    title: '确定性',
    description:
      'Absent or "stated": the text says it. "implied": a part, such as the year, is inherited from elsewhere in the text.',
  }),
});
export type Evidence = z.infer<typeof Evidence>;

/** A fact that stands on the page but not in the notice's own text, such as the publication line. */
export const PageEvidence = z.strictObject({
  quote: z.string().min(1).max(MAX_QUOTE).meta({ title: '页面原文', description: 'The words on the page.' }),
  from: z.enum(['header', 'meta', 'footer']).meta({
    title: '页面位置',
    description: 'header: line at the title; meta: machine-readable tag; footer: line after the text.',
  }),
});
export type PageEvidence = z.infer<typeof PageEvidence>;

/** The words of a fact: in the text, where they have a place, or on the page around it. */
export interface FactWords {
  readonly path: string;
  readonly quote: string;
  readonly place: Evidence | null;
  readonly from: PageEvidence['from'] | null;
}

/** The words of every scalar fact; those of the text where it says it as well as the page. */
export const factWords = (record: {
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly pageEvidence?: Readonly<Record<string, PageEvidence>> | undefined;
}): FactWords[] => [
  ...Object.entries(record.evidence).map(([path, place]) => ({ path, quote: place.quote, place, from: null })),
  ...Object.entries(record.pageEvidence ?? {})
    .filter(([path]) => !record.evidence[path])
    .map(([path, { quote, from }]) => ({ path, quote, place: null, from })),
];
