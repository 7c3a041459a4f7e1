import type { Finding } from '../finding.ts';
import { INSPECT, ORDINAL, PLACE_COMMITTEE, stripLeadingWords, UNIT_COMMITTEE } from '../vocabulary.ts';

/**
 * The inspection round as stated, with its body where the text has it: 十九届中央第三轮,
 * 十二届省委第三轮, 2020年第三轮, 今年中央首轮, 海垦集团党委第八轮, 集团第二轮“回头看”.
 */
const NAME = '[\\u4e00-\\u9fff]';
const NTH = `(?:第${ORDINAL}|首)[轮批]`;
const TERM = `(?:第?[一二三四五六七八九十]{1,3}届)`;
const YEAR = '(?:\\d{4}年(?:度)?|今年|去年|本年度)';
const KIND = '专项|常规|提级|交叉';
const BODY = `(?:中央|${NAME}{0,8}?(?:${PLACE_COMMITTEE}|${UNIT_COMMITTEE}|集团))`;
/** What says that the round is one of inspection. */
const OF_INSPECTION = `(?:常规|专项|机动|提级|内部)?(?:${INSPECT}|“回头看”)`;

const AHEAD = `(?=${OF_INSPECTION}|[（(]|.{0,8}${INSPECT}|第${ORDINAL}(?:${KIND})?${INSPECT}组)`;
const SHAPES: readonly { weight: number; pattern: RegExp }[] = [
  { weight: 6, pattern: new RegExp(`${TERM}${BODY}(?:${YEAR})?${NTH}${AHEAD}`, 'gu') },
  { weight: 5, pattern: new RegExp(`(?:\\d{4}年(?:度)?|今年)${BODY}(?:巡视组)?${NTH}${AHEAD}`, 'gu') },
  {
    weight: 4,
    pattern: new RegExp(
      `(?:${NAME}{0,18}?(?:${UNIT_COMMITTEE}))?(?:今年)?[（(]?\\d{4}年(?:度)?[）)]?${NTH}(?=${OF_INSPECTION}|.{0,8}${INSPECT}|进驻|整改|反馈)`,
      'gu',
    ),
  },
  { weight: 3, pattern: new RegExp(`(?:${BODY}|${YEAR})${NTH}(?:“回头看”)?${AHEAD}`, 'gu') },
  { weight: 1, pattern: new RegExp(`${NTH}(?=${OF_INSPECTION})`, 'gu') },
];

/** 第三轮巡察（第一批） */
const BARE = new RegExp(`^${NTH}$`, 'u');
const BATCH = new RegExp(`^(?:${INSPECT})?[（(]?(第${ORDINAL}批)[）)]?`, 'u');
/** 今年（2016年）首轮 */
const GLOSS = /^今年[（(](\d{4}年)[）)]/u;

const COMMITTEE = new RegExp(UNIT_COMMITTEE, 'u');
const NUMBER = new RegExp(`(?:\\d{4}年(?:度)?)?${NTH}.*$`, 'u');
const isSameRound = (a: string, b: string): boolean => NUMBER.exec(a)?.[0] === NUMBER.exec(b)?.[0];

/** 集团党委4月11日上午在研发楼开第三轮巡察动员会: whose round a bare number is. */
const HOLDER =
  /((?:集团|集团公司|股份公司|公司|省?局)党[委组])[^。；;，,、\n]{0,16}(?:召?开了?|启动了?|部署了?)$|((?:第?[一二三四五六七八九十]+届)?[\u4e00-\u9fff]{0,4}?(?:省|市|区|县|州)委)(?:决定|启动|开展了?|组织|部署|安排)$/u;

/** 甲集团党组2020年第一轮: the year names an enterprise’s round, 2020年第一轮. */
const OWN_BODY =
  /^(?!(?:集团公司|集团|股份公司|公司)党|国家).*(?:集团|公司|[局行院厂社])[）)]?(?:党委|党组)(?=\d{4}年)/u;

