import { z } from 'zod';
import { Id } from './id.ts';
import { noteFields } from './note.ts';

/** A state-owned enterprise of the registry (content/enterprises/<id>.yaml). */
export const Enterprise = z.strictObject({
  id: Id.meta({ title: '编号', description: 'Equals the file name.' }),
  name: z.string().min(1).meta({ title: '全称', description: 'Registered name.' }),
  short: z.string().min(1).optional().meta({ title: '简称', description: 'Usual short name.' }),
  aliases: z
    .array(z.string().min(1))
    .default([])
    .meta({ title: '别名', description: 'Other and former names, predecessors merged into it.' }),
  parent: Id.optional().meta({ title: '上级', description: 'Id of the controlling enterprise.' }),
  successor: Id.optional().meta({
    title: '承继者',
    description: 'Id of the enterprise it was merged or renamed into.',
  }),
  supervisor: z.string().min(1).meta({
    title: '监管',
    description: 'central-sasac, central-finance, central-culture, central-other, provincial:<省>, …',
  }),
  sector: z.string().min(1).meta({ title: '行业', description: 'Id in content/sectors.yaml.' }),
  domain: z.string().min(1).optional().meta({ title: '网域', description: 'Its own web domain.' }),
  verified: z.boolean().meta({ title: '已核', description: 'Name and supervisor were checked against a source.' }),
  source: z.string().min(1).meta({ title: '依据', description: 'URL, or "knowledge".' }),
  ...noteFields('What explains the row.'),
  sample: z.literal(true).optional().meta({ title: '示例', description: 'An invented enterprise of the samples.' }),
});
export type Enterprise = z.infer<typeof Enterprise>;
