import { z } from 'zod';
import { Instant } from './date.ts';
import { FigureCategory } from './figure.ts';
import { FIGURE_CATEGORIES } from './labels.ts';
import { splitSentences } from './sentences.ts';
import { without } from './without.ts';

/** A headline figure that another version of a text states otherwise. */
export const HeadlineChange = z.strictObject({
  category: FigureCategory,
  from: z.number().nullable().meta({ title: '原值', description: 'Null where the earlier text states none.' }),
  to: z.number().nullable().meta({ title: '现值', description: 'Null where the later text states none.' }),
});
export type HeadlineChange = z.infer<typeof HeadlineChange>;

/** One version of a notice’s text, as its publisher changed the page. */
export const TextVersion = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ title: '正文校验值', description: 'SHA-256 of the clean text; the archive keeps it under that name.' }),
  since: Instant.meta({ title: '始见', description: 'When this text was first captured.' }),
  url: z.string().nullable().meta({ title: '网址', description: 'Where it was captured.' }),
  changes: z
    .array(HeadlineChange)
    .meta({ title: '数据变化', description: 'Headline figures that differ from the version before.' }),
});
export type TextVersion = z.infer<typeof TextVersion>;

type Headline = Readonly<Partial<Record<FigureCategory, number>>>;

/** The headline figures that differ, in the order of the categories. */
export function diffHeadlines(before: Headline, after: Headline): HeadlineChange[] {
  return (Object.keys(FIGURE_CATEGORIES) as FigureCategory[]).flatMap((category) => {
    const [from, to] = [before[category] ?? null, after[category] ?? null];
    return from === to ? [] : [{ category, from, to }];
  });
}

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** The sentences that only one of two texts has, each in its own order. A sentence that merely moved is no difference. */
export function diffSentences(before: string, after: string): { removed: string[]; added: string[] } {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  return { removed: without(old, now), added: without(now, old) };
}
