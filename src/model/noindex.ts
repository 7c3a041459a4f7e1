import { z } from 'zod';

/** A page that search engines are asked to leave out, and why; the page itself stays. */
export const NoIndex = z.strictObject({
  path: z
    .string()
    .regex(/^\/(?:[a-z0-9-]+\/)+$/, 'a path of the site without language, with slashes at both ends: /notices/x/')
    .meta({ title: '路径', description: 'Path of the page without base and language; both languages share it.' }),
  reason: z.string().min(4).meta({ title: '理由', description: 'Why, in Chinese; shown on the quality page.' }),
  reasonEn: z.string().min(4).meta({ title: '英文理由', description: 'The same in English.' }),
  on: z.iso.date().meta({ title: '日期', description: 'The day of the decision.' }),
});
export type NoIndex = z.infer<typeof NoIndex>;
