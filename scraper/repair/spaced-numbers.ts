import { unitAt } from '../units.ts';
import { disjoint, type Edit, editMatches, type Repair } from './edit.ts';

/** Cheap sign that a text may have such a place at all. */
const HINT = /\d(?: [ \d.,一-鿿％%‰]|\n[\d一-鿿％%]|[.,] \d)|第 \d|问题\d \d|[年月][ \n]\d/;

/** Digits with their decimal point or thousands commas, and the same again after a gap: a blank, or a blank beside the mark. */
const ATOM = /\d+(?:[.,]\d+)*/g;
const GAP = /^(?: [.,]?|\n|[.,] )(?=\d)/;
const MOST_CHUNKS = 6;

/** A number as the page set it: `chunks[i]` is followed by `gaps[i]`. */
interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly chunks: readonly string[];
  readonly gaps: readonly Edit[];
}

const IDEOGRAPH = /[㐀-鿿]/;
/** What may stand before a number in a sentence. */
const BEFORE_NUMBER = /[㐀-鿿，、：；。（(“《〔—～]/;
/** A number right after one of these is part of a code, a time, a version or an address. */
const INSIDE_CODE = /[A-Za-z_@#:/.\d-]/;
/** Words after which a number is a name, and the next one begins something else: 附件1 23个单位. */
const LABEL =
  /(?:附件|附表|(?<![报代年仪手外账])表|图|序号|编号|电话|传真|手机|邮编|邮政编码|热线|分别为|分别是|版本|No|NO)[:：]? ?$/;
const DECIMAL_UNIT = /^(?:[%％‰万亿元米吨倍度℃亩]|个百分点|公里|平方|千)/;
const YEAR = /^(?:19|20)\d\d$/;
/** A line at least this long may have been broken by the page’s width. */
const LEAST_WRAPPED = 12;

const DATE_PART = /^(?:年|月(?![台嫂刊])|日(?![常报益均夜])|时(?![间期代候任刻])|号)/;
const MAGNITUDE = /^[万亿](?![一分象事物千般全科达])/;
/** Units that more often begin the word after a number (手机, 张某, 省委) or count nothing (04 版). */
const ENDS_CLAUSE = /^[，。；、）)]$/;
const NOT_COUNTED = '版手代角票股字口面本双对组队班包车门课国省市县村镇乡部点段片把张头包';

function isUnit(text: string, at: number): boolean {
  const unit = unitAt(text, at);
  if (unit === null || /^[A-Za-z]/.test(unit.form)) return false;
  return !NOT_COUNTED.includes(unit.form) || ENDS_CLAUSE.test(text.charAt(at + unit.form.length));
}

/** Whether what a number counts stands right here: a unit, a part of a date, a magnitude. */
function isCounted(text: string, at: number): boolean {
  const next = text.slice(at, at + 2);
  if (DATE_PART.test(next) || MAGNITUDE.test(next)) return true;
  if (/^[余多几]/.test(next)) return MAGNITUDE.test(text.slice(at + 1, at + 3)) || isUnit(text, at + 1);
  return isUnit(text, at);
}

function clusters(text: string): Cluster[] {
  const found: Cluster[] = [];
  ATOM.lastIndex = 0;
  for (let atom = ATOM.exec(text); atom; atom = ATOM.exec(text)) {
    const chunks = [atom[0]];
    const gaps: Edit[] = [];
    let end = ATOM.lastIndex;
    for (let gap = GAP.exec(text.slice(end, end + 3)); gap && chunks.length < MOST_CHUNKS; ) {
      const from = end + gap[0].length;
      ATOM.lastIndex = from;
      const next = ATOM.exec(text);
      if (!next) break;
      gaps.push({ start: end, end: from, text: gap[0].trim() });
      chunks.push(next[0]);
      end = ATOM.lastIndex;
      gap = GAP.exec(text.slice(end, end + 3));
    }
    ATOM.lastIndex = end;
    found.push({ start: atom.index, end, chunks, gaps });
  }
  return found;
}

const lineLengthBefore = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** The first character before a position that is no plain space; '' at the start of a line. */
function precedingCharacter(text: string, at: number): string {
  let before = at - 1;
  while (before >= at - 2 && text[before] === ' ') before--;
  const character = text.charAt(before);
  return character === '\n' || character === '\t' || character === ' ' ? '' : character;
}

function isGapInside({ chunks, gaps }: Cluster, index: number, text: string, counted: number): boolean {
  const left = chunks[index] ?? '';
  const right = chunks[index + 1] ?? '';
  const gap = gaps[index] as Edit;
  if (gap.text === ',') return /^\d{1,3}$/.test(left) && /^\d{3}(?![\d])/.test(right);
  if (gap.text === '.')
    return !left.includes('.') && /^\d{1,4}$/.test(right) && DECIMAL_UNIT.test(text.slice(counted, counted + 4));
  if (text[gap.start] === '\n') return lineLengthBefore(text, gap.start) >= LEAST_WRAPPED && /^\d{1,3}/.test(right);
  return !left.includes('.') || /^\d{1,2}$/.test(right);
}

/** A date part has a range; other numbers stay below a billion. */
function isPlausible(digits: string, text: string, start: number, counted: number): boolean {
  const value = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(value) || digits.length > 13 || /^0\d/.test(digits)) return false;
  switch (text[counted]) {
    case '年':
      return digits.length <= 2 || YEAR.test(digits);
    case '月':
      return value >= 1 && value <= 12;
    case '日':
      return value >= 1 && value <= 31 && text[start - 1] !== '年';
    default:
      return true;
  }
}

