import { z } from 'zod';

/** What a notice does; the labels are the words of the site. */
export const DOC_TYPES = {
  rectification: { zh: '整改通报', en: 'Rectification notice' },
  feedback: { zh: '巡视反馈', en: 'Feedback' },
  launch: { zh: '进驻启动', en: 'Launch' },
  'progress-news': { zh: '整改动态', en: 'Progress news' },
  practice: { zh: '工作实践', en: 'Practice' },
  other: { zh: '其他', en: 'Other' },
} as const;

export const DocType = z.enum(Object.keys(DOC_TYPES) as [keyof typeof DOC_TYPES, ...(keyof typeof DOC_TYPES)[]]).meta({
  title: '文种',
  description:
    'rectification: an enterprise’s own public account of how it rectified inspection findings; feedback: findings are handed over; launch: an inspection is announced or starts; progress-news: rectification is pushed, reviewed or checked; practice: an article on how inspection is practised; other: anything else.',
});
export type DocType = z.infer<typeof DocType>;
