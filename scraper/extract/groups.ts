import type { Finding } from '../finding.ts';
import {
  INSPECT,
  ORDINAL,
  PLACE_COMMITTEE,
  readOrdinal,
  stripLeadingWords,
  UNIT_COMMITTEE,
  writeOrdinal,
} from '../vocabulary.ts';

/**
 * Inspection groups that are numbered or specially named: 中央第六巡视组, 省委第三、第四巡视组,
 * 第一至第六巡视组, 市委巡察五组, 集团第二专项巡察组. A bare 省委巡视组 is none.
 */

const NAME = '[\\u4e00-\\u9fff（）()]';
const BODY = `(?:中央|${NAME}{0,14}?(?:${PLACE_COMMITTEE}|${UNIT_COMMITTEE}|集团公司|集团|公司|国资委))`;
/** 第八轮巡察 or 第二轮“回头看” between the body and its group. */
const ROUND = `(?:(?:\\d{4}年)?(?:第${ORDINAL}|首)[轮批](?:${INSPECT})?(?:“回头看”)?|\\d{4}年度?)?`;
const MORE = `(?:(?:[、，,和及与]|以及|至|到|—|-|－)第?${ORDINAL})`;
const KIND = '(?:专项|常规|提级|交叉|机动|联动|[（(](?:提级|交叉|联动|专项)[）)])*';

const NUMBERED = new RegExp(`(${BODY})?${ROUND}第(${ORDINAL})(${MORE}*)(${KIND})(${INSPECT})组`, 'gu');
const TRAILING_NUMBER = new RegExp(`(${BODY})(${KIND})(${INSPECT})第?(${ORDINAL})组`, 'gu');
/** 巡察一组、巡察二组 or 一组、二组: the same body's, right after its first. */
const MORE_TRAILING = new RegExp(`^(?:[、，,和及与]${KIND}(?:${INSPECT})?第?${ORDINAL}组(?!织|成|长|员|建))+`, 'u');
const ONE_TRAILING = new RegExp(`(${KIND}(?:${INSPECT})?)第?(${ORDINAL})组`, 'gu');
/** Who sent a group that is named without its body: 受市国资委党委指派. */
const SENDER = new RegExp(
  `(?:受|经|由)(${NAME}{2,16}?(?:${PLACE_COMMITTEE}|${UNIT_COMMITTEE}|中央))(?:的)?(?:委托|委派|指派|派遣|派出|授权|批准)`,
  'u',
);
/** The body of the round, where the groups are named without one: 十届自治区党委第七轮巡视. */
const ROUND_BODY = new RegExp(
  `届(中央|${NAME}{0,6}?${PLACE_COMMITTEE}|${NAME}{0,12}?${UNIT_COMMITTEE})第${ORDINAL}轮`,
  'u',
);

/** 第一、第三 → [1, 3]; 第一至第六 → [1 … 6]. */
function expand(first: string, more: string): number[] {
  const numbers = [readOrdinal(first)];
  for (const match of more.matchAll(new RegExp(`(至|到|—|-|－)?[、，,和及与以]*第?(${ORDINAL})`, 'gu'))) {
    const next = readOrdinal(match[2] ?? '');
    const last = numbers.at(-1) ?? next;
    if (match[1] && next > last && next - last < 40) for (let n = last + 1; n < next; n++) numbers.push(n);
    numbers.push(next);
  }
  return numbers.filter((n) => n > 0);
}

const cleanBody = (body: string): string => {
  const stripped = stripLeadingWords(
    body.replace(/^.*(?:的|督办|督导|听取|对照|落实|针对|配合|接受|迎接|召开|统筹|围绕)/u, ''),
  ).replace(/^(?:[年月日旬]|又?有|还有)*(?:[一二三四五六七八九十]+届)?/u, '');
  const place = new RegExp(`(?:[\\u4e00-\\u9fff]{0,4}?)${PLACE_COMMITTEE}$`, 'u').exec(stripped);
  // a place committee needs no more than the place before it; longer strings hold words of the sentence
  return place && stripped.length > 8 ? place[0] : stripped;
};

