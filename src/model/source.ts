import { z } from 'zod';
import { Id } from './id.ts';

/**
 * A source: a place that publishes notices, one file per publisher (content/sources/<id>.yaml).
 *
 * Sample publishers live under the reserved top-level name `.example` (http://nengyuan.example/…): their addresses
 * stay the same from run to run, and the scraper is told where to connect instead
 * (`connectTo: { '*.example': '127.0.0.1:41234' }` or the variable ZHENGGAI_CONNECT_TO='*.example=127.0.0.1:41234');
 * the Host header keeps the publisher’s name, so one loopback server can be all of them.
 */

/** An absolute http(s) address. `{n}` stands for a page number where the field says so. */
const Address = z
  .string()
  .regex(/^https?:\/\/[^\s/]+(\/\S*)?$/, { error: 'expected an absolute http(s) address without spaces' });
const Selector = z.string().min(1);
const Words = z.array(z.string().min(1));
const Reason = z.string().min(4, { error: 'say why, in a few words' });

/** Where the parts of a notice stand on the page; what is absent is found by the general method. */
export const NoticeSelectors = z.strictObject({
  title: Selector.optional().meta({ title: '标题', description: 'The element that holds the title.' }),
  body: Selector.optional().meta({ title: '正文', description: 'The element that holds the paragraphs.' }),
  date: Selector.optional().meta({ title: '日期', description: 'The element that holds the publication date.' }),
  publisher: Selector.optional().meta({ title: '发布者', description: 'The element that names where it comes from.' }),
  remove: z.array(Selector).optional().meta({ title: '去除', description: 'Elements inside the body to leave out.' }),
});
export type NoticeSelectors = z.infer<typeof NoticeSelectors>;

/** How a list goes on after its first page. */
export const Pagination = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('number'),
    pattern: z.string().includes('{n}', { error: 'needs {n}, the page number' }).meta({
      title: '样式',
      description: 'Address of a further page, relative to the first: index_{n}.html, ?page={n}.',
    }),
    second: z.int().default(2).meta({ title: '第二页', description: 'What {n} is on the second page; 1 on many CMS.' }),
    countAfter: z.string().min(1).optional().meta({
      title: '页数标记',
      description:
        'Literal text on the first page right after which the number of pages stands, e.g. createPageHTML( ; absent: go on until a page is missing, empty or repeats.',
    }),
    max: z.int().positive().default(20).meta({ title: '最多页数', description: 'Never more pages than this.' }),
  }),
  z.strictObject({
    by: z.literal('link'),
    selector: Selector.meta({ title: '下一页', description: 'The link to the next page.' }),
    max: z.int().positive().default(20).meta({ title: '最多页数', description: 'Never more pages than this.' }),
  }),
]);
export type Pagination = z.infer<typeof Pagination>;

const plainList = {
  url: Address.meta({ title: '网址', description: 'The first page.' }),
  expect: z
    .strictObject({ min: z.int().min(0), max: z.int().positive() })
    .optional()
    .meta({
      title: '预期条数',
      description: 'Rows that a healthy reading of the whole list finds, before the title filter.',
    }),
};
const pagedList = {
  ...plainList,
  pages: Pagination.optional().meta({ title: '分页', description: 'Absent: a single page.' }),
};

/** A page, feed or endpoint that lists notices. */
export const SourceList = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('html'),
    ...pagedList,
    row: Selector.meta({ title: '行', description: 'One element per notice, e.g. ul.list > li.' }),
    link: Selector.default('a[href]').meta({ title: '链接', description: 'Inside the row: the link to the notice.' }),
    title: Selector.optional().meta({
      title: '标题',
      description: 'Inside the row; absent: the link’s title or text.',
    }),
    date: Selector.optional().meta({
      title: '日期',
      description: 'Inside the row; absent: the first date in its text.',
    }),
  }),
  z.strictObject({
    form: z.literal('json'),
    ...pagedList,
    post: z
      .string()
      .optional()
      .meta({ title: '请求体', description: 'Body of a POST request; {n} is the page number. Absent: GET.' }),
    rows: z.string().min(1).meta({ title: '行', description: 'Dotted path to the array of rows, e.g. data.list.' }),
    link: z.string().min(1).meta({
      title: '链接',
      description: 'Dotted path to the address inside a row, or a template with {path} parts: /art/{id}.html.',
    }),
    title: z.string().min(1).meta({ title: '标题', description: 'Dotted path inside a row.' }),
    date: z.string().min(1).optional().meta({
      title: '日期',
      description: 'Dotted path inside a row: a written date or a Unix time in seconds or milliseconds.',
    }),
  }),
  z.strictObject({ form: z.literal('feed'), ...plainList }),
  z.strictObject({
    form: z.literal('sitemap'),
    ...plainList,
    under: z.string().optional().meta({ title: '路径', description: 'Only addresses that contain this.' }),
  }),
]);
export type SourceList = z.infer<typeof SourceList>;

