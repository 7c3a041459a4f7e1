import { z } from 'zod';
import { readExpected, readPublishers, type SampleNotice } from '../../demo/samples.ts';
import { DocType, FigureCategory, Id, Level, StatedDate } from '../../src/model/index.ts';

/** Key facts of a sample notice, written by hand beside it; a key that is absent is not tested, null says “not stated”. */
const Expected = z.strictObject({
  docType: DocType,
  enterprise: Id.nullable().optional(),
  round: Id.nullable(),
  level: Level.nullable().optional(),
  groups: z.array(z.string()).optional(),
  unitCount: z.int().nullable().optional(),
  start: StatedDate.nullable().optional(),
  end: StatedDate.nullable().optional(),
  feedbackDate: StatedDate.nullable().optional(),
  publishedDate: StatedDate,
  signedDate: StatedDate.nullable().optional(),
  disclosureStart: StatedDate.nullable().optional(),
  disclosureEnd: StatedDate.nullable().optional(),
  workingDays: z.int().nullable().optional(),
  /** The stated totals that a reader must find. */
  headline: z.partialRecord(FigureCategory, z.number()).optional(),
  /** Categories that the notice states no total of: any value there is invented. */
  noHeadline: z.array(FigureCategory).optional(),
  figures: z
    .array(
      z.strictObject({
        category: FigureCategory,
        value: z.number(),
        unit: z.string(),
        approx: z.boolean().default(false),
        quote: z.string(),
      }),
    )
    .optional(),
  /** Number of rectification items. */
  items: z.int().optional(),
  phones: z.array(z.string()).optional(),
  emails: z.array(z.string()).optional(),
  postcode: z.string().nullable().optional(),
  /** Kinds of damage that must be repaired. */
  repairs: z.array(z.string()).optional(),
  /** How many checks must at least fire. */
  checks: z.int().optional(),
  /**
   * What the reader is known not to get right yet: a key of the above, headline.<category>, or the quote of a figure.
   * The expected value stays written down; delete the line when the reader has learnt it.
   */
  misses: z.array(z.string()).default([]),
  /** `<publisher>/<slug>` of the notice that this one is a copy of. */
  copyOf: z.string().optional(),
});
export type Expected = z.infer<typeof Expected>;

export interface Expectation {
  readonly publisher: string;
  readonly slug: string;
  readonly notice: SampleNotice;
  readonly facts: Expected;
}

/** Every sample notice that has its expected facts beside it. */
export const readExpectations = (): Expectation[] =>
  readPublishers().flatMap((publisher) =>
    publisher.notices.flatMap((notice) => {
      const value = readExpected(publisher.id, notice.slug);
      if (value === null) return [];
      const result = Expected.safeParse(value);
      if (!result.success) throw new Error(`${publisher.id}/${notice.slug}: ${z.prettifyError(result.error)}`);
      return [{ publisher: publisher.id, slug: notice.slug, notice, facts: result.data }];
    }),
  );