/** Rounds of the past or in a plan, which are not the round of this notice. */
const OTHER_ROUND = /(?:上一?|前几?|以往|历|此前|下一?|每|已(?:经)?(?:开展|完成|进行)了?)$/u;

/** （一）上轮巡视整改不到位。对十一届市委第二轮巡视反馈…: what was left of a round before. */
const OF_BEFORE = /(?:上一?[轮次]|前次|以往)[^。]{0,12}。?[^。，,]{0,8}$/u;

/** 学习省委第八轮巡视工作动员部署会精神: others’ meetings. */
const STUDIED = /^(?![^，,。；;、]{0,30}反馈)[^，,。；;、]{0,40}(?:会议|讲话|部署会?|报告》?)精神/u;

/** Every shape ends in a number of a round; so far before it a name may begin, and so far behind it the shapes look. */
const ANCHOR = new RegExp(NTH, 'gu');
const BEFORE = 80;
const BEHIND = 24;

/** The stretches that may hold names of rounds: around each number, joined where they meet. */
function stretchesOf(text: string): { start: number; words: string }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { index, 0: number } of text.matchAll(ANCHOR)) {
    const last = spans.at(-1);
    const start = Math.max(0, index - BEFORE);
    const end = index + number.length + BEHIND;
    if (last && start <= last.end) last.end = end;
    else spans.push({ start, end });
  }
  return spans.map(({ start, end }) => ({ start, words: text.slice(start, end) }));
}

/**
 * All rounds that the text names, the best first: by completeness of the name, then by place; what the text says of
 * itself goes before its title, which ends at `titleEnd`.
 */
export function findRounds(text: string, titleEnd = 0): Finding<string>[] {
  const stretches = stretchesOf(text);
  const found: (Finding<string> & { weight: number })[] = [];
  const shaped = SHAPES.flatMap(({ weight, pattern }) =>
    stretches.flatMap(({ start, words }) =>
      Array.from(words.matchAll(pattern), ({ index, 0: name }) => ({ weight, start: start + index, name })),
    ),
  );
  for (const { weight, start, name } of shaped) {
    const end = start + name.length;
    if (
      OTHER_ROUND.test(text.slice(Math.max(0, start - 6), start)) ||
      OF_BEFORE.test(text.slice(Math.max(0, start - 28), start)) ||
      STUDIED.test(text.slice(start, start + 50))
    )
      continue;
    if (found.some((one) => start < one.end && one.start < end)) continue;
    const words = stripLeadingWords(
      name.replace(/^.*(?:关于|通报了|听取了|参加|开展了?|完成了?|部署|启动|推进|标志着|[上下]午)/u, ''),
    ).replace(OWN_BODY, '');
    const body = BARE.test(words)
      ? (HOLDER.exec(text.slice(Math.max(0, start - 40), start))
          ?.slice(1)
          .find(Boolean) ?? '')
      : '';
    const batch = BATCH.exec(text.slice(end, end + 12))?.[1] ?? '';
    found.push({
      value: `${body}${words.replace(GLOSS, '$1').replace('中央巡视组', '中央')}${batch}`,
      start: end - words.length,
      end,
      quote: words,
      weight,
    });
  }
  const [first, ...others] = found.sort(
    (a, b) => b.weight - a.weight || Number(a.start < titleEnd) - Number(b.start < titleEnd) || a.start - b.start,
  );
  if (!first) return [];
  // of several names of one round the one with its body
  const fuller = COMMITTEE.test(first.value)
    ? undefined
    : others.find(
        ({ value, weight }) => weight === first.weight && COMMITTEE.test(value) && isSameRound(value, first.value),
      );
  return [...(fuller ? [fuller] : []), first, ...others.filter((one) => one !== fuller)].map(
    ({ weight: _, ...finding }) => finding,
  );
}
