import { MAX_QUOTE, type PageEvidence, type StatedDate } from '../../src/model/index.ts';
import type { DateMention } from '../dates.ts';

/** A publication date with the words that state it, on the page or in the text. */
export interface Published {
  readonly date: StatedDate;
  readonly quote: string;
  readonly from: PageEvidence['from'];
}

/** What the publication date is read from; `findDates` is the date grammar. */
export interface PublicationSource {
  /** Lines beside the title: 发布时间：… 来源：… */
  readonly lines: readonly string[];
  /** Machine-readable tags of the page. */
  readonly meta: readonly { name: string; content: string }[];
  /** The clean text, for datelines (北京2月27日电) and edition marks (2023年09月20日 04版). */
  readonly text: string;
  readonly findDates: (text: string, published?: string | null) => readonly DateMention[];
}

const LABEL =
  /(?:发布|发表|更新|刊发|刊登|成文|公开|上传|录入|添加|印发|发文)(?:的)?(?:时间|日期|于)|(?:^|[\s【[（(|])(?:时间|日期)[：:]|成文日期|编印/u;
/** A date on a line of its own, or with a clock time, a source or a counter beside it. */
const NEAR_TITLE =
  /^\s*[\d年月日./:：\-\s]{8,24}(?:来源|作者|综合|[\u4e00-\u9fff]{2,12}报|\||$|\d+$)|^\s*\d{1,2}\.\d{1,2}\.\d{4}|（\d{4}年\d{1,2}月\d{1,2}日\s*第?\d+版|《[^》]{2,20}(?:报|刊)》|\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}|^\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\S/u;
const META =
  /pubdate|publishdate|publish(?:ed)?_time|datepublished|publish-time|firstpublishedtime|releasedate|^date$|createdate|dcterms\.(?:issued|created)/iu;
/** …2月27日电, 5月18日讯: the reporter’s day. */
const DATELINE = /(?:^|\n)[^\n。，,]{0,16}?((?:\d{4}年)?\d{1,2}月\d{1,2}日)\s*(?:电|讯)/u;
/** （2023年09月20日 04版）, 《南浦日报》（2020年11月26日 第03版） */
const EDITION = /[（(](?!原载)[^（()）\n]{0,20}?(\d{4}年\d{1,2}月\d{1,2}日)[^（()）\n]{0,10}版[^（()）\n]{0,6}[）)]/u;

const clip = (quote: string): string => quote.trim().slice(0, MAX_QUOTE);
const isFull = ({ date }: DateMention): boolean => date.length >= 8;

/** The publication date by the surest statement; never from the address. */
export function findPublished(source: PublicationSource): Published | null {
  return fromLines(source) ?? fromMeta(source) ?? fromText(source);
}

function fromLines({ lines, findDates }: PublicationSource): Published | null {
  const labelled = lines.findIndex((line) => LABEL.test(line));
  const order = labelled < 0 ? [...lines.keys()] : [labelled, labelled + 1, labelled + 2, ...lines.keys()];
  for (const index of order) {
    const line = lines[index];
    if (line === undefined) continue;
    const label = LABEL.exec(line);
    const from = label && index === labelled ? label.index : 0;
    const [first] = findDates(line.slice(from)).filter(isFull);
    if (
      first &&
      (index === labelled || index === labelled + 1 || NEAR_TITLE.test(line) || LABEL.test(line) || line.length <= 40)
    )
      return { date: first.date, quote: clip(line.slice(from)), from: 'header' };
  }
  return null;
}

function fromMeta({ meta, findDates }: PublicationSource): Published | null {
  for (const { name, content } of meta) {
    if (!META.test(name)) continue;
    const iso = /^(\d{4}-\d{2}-\d{2})T/u.exec(content)?.[1];
    const date = iso ?? findDates(content).find(isFull)?.date;
    if (date) return { date, quote: clip(`${name}: ${content}`), from: 'meta' };
  }
  return null;
}

function fromText({ text, findDates }: PublicationSource): Published | null {
  const edition = EDITION.exec(text);
  if (edition?.[1]) {
    const [mention] = findDates(edition[1]);
    if (mention) return { date: mention.date, quote: clip(edition[0]), from: 'footer' };
  }
  const dateline = DATELINE.exec(text.slice(0, 400));
  if (!dateline?.[1]) return null;
  const at = dateline.index + dateline[0].indexOf(dateline[1]);
  const mention = findDates(text).find(({ start, end }) => start <= at && at < end);
  return mention ? { date: mention.date, quote: clip(dateline[0]), from: 'header' } : null;
}