/** How fast and how much; the defaults are those of a polite guest. */
export const Pace = z.strictObject({
  seconds: z
    .number()
    .min(0)
    .default(3)
    .meta({ title: '间隔', description: 'Least pause between two requests to the host.' }),
  jitter: z.number().min(0).default(2).meta({ title: '抖动', description: 'Up to this many seconds more, at random.' }),
  perDay: z.int().positive().default(500).meta({ title: '每日上限', description: 'Requests per calendar day (UTC).' }),
  timeout: z.number().positive().default(60).meta({ title: '时限', description: 'Seconds for one answer, all of it.' }),
  maxBytes: z
    .int()
    .positive()
    .default(30_000_000)
    .meta({ title: '字节上限', description: 'Larger answers are cut off and reported.' }),
  revisitDays: z.number().min(0).default(7).meta({
    title: '复查间隔',
    description: 'Days after which a known notice is asked for again (conditionally); 0 = every run.',
  }),
});
export type Pace = z.infer<typeof Pace>;

export const Source = z
  .strictObject({
    id: Id.meta({ title: '编号', description: 'Equals the file name.' }),
    name: z
      .string()
      .min(1)
      .meta({ title: '发布者', description: 'Who publishes there; stands in the record as publisher.' }),
    kind: z.enum(['own', 'authority', 'media', 'mirror']).meta({
      title: '性质',
      description:
        'own: the enterprise itself; authority: a discipline commission or supervisor; media: a news site; mirror: republishes others’ pages. Decides the order of a record’s sources.',
    }),
    enterprise: Id.optional().meta({
      title: '企业',
      description: 'Id in content/enterprises, where it is one’s own site.',
    }),
    home: Address.meta({ title: '首页', description: 'For people.' }),
    lists: z
      .array(SourceList)
      .default([])
      .meta({ title: '列表', description: 'List pages, endpoints, feeds, sitemaps.' }),
    known: z
      .array(Address)
      .default([])
      .meta({ title: '已知网址', description: 'Single notices that no list leads to.' }),
    titles: z
      .strictObject({
        any: Words.default([]).meta({
          title: '含任一',
          description: 'A row is taken if its title has one of these; empty: all.',
        }),
        not: Words.default([]).meta({ title: '不含', description: 'And none of these.' }),
      })
      .prefault({})
      .meta({ title: '标题筛选', description: 'Which rows are notices; plain words, no patterns.' }),
    skip: z
      .array(z.strictObject({ url: Address, reason: Reason }))
      .default([])
      .meta({
        title: '不取',
        description: 'Addresses that lead nowhere for good or are no notices, and why: never asked for, no trouble.',
      }),
    hosts: Words.default([]).meta({
      title: '其他主机',
      description:
        'Hosts besides those of home, lists and known that rows may lead to (WeChat, a file server); others are skipped and counted.',
    }),
    selectors: NoticeSelectors.optional().meta({ title: '选择器', description: 'Where the parts of a notice stand.' }),
    attachments: z
      .enum(['auto', 'always', 'never'])
      .default('auto')
      .meta({ title: '附件', description: 'auto: followed where the page has no text of its own; always; never.' }),
    encoding: z.string().min(1).optional().meta({
      title: '编码',
      description: 'Label of the true encoding, where header and meta lie; absent: detected.',
    }),
    pace: Pace.prefault({}).meta({ title: '节奏', description: 'How fast and how much.' }),
    robots: z
      .strictObject({ ignore: z.literal(true), reason: Reason, until: z.iso.date() })
      .optional()
      .meta({ title: 'robots 例外', description: 'robots.txt is obeyed; an exception has a reason and an end.' }),
    tls: z
      .array(z.strictObject({ host: z.string().min(1), reason: Reason, until: z.iso.date() }))
      .default([])
      .meta({ title: '证书例外', description: 'Hosts whose broken certificate is accepted, why, and until when.' }),
    quietDays: z.int().positive().optional().meta({
      title: '静默天数',
      description: 'Days without a new notice that are usual here; absent: learnt from its own past.',
    }),
    enabled: z.boolean().meta({ title: '启用', description: 'Scraped when no --source is named.' }),
    verified: z.boolean().meta({ title: '已验证', description: 'A probe from a networked machine has succeeded.' }),
    example: z.string().min(1).optional().meta({
      title: '样例',
      description: 'Folder of a saved list page or notice with its answer; needed before a source may be enabled.',
    }),
    notes: z
      .array(z.string().min(1))
      .default([])
      .meta({ title: '备注', description: 'Defects to tell the publisher, peculiarities.' }),
    sample: z.literal(true).optional().meta({ title: '示例', description: 'A bundled sample publisher.' }),
  })
  .refine((s) => s.lists.length + s.known.length > 0, { error: 'needs lists or known addresses', path: ['lists'] })
  .refine((s) => s.sample || !s.enabled || s.example !== undefined, {
    error: 'an enabled source needs a saved example page with its answer: name its folder here',
    path: ['example'],
  })
  .refine((s) => !s.sample || new URL(s.home).hostname.endsWith('.example'), {
    error: 'a sample publisher lives under .example',
    path: ['home'],
  })
  .meta({ title: '来源', description: 'A place that publishes notices.' });
export type Source = z.infer<typeof Source>;
