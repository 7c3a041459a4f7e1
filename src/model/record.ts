import { z } from 'zod';
import { Check, Correction } from './check.ts';
import { Instant } from './date.ts';
import { DocType } from './doctype.ts';
import { Evidence, PageEvidence } from './evidence.ts';
import { Figure, FigureCategory } from './figure.ts';
import { Id } from './id.ts';
import { Inspection } from './inspection.ts';
import { OutlineNode } from './outline.ts';
import { Contacts, Publication } from './publication.ts';
import { TextVersion } from './versions.ts';

/** Version of this record format; SemVer. */
export const RECORD_VERSION = '1.0.0';

/** A place where the notice was found. */
export const NoticeSource = z.strictObject({
  url: z
    .string()
    .nullable()
    .meta({ title: '网址', description: 'Address it was fetched from; null where a person handed in a file.' }),
  publisher: z.string().nullable().meta({ title: '发布者', description: 'Who published it there.' }),
  retrievedAt: Instant.meta({ title: '采集时间', description: 'When these bytes were fetched or handed in.' }),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ title: '校验值', description: 'SHA-256 of the captured bytes.' }),
  status: z.enum(['live', 'changed', 'gone']).meta({ title: '状态', description: 'What the last look found.' }),
});
export type NoticeSource = z.infer<typeof NoticeSource>;

/** Names of the repairs, in the order they are made (SPEC section 5). */
export const Repair = z.string().min(1);

/** The structured facts of one notice. Missing is null or absent, never 0 or ''. */
export const NoticeRecord = z
  .strictObject({
    id: Id.meta({
      title: '编号',
      description: 'Stable, readable, unique; never changes when a page is fetched again.',
    }),
    sample: z.literal(true).optional().meta({ title: '示例', description: 'Present on invented sample notices only.' }),
    docType: DocType,
    title: z
      .string()
      .nullable()
      .meta({ title: '标题', description: 'Title of the notice; null where the text has none.' }),
    lang: z.literal('zh-Hans').meta({ title: '语言', description: 'Language of the clean text.' }),
    sources: z
      .array(NoticeSource)
      .meta({ title: '来源', description: 'Where it was found; the publisher’s own page first.' }),
    repairs: z.array(Repair).meta({ title: '修复', description: 'Kinds of damage that were repaired.' }),
    repairCounts: z
      .record(z.string(), z.int())
      .optional()
      .meta({ title: '修复次数', description: 'How many places each repair changed.' }),
    text: z
      .strictObject({
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .meta({ title: '正文校验值', description: 'SHA-256 of the clean text in UTF-8.' }),
        chars: z.int().min(0).meta({ title: '字数', description: 'Length of the clean text in UTF-16 units.' }),
        content: z
          .string()
          .optional()
          .meta({ title: '正文', description: 'Only in `parse --with-text`; never committed.' }),
      })
      .meta({ title: '正文', description: 'The clean text that all evidence points into.' }),
    enterprise: z
      .strictObject({
        id: Id.nullable().meta({
          title: '企业编号',
          description: 'Id in content/enterprises; null where it is not in the registry.',
        }),
        name: z.string().min(1).meta({ title: '企业名称', description: 'Its name as the text states it.' }),
      })
      .nullable()
      .meta({ title: '企业', description: 'Who the notice is about; null if no single enterprise.' }),
    units: z
      .array(
        z.strictObject({
          name: z.string().min(1).meta({ title: '名称', description: 'As named, without 党委/党组.' }),
          id: Id.nullable().meta({ title: '编号', description: 'Id in the registry, or null.' }),
        }),
      )
      .meta({ title: '被巡视单位', description: 'Every inspected unit that is named.' }),
    inspection: Inspection.meta({ title: '巡视', description: 'The inspection that the notice is about.' }),
    publication: Publication.meta({ title: '公开', description: 'When and by whom it was made public.' }),
    figures: z.array(Figure).meta({ title: '数据', description: 'Every stated quantity, in the order of the text.' }),
    headline: z
      .partialRecord(FigureCategory, z.number())
      .meta({ title: '主要数据', description: 'Stated totals only; absent when not stated; no sums are made up.' }),
    outline: z.array(OutlineNode).meta({ title: '结构', description: 'The tree of headings and items.' }),
    contacts: Contacts.meta({ title: '联系方式', description: 'How the public may answer.' }),
    evidence: z.record(z.string(), Evidence).meta({
      title: '出处',
      description: 'Evidence of the scalar facts by path, e.g. inspection.start, units.0, headline.issues.',
    }),
    pageEvidence: z
      .record(z.string(), PageEvidence)
      .optional()
      .meta({ title: '页面出处', description: 'Facts that stand on the page but not in the text, by path.' }),
    checks: z.array(Check).meta({ title: '核验', description: 'Inconsistencies found.' }),
    versions: z.array(TextVersion).min(2).optional().meta({
      title: '版本',
      description: 'The texts that the page has had, oldest first, the present one last; absent while there is one.',
    }),
    corrections: z.array(Correction).meta({ title: '校正', description: 'What a person changed, and why.' }),
  })
  .meta({
    title: '记录',
    description: 'The structured facts of one inspection notice, each with the words it was read from.',
  });
export type NoticeRecord = z.infer<typeof NoticeRecord>;

/** The parts of a record that hold what a notice says, its figures and its outline apart. */
export const FACT_PARTS = [
  'docType',
  'title',
  'enterprise',
  'units',
  'inspection',
  'publication',
  'headline',
  'contacts',
] as const;