/** Whether all chunks are one number. `counted` is where its unit stands. */
function isOneNumber(cluster: Cluster, text: string, counted: number): boolean {
  const { chunks, gaps, start } = cluster;
  const joined = chunks.map((chunk, index) => chunk + (gaps[index]?.text ?? '')).join('');
  const before = precedingCharacter(text, start);
  const isYear = YEAR.test(joined) && text[counted] === '年';
  if (!BEFORE_NUMBER.test(before) && !(before === '' && isYear)) return false;
  // 。3. 5个 is the third item of a list
  const hasPointBeforeGap = gaps.some((gap) => gap.text === '.' && text[gap.start] === '.');
  if (hasPointBeforeGap && !/[㐀-鿿，、]/.test(before)) return false;
  if (YEAR.test(chunks[0] ?? '') && text[counted] !== '年') return false;
  if (!gaps.every((_, index) => isGapInside(cluster, index, text, counted))) return false;
  return isPlausible(joined, text, start, counted);
}

/** Where the counted thing begins: at the number’s end, or after up to two spaces or one line break. */
function countedAfter(text: string, end: number): number | null {
  let at = end;
  while (at < end + 2 && text[at] === ' ') at++;
  if (text[at] === '\n' && at === end) at++;
  if (/[%％‰]/.test(text.charAt(at))) return at;
  return isCounted(text, at) ? at : null;
}

/** A unit on the next line belongs to the number if the line was full, or if it goes on as a date. */
function isWrapped(text: string, end: number, before: string): boolean {
  const goesOn = /^(?:年\d|月\d|日)/.test(text.slice(end + 1, end + 3));
  return goesOn || (IDEOGRAPH.test(before) && lineLengthBefore(text, end) >= LEAST_WRAPPED);
}

/** 4036.78 万 元: the gaps between magnitude and unit. */
function magnitudeGap(text: string, counted: number): Edit[] {
  const tail = /^[万亿余多]{1,2}( {1,2})/.exec(text.slice(counted, counted + 4));
  if (!tail?.[1]) return [];
  const end = counted + tail[0].length;
  return isUnit(text, end) ? [{ start: end - tail[1].length, end, text: '' }] : [];
}

/** The blanks before a number whose own parts were set apart, back to the word that it belongs to. */
function leadingGap(text: string, start: number): Edit[] {
  let from = start;
  while (from > start - 2 && text[from - 1] === ' ') from--;
  if (from === start || !BEFORE_NUMBER.test(text.charAt(from - 1))) return [];
  const edits = [{ start: from, end: start, text: '' }];
  const isRange = /[年月日] [至到—～]$/.test(text.slice(Math.max(0, from - 3), from));
  return isRange ? [{ start: from - 2, end: from - 1, text: '' }, ...edits] : edits;
}