/** A group without a number or an ordinal is not looked at twice. */
const NUMBER = new RegExp(`第${ORDINAL}|${ORDINAL}组$`, 'u');

/** 党委第二巡察组 after 公司党委第一巡察组 is the same committee’s. */
const fuller = (body: string, last: string): string => (/^党[委组]$/u.test(body) && last.endsWith(body) ? last : body);

/** How far before its 组 the name of a group may begin: lists of numbers are long. */
const REACH = 90;
const GROUP_WORD = new RegExp(`${INSPECT}(?:第?${ORDINAL})?组`, 'gu');

/** The stretches of a text that may hold a group, without overlap: the patterns are not run over all the rest. */
function* windows(text: string): Generator<{ start: number; words: string }> {
  let last = 0;
  for (const match of text.matchAll(GROUP_WORD)) {
    const end = match.index + match[0].length;
    const start = Math.max(last, match.index - REACH, text.lastIndexOf('\n', match.index) + 1);
    yield { start, words: text.slice(start, end) };
    last = end;
  }
}

/** Groups in the order of the text, each once. */
export function findGroups(text: string): Finding<string>[] {
  const found: (Finding<string> & { number: number; body: string })[] = [];
  const sender = SENDER.exec(text)?.[1];
  const roundBody = ROUND_BODY.exec(text)?.[1];
  const central = text.includes('中央巡视组') ? '中央' : '';
  let lastBody = '';

  const add = (body: string, number: number, tail: string, start: number, quote: string) => {
    const value = `${body}第${writeOrdinal(number)}${tail}`;
    const known = found.some(
      (one) =>
        one.number === number &&
        (one.body === body || body === '' || one.body.endsWith(body) || body.endsWith(one.body)),
    );
    if (!known && quote.length <= 80) found.push({ value, start, end: start + quote.length, quote, number, body });
  };

  for (const { start: from, words } of windows(text)) {
    if (!NUMBER.test(words)) continue;
    for (const match of words.matchAll(NUMBERED)) {
      const [whole, rawBody = '', first = '', more = '', kind = '', inspect = ''] = match;
      const stated = fuller(cleanBody(rawBody), lastBody);
      const body = stated || lastBody || roundBody || (sender ? stripLeadingWords(sender) : central);
      if (stated) lastBody = stated;
      const offset = rawBody ? Math.max(0, whole.indexOf(stated)) : 0;
      for (const number of expand(first, more))
        add(body, number, `${kind}${inspect}组`, from + match.index + offset, whole.slice(offset));
    }
    for (const match of words.matchAll(TRAILING_NUMBER)) {
      const [whole, rawBody = '', kind = '', inspect = '', number = ''] = match;
      const body = cleanBody(rawBody);
      const tail = (ordinal: string): string => `${kind}${inspect}${ordinal}组`;
      const push = (ordinal: string, start: number, quote: string): void => {
        const isKnown = found.some(
          (one) => one.value.endsWith(tail(ordinal)) && (one.body.startsWith(body) || body.startsWith(one.body)),
        );
        if (isKnown) return;
        const span = { start, end: start + quote.length, quote };
        found.push({ value: `${body}${tail(ordinal)}`, ...span, number: readOrdinal(ordinal), body });
      };
      push(number, from + match.index + whole.indexOf(body), whole.slice(whole.indexOf(body)));
      const end = from + match.index + whole.length;
      const others = MORE_TRAILING.exec(text.slice(end, end + REACH))?.[0] ?? '';
      for (const other of others.matchAll(ONE_TRAILING)) push(other[2] ?? '', end + other.index, other[0]);
    }
  }
  return found.map(({ value, start, end, quote }) => ({ value, start, end, quote }));
}
