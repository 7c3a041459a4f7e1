import { z } from 'zod';
import { Id } from './id.ts';
import { noteFields } from './note.ts';

/** A recurring subject of inspection findings (content/topics.yaml). */
export const Topic = z.strictObject({
  id: Id.meta({ title: '编号', description: 'Stable id.' }),
  zh: z.string().min(1).meta({ title: '名称', description: 'Chinese name.' }),
  en: z.string().min(1).meta({ title: '英文', description: 'English name.' }),
  terms: z
    .array(z.string().min(2))
    .min(1)
    .meta({ title: '词', description: 'Expressions that mark the topic in a heading or item.' }),
  not: z
    .array(z.string().min(2))
    .default([])
    .meta({ title: '排除', description: 'Expressions that contain a term but mean something else.' }),
  ...noteFields('Scope, or why a term is in the list.'),
});
export type Topic = z.infer<typeof Topic>;

/** An industry of the closed list (content/sectors.yaml). */
export const Sector = z.strictObject({
  id: Id.meta({ title: '编号', description: 'Stable id.' }),
  zh: z.string().min(1).meta({ title: '名称', description: 'Chinese name.' }),
  en: z.string().min(1).meta({ title: '英文', description: 'English name.' }),
  scope: z.string().min(1).meta({ title: '范围', description: 'What belongs to it.' }),
});
export type Sector = z.infer<typeof Sector>;

/** A term of the bilingual glossary (content/glossary.yaml). */
export const GlossaryTerm = z.strictObject({
  zh: z.string().min(1).meta({ title: '中文', description: 'The term.' }),
  en: z.string().min(1).meta({ title: '英文', description: 'Rendering that we use.' }),
  alternatives: z
    .array(z.string().min(1))
    .default([])
    .meta({ title: '其他译法', description: 'Other renderings in use.' }),
  definition: z.string().min(1).meta({ title: '释义', description: 'In our own words.' }),
  category: z.string().min(1).meta({ title: '类别', description: 'Group within the glossary.' }),
  verified: z.boolean().meta({ title: '已核', description: 'The rendering occurs in the source.' }),
  source: z.string().min(1).meta({ title: '依据', description: 'URL, or "knowledge".' }),
});
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;
