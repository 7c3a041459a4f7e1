import { z } from 'zod';

const Share = z.number().min(0).max(1);
const Count = z.int().min(0);

/** How well one field was read, over all labelled texts. */
export const FieldAccuracy = z.strictObject({
  field: z.string().min(1).meta({ title: '字段', description: 'Name of the field as it is measured.' }),
  score: Share.meta({ title: 'F1', description: 'F1: the harmonic mean of precision and recall.' }),
  precision: Share.meta({ title: '准确率', description: 'Share of what was read that is right.' }),
  recall: Share.meta({ title: '召回率', description: 'Share of what the texts state that was read.' }),
  n: Count.meta({ title: '答案数', description: 'How many values the answers hold.' }),
  misses: z
    .array(
      z.strictObject({
        document: z.string().min(1).meta({ title: '文本', description: 'Set and number of the text.' }),
        missing: Count.meta({ title: '漏读', description: 'Values that were not read.' }),
        extra: Count.meta({ title: '误读', description: 'Values that the answer does not hold.' }),
      }),
    )
    .meta({ title: '失误', description: 'Where it was read wrongly; the texts themselves are not published.' }),
});

/** Measured accuracy of the reader (content/quality.json), written by `npm run score -- --json FILE`. */
export const ReaderAccuracy = z
  .strictObject({
    about: z
      .strictObject({ zh: z.string().min(1), en: z.string().min(1) })
      .meta({ title: '说明', description: 'What was measured, and what the numbers do not say.' }),
    measuredOn: z.iso.date().meta({ title: '测量日期', description: 'When.' }),
    documents: Count.meta({ title: '文本数', description: 'Labelled texts.' }),
    sets: z
      .array(
        z.strictObject({
          name: z.string().min(1).meta({ title: '文本集', description: 'Set and kind: corpus/short, fixtures/full …' }),
          documents: Count.meta({ title: '文本数', description: 'Texts in the set.' }),
          score: Share.meta({ title: 'F1', description: 'F1 over all facts of the set, the body text left out.' }),
        }),
      )
      .meta({ title: '文本集', description: 'The sets of labelled texts.' }),
    evidence: z
      .strictObject({ exact: Count, quotes: Count })
      .meta({ title: '出处', description: 'Quotes that are the text at their place, of all quotes.' }),
    fields: z.array(FieldAccuracy).meta({ title: '字段', description: 'Field by field, as measured.' }),
  })
  .meta({ title: '读取准确度', description: 'How well the reader reads texts whose answers are known.' });
export type ReaderAccuracy = z.infer<typeof ReaderAccuracy>;
