import { z } from 'zod';
import { Instant } from './date.ts';
import { Id } from './id.ts';
import { SOURCE_STATES } from './labels.ts';

const Count = z.int().min(0);

export const SourceState = z.enum(
  Object.keys(SOURCE_STATES) as [keyof typeof SOURCE_STATES, ...(keyof typeof SOURCE_STATES)[]],
);
export type SourceState = z.infer<typeof SourceState>;

/**
 * blocked: the publisher refuses us · moved: the address holds something else now · down: it does not work at the
 * moment · unread: it answered, but not with something we can read · postponed: not asked, by our own rules.
 */
export const Cause = z.enum(['blocked', 'moved', 'down', 'unread', 'postponed']);
export type Cause = z.infer<typeof Cause>;

/** What one run did at one source; the latest is kept in content/health/<id>.json. */
export const SourceHealth = z.strictObject({
  id: Id.meta({ title: '编号', description: 'Id of the source.' }),
  name: z.string().min(1).meta({ title: '发布者', description: 'Name of the publisher.' }),
  state: SourceState.meta({ title: '状态', description: 'What the run found the source to be.' }),
  problems: z
    .array(z.string().min(1))
    .meta({ title: '问题', description: 'One line each: what, where, why; empty where all is well.' }),
  lookedAt: Instant.meta({ title: '最近查看', description: 'When the run ended its visit.' }),
  lastGood: Instant.nullable().meta({ title: '最近正常', description: 'The latest visit that found ok or quiet.' }),
  nextDue: Instant.meta({ title: '下次到期', description: 'When known notices are to be looked at again.' }),
  lists: z
    .array(
      z.strictObject({
        url: z.string().meta({ title: '网址', description: 'First page of the list.' }),
        pages: Count.meta({ title: '页数', description: 'Pages read.' }),
        rows: Count.meta({ title: '行数', description: 'Rows found.' }),
        wanted: Count.meta({ title: '入选', description: 'Rows that the title filter and the hosts let through.' }),
      }),
    )
    .meta({ title: '列表', description: 'What each list gave.' }),
  requests: Count.meta({ title: '请求数', description: 'Requests made, repetitions and redirects included.' }),
  statuses: z
    .record(z.string(), Count)
    .meta({ title: '状态码', description: 'Answers by class (2xx, 3xx, …; error = no answer).' }),
  bytes: Count.meta({ title: '字节数', description: 'Bytes received.' }),
  counts: z
    .strictObject({
      new: Count,
      changed: Count,
      added: Count,
      reread: Count,
      unchanged: Count,
      missing: Count,
      gone: Count,
      failed: Count,
      unread: Count,
      postponed: Count,
      fresh: Count,
    })
    .meta({
      title: '结果',
      description:
        'Notices by outcome: new; changed (another text); added (known, found at a further place); reread (same text, better facts); unchanged; missing (not there this time); gone (missing on three days); failed; unread; postponed; fresh (looked at so recently that it was not asked for).',
    }),
  repairs: z.record(z.string(), Count).meta({ title: '修复', description: 'Places repaired in this run, by kind.' }),
  unread: z.array(z.strictObject({ url: z.string(), cause: Cause, reason: z.string() })).meta({
    title: '未能读取',
    description: 'Pages and files that could not be fetched or read, what that means and why; at most 50.',
  }),
  proposals: z
    .array(z.strictObject({ id: Id, like: Id }))
    .meta({ title: '疑似重复', description: 'Notices that may be the same; a person decides.' }),
  notices: Count.meta({ title: '通报数', description: 'Records that have a page of this source.' }),
  fill: z
    .record(z.string(), z.number().min(0).max(1))
    .meta({ title: '字段填充率', description: 'Share of its records that have the field.' }),
  fillBefore: z.record(z.string(), z.number().min(0).max(1)).nullable().meta({
    title: '上次填充率',
    description: 'The same at the last run whose lists were well; what the next one is held against.',
  }),
  newest: z.iso
    .date()
    .nullable()
    .meta({ title: '最新日期', description: 'The latest full date of publication or feedback among its records.' }),
  usualGap: z
    .int()
    .nullable()
    .meta({ title: '常见间隔', description: 'Days without a new notice that are usual there; null where unknown.' }),
  sample: z.literal(true).optional().meta({ title: '示例', description: 'A bundled sample publisher.' }),
});
export type SourceHealth = z.infer<typeof SourceHealth>;

/** The report of one run over all its sources. */
export const RunReport = z
  .strictObject({
    startedAt: Instant,
    endedAt: Instant,
    interrupted: z.boolean().meta({ title: '中断', description: 'The run was stopped before its end.' }),
    sources: z.array(SourceHealth),
    problems: z.array(z.string()).meta({ title: '工作区问题', description: 'Trouble of the workspace itself.' }),
  })
  .meta({ title: '采集报告', description: 'What one run of the scraper found, source by source.' });
export type RunReport = z.infer<typeof RunReport>;
