import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { Id, Source } from '../src/model/index.ts';
import { Trouble } from './troubles.ts';

/** The bundled samples: invented publishers with their notices, plain files that a person can edit. */
export const SAMPLES = fileURLToPath(new URL('../content/samples/', import.meta.url));

/** Path on the publisher’s host, query included, as a visitor asks for it. */
const Path = z.string().regex(/^\/\S*$/, { error: 'starts with / and holds no spaces' });
/** Publication time on the page: a day, with or without the minute. */
const Published = z.string().regex(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/, { error: 'YYYY-MM-DD or YYYY-MM-DD HH:MM' });

/** A headline that is no notice: fills lists and sidebars. */
const Headline = z.strictObject({ date: Published, path: Path, title: z.string().min(1) });
export type Headline = z.infer<typeof Headline>;

const PublisherFile = z.strictObject({
  source: Id,
  host: z.string().endsWith('.example'),
  template: z.enum([
    'attachment',
    'cards',
    'column',
    'feed',
    'hongkong',
    'mirror',
    'modern',
    'script',
    'sitemap',
    'table',
    'trs',
    'wechat',
    'word',
  ]),
  /** What the bytes are. Files are UTF-8 and Simplified; big5 is written in Traditional characters when it is sent. */
  encoding: z.enum(['utf-8', 'gbk', 'gb18030', 'big5']),
  /** What the header claims instead of the truth; absent: UTF-8 is named, the others are not. */
  charset: z.string().min(1).optional(),
  site: z.string().min(1),
  list: z.strictObject({ path: Path, column: z.string().min(1), perPage: z.int().positive() }),
  headlines: z.array(Headline).default([]),
  footer: z.array(z.string().min(1)).default([]),
  /** What its robots.txt forbids besides the usual. */
  forbids: z.array(Path).default([]),
  troubles: z.array(Trouble).default([]),
});

const FrontMatter = z.strictObject({
  title: z.string().min(1),
  date: Published,
  path: Path,
  column: z.string().min(1),
  from: z.string().min(1),
  /** The editions of the sample web that show this text: two files with one path are a page that changes. */
  since: z.int().positive().default(1),
  until: z.int().positive().default(Number.MAX_SAFE_INTEGER),
  /** The text stands in a document at this path, to which the page only links. */
  document: Path.optional(),
});

export interface SampleNotice extends z.infer<typeof FrontMatter> {
  /** Name of the file without its ending. */
  readonly slug: string;
  /** The text below the front matter: a paragraph a line, tables as lines of | cells |. */
  readonly body: string;
}

export interface Publisher extends z.infer<typeof PublisherFile> {
  /** Name of its folder. */
  readonly id: string;
  /** Newest first. */
  readonly notices: readonly SampleNotice[];
}

/** Front matter and body of a notice file. Throws where the front matter is missing or does not fit. */
export function readNotice(file: string, text: string): SampleNotice {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!match) throw new Error(`${file}: starts with front matter between two lines of ---`);
  const head = FrontMatter.safeParse(parse(match[1] ?? ''));
  if (!head.success) throw new Error(`${file}: ${z.prettifyError(head.error)}`);
  return { slug: basename(file, '.md'), ...head.data, body: (match[2] ?? '').trim() };
}

/** Every publisher of the samples folder, in the order of their folder names. */
export function readPublishers(samples: string = SAMPLES): Publisher[] {
  return globSync('*/publisher.yaml', { cwd: samples })
    .sort()
    .map((path) => {
      const file = PublisherFile.safeParse(parse(readFileSync(join(samples, path), 'utf8')));
      if (!file.success) throw new Error(`${path}: ${z.prettifyError(file.error)}`);
      const id = dirname(path);
      const notices = globSync(`${id}/notices/*.md`, { cwd: samples })
        .map((notice) => readNotice(notice, readFileSync(join(samples, notice), 'utf8')))
        .sort((a, b) => b.date.localeCompare(a.date) || a.slug.localeCompare(b.slug));
      return { id, ...file.data, notices };
    });
}

/** A publisher as it is in one edition of the sample web. */
export const inEdition = (publisher: Publisher, edition: number): Publisher => ({
  ...publisher,
  notices: publisher.notices.filter(({ since, until }) => since <= edition && edition <= until),
  troubles: publisher.troubles.filter(({ since }) => since <= edition),
});

/** The declarations by which the scraper knows the sample publishers. */
export function readSampleSources(samples: string = SAMPLES): Source[] {
  return globSync('sources/*.yaml', { cwd: samples })
    .sort()
    .map((path) => Source.parse(parse(readFileSync(join(samples, path), 'utf8'))));
}

/** The key facts expected of a notice (`<slug>.expected.yaml`), or null where none were written down. */
export function readExpected(publisher: string, slug: string, samples: string = SAMPLES): unknown {
  const file = join(samples, publisher, 'notices', `${slug}.expected.yaml`);
  return existsSync(file) ? parse(readFileSync(file, 'utf8')) : null;
}
