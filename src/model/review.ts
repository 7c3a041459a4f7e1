import { z } from 'zod';
import { Id } from './id.ts';

/** What a person should look at, and why. */
export const REVIEW_KINDS = {
  'unknown-enterprise': { zh: '未登记的企业', en: 'Unknown enterprise' },
  'check-error': { zh: '核验错误', en: 'Check with an error' },
  implied: { zh: '由上下文推出', en: 'Implied by the context' },
  duplicate: { zh: '疑似重复', en: 'Proposed duplicate' },
} as const;
export const ReviewKind = z.enum(
  Object.keys(REVIEW_KINDS) as [keyof typeof REVIEW_KINDS, ...(keyof typeof REVIEW_KINDS)[]],
);
export type ReviewKind = z.infer<typeof ReviewKind>;

/** What a person said of it. */
export const REVIEW_DECISIONS = {
  fine: { zh: '无误', en: 'Right as it is' },
  wrong: { zh: '有误，已另行处理', en: 'Wrong, dealt with' },
  later: { zh: '以后再看', en: 'Later' },
} as const;
export const ReviewVerdict = z.enum(
  Object.keys(REVIEW_DECISIONS) as [keyof typeof REVIEW_DECISIONS, ...(keyof typeof REVIEW_DECISIONS)[]],
);
export type ReviewVerdict = z.infer<typeof ReviewVerdict>;

/** A decision; it holds until the text that it was made on changes. content/reviews.yaml is a list of them. */
export const ReviewDecision = z.strictObject({
  id: Id.meta({ title: '通报', description: 'Id of the record.' }),
  kind: ReviewKind.meta({ title: '事由', description: 'Why it was looked at.' }),
  about: z.string().min(1).meta({ title: '对象', description: 'The name, rule, field or other notice in question.' }),
  text: z
    .string()
    .regex(/^[0-9a-f]{16}(\+[0-9a-f]{16})?$/)
    .meta({ title: '正文', description: 'First 16 digits of the SHA-256 of the text; of a pair, of both.' }),
  decision: ReviewVerdict.meta({ title: '结论', description: 'What the person found.' }),
  note: z.string().min(1).optional().meta({ title: '备注', description: 'What else to know.' }),
  by: z.string().min(1).meta({ title: '审阅人', description: 'Who.' }),
  on: z.iso.date().meta({ title: '日期', description: 'When.' }),
});
export type ReviewDecision = z.infer<typeof ReviewDecision>;