/** Where the range begins whose second number begins here (1-6 月, 3—5 个); the number itself if it ends none. */
function rangeStart(text: string, start: number): number {
  const first = /(?<![\d.-])[1-9]\d{0,3}(?:[-~～]|[–—]{1,2})$/.exec(text.slice(Math.max(0, start - 7), start));
  return first ? start - first[0].length : start;
}

function repairCluster(text: string, cluster: Cluster): Edit[] {
  const { start: own, end, chunks, gaps } = cluster;
  const start = rangeStart(text, own);
  if (INSIDE_CODE.test(text.charAt(start - 1))) return [];
  const before = precedingCharacter(text, start);
  if (before === '第' && text[start - 1] === ' ' && chunks.length === 1) return leadingGap(text, start);
  const counted = countedAfter(text, end);
  if (counted === null || LABEL.test(text.slice(Math.max(0, start - 8), start))) return [];

  const joined = gaps.length > 0 && isOneNumber(cluster, text, counted) ? gaps : [];
  const last = chunks.at(-1) ?? '';
  const isDatePart = DATE_PART.test(text.slice(counted, counted + 2));
  const isNumbering = before === '' && gaps.length === 0 && !isDatePart;
  if (isNumbering || (joined.length === 0 && /^0\d/.test(last) && !isDatePart)) return [];
  const isSet = counted > end && (text[end] !== '\n' || isWrapped(text, end, before));
  const unitGap = isSet ? [{ start: end, end: counted, text: '' }] : [];
  const inner = [...joined, ...unitGap, ...magnitudeGap(text, counted)];
  const continuesDate = /[年月]/.test(before) && isDatePart;
  const leading =
    inner.length > 0 || continuesDate
      ? leadingGap(text, joined.length > 0 || gaps.length === 0 ? start : end - last.length)
      : [];
  return [...leading, ...inner];
}

/** 第 3 巡视组: the number of a name, set apart on both sides. */
const ORDINAL_GAP = /(?<=第 ?\d{1,3}) (?=[㐀-鿿])/g;

/** 问题1 8：: the number of a finding at the start of its line. */
const FINDING_GAP = /(?<=^(?:反馈)?问题\d) (?=\d[：:、])/gm;

/** 1 5.关于…: the number of an item at the start of its line, where the item before it bears the number before. */
const ITEM_GAP = /(?<=^\d) (?=\d[.．、](?!\d))/gm;

/** No item is longer, with all its details. */
const ITEM_ABOVE = 6000;

function followsItem(text: string, gap: number): boolean {
  const [tens = '', ones = ''] = String(Number(text.charAt(gap - 1) + text.charAt(gap + 1)) - 1);
  const mark = text.charAt(gap + 2);
  const above = text.slice(Math.max(0, gap - ITEM_ABOVE), gap);
  return [`\n${tens}${ones}${mark}`, `\n${tens} ${ones}${mark}`].some((item) => above.includes(item));
}

/** A date that goes on after a blank or on the next line: 2015年 4月, 2015年4月⏎20日. */
const DATE_GAP = /(?<=\d ?[年月])[ \n]{1,2}(?=\d{1,2} ?[月日])/g;

/** Spaces and line breaks inside numbers, and between a number and what it counts: 6 3项, 4 036.78 万元, 2015 年 4 月. */
export const spacedNumbers: Repair = {
  name: 'spaced-numbers',
  find: (text) => {
    if (!HINT.test(text)) return [];
    const edits = clusters(text).flatMap((cluster) => repairCluster(text, cluster));
    return disjoint([
      ...edits,
      ...editMatches(text, ORDINAL_GAP, () => ''),
      ...editMatches(text, FINDING_GAP, () => ''),
      ...editMatches(text, ITEM_GAP, ({ index }) => (followsItem(text, index) ? '' : null)),
      ...editMatches(text, DATE_GAP, () => ''),
    ]);
  },
};
