import { z } from 'zod';
import { Instant } from './date.ts';
import { Id } from './id.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 hexadecimal digits' });

/**
 * The bytes of one URL at one time, or of one file that a person handed in: `<stamp>-<hash>.<ext>` holds
 * the bytes, `<stamp>-<hash>.<ext>.json` beside it this description. Both are written once and never changed.
 */
export const Capture = z.strictObject({
  url: z.string().nullable().meta({ title: '网址', description: 'Address asked for; null for a file.' }),
  finalUrl: z
    .string()
    .optional()
    .meta({ title: '最终网址', description: 'Address that answered, where redirects led elsewhere.' }),
  retrievedAt: Instant.meta({ title: '采集时间', description: 'When the answer arrived or the file was handed in.' }),
  sha256: Sha256.meta({ title: '校验值', description: 'SHA-256 of the bytes as decoded from the transfer coding.' }),
  bytes: z.int().min(0).meta({ title: '字节数', description: 'Length of the bytes file.' }),
  file: z.string().min(1).meta({ title: '文件', description: 'Name of the bytes file beside this description.' }),
  kind: z.enum(['notice', 'attachment', 'trouble']).meta({
    title: '种类',
    description:
      'notice: a page that was read into a record; attachment: a document that a page links to; trouble: a page that was not what it should be.',
  }),
  status: z.int().optional().meta({ title: '状态码', description: 'HTTP status; absent for a file.' }),
  headers: z
    .record(z.string(), z.string())
    .optional()
    .meta({ title: '响应头', description: 'Response headers, names in lower case.' }),
  source: Id.optional().meta({ title: '来源', description: 'Id of the source in content/sources.' }),
  publisher: z.string().nullable().meta({ title: '发布者', description: 'Who published it there, where known.' }),
  by: z.string().min(1).meta({ title: '采集者', description: '"scrape", or who handed the file in.' }),
  name: z.string().optional().meta({ title: '原文件名', description: 'Name of the file that was handed in.' }),
  from: z
    .string()
    .optional()
    .meta({ title: '所属页面', description: 'For an attachment: the address of the page that links to it.' }),
  sample: z.literal(true).optional().meta({ title: '示例', description: 'An invented sample page.' }),
});
export type Capture = z.infer<typeof Capture>;
