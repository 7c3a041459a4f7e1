import { z } from 'zod';

/** A rule that tested a record for inconsistency, and what it found. A check never changes a fact. */
export const Check = z.strictObject({
  rule: z
    .string()
    .min(1)
    .meta({ title: '规则', description: 'Name of its file, in src/model/check or scraper/check.' }),
  severity: z
    .enum(['error', 'warning'])
    .meta({ title: '程度', description: 'error: the facts contradict each other; warning: worth a look.' }),
  message: z.string().min(1).meta({ title: '说明', description: 'What is inconsistent, with the values.' }),
  fields: z
    .array(z.string())
    .optional()
    .meta({ title: '字段', description: 'Paths of the facts involved, e.g. figures.3 or inspection.end.' }),
});
export type Check = z.infer<typeof Check>;

/** A person’s overlay on a record. */
export const Correction = z.strictObject({
  field: z.string().min(1).meta({ title: '字段', description: 'Path of the corrected fact, e.g. headline.issues.' }),
  from: z.json().meta({
    title: '原值',
    description: 'What the reader had found; a correction whose "from" no longer holds is stale.',
  }),
  to: z.json().meta({ title: '现值', description: 'What holds instead.' }),
  reason: z.string().min(1).meta({ title: '理由', description: 'Why.' }),
  evidence: z
    .string()
    .min(1)
    .max(400)
    .optional()
    .meta({ title: '依据', description: 'Where it can be checked: a quote or an address.' }),
  by: z.string().min(1).meta({ title: '校正人', description: 'Who.' }),
  on: z.iso.date().meta({ title: '日期', description: 'When.' }),
});
export type Correction = z.infer<typeof Correction>;
