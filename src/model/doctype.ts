import { z } from 'zod';
import { DOC_TYPES } from './labels.ts';

export const DocType = z.enum(Object.keys(DOC_TYPES) as [keyof typeof DOC_TYPES, ...(keyof typeof DOC_TYPES)[]]).meta({
  title: '文种',
  description:
    'rectification: an enterprise’s own public account of how it rectified inspection findings; feedback: findings are handed over; launch: an inspection is announced or starts; progress-news: rectification is pushed, reviewed or checked; practice: an article on how inspection is practised; other: anything else.',
});
export type DocType = z.infer<typeof DocType>;
