import { readXml } from './xml.ts';

/** One level of a list: “（%1）” in Chinese numerals from 1. */
export interface ListLevel {
  format: string;
  text: string;
  start: number;
  /** Numbers of outer levels are shown in Arabic figures. */
  legal: boolean;
  /** Counting starts anew after a paragraph of this level (1-based) or an outer one; 0 never; null: any outer level. */
  restart: number | null;
}

/** What a paragraph's number id (w:numId) means. */
interface ListUse {
  /** The list whose counters it shares (w:abstractNumId). */
  list: string;
  /** Levels that start anew with this use, and levels it defines for itself. */
  starts: Map<number, number>;
  own: Map<number, ListLevel>;
  /** The level of paragraphs of a style. */
  styles: ReadonlyMap<string, number>;
}

export interface Numbering {
  lists: Map<string, ListUse>;
  levels: Map<string, Map<number, ListLevel>>;
}

/** What is known of a list while it is read. */
interface ListPart {
  levels: Map<number, ListLevel>;
  styles: Map<string, number>;
  /** The list is defined in another place, under the style of this name. */
  link: string | null;
}

const DIGITS = '〇一二三四五六七八九';

/** 1…9999 in Chinese numerals as Word writes them: 十一, 二十, 一百零五. */
export function chineseNumber(value: number): string {
  if (value <= 0 || value > 9999) return String(value);
  const units = ['', '十', '百', '千'];
  const figures = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  for (const [i, figure] of figures.entries()) {
    if (figure === 0) gap = true;
    else {
      if (gap) text += '零';
      gap = false;
      text += `${DIGITS[figure]}${units[figures.length - 1 - i]}`;
    }
  }
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

const LEGAL = [...'零壹贰叁肆伍陆柒捌玖'];
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

function roman(value: number): string {
  const table: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let text = '';
  let rest = value;
  for (const [size, letters] of table)
    while (rest >= size) {
      text += letters;
      rest -= size;
    }
  return text;
}

/** a … z, aa, bb: as Word counts in letters. */
const letters = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(20, Math.ceil(value / 26)));

const circled = (value: number): string =>
  value <= 20
    ? String.fromCodePoint(0x2460 + value - 1)
    : value <= 35
      ? String.fromCodePoint(0x3251 + value - 21)
      : `(${value})`;

const CHINESE_FORMATS = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'japaneseCounting',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
  'ideographDigital',
  'taiwaneseDigital',
  'japaneseDigitalTenThousand',
  'koreanCounting',
]);

/** One number in the format of its level; '' for bullets and levels without number. */
export function formatNumber(value: number, format: string): string {
  if (format === 'bullet' || format === 'none') return '';
  if (CHINESE_FORMATS.has(format)) return chineseNumber(value);
  if (value <= 0) return String(value);
  switch (format) {
    case 'chineseLegalSimplified':
      return [...chineseNumber(value)]
        .map((digit) => LEGAL[DIGITS.indexOf(digit)] ?? { 十: '拾', 百: '佰', 千: '仟' }[digit] ?? digit)
        .join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value);
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value);
    case 'ideographZodiac':
      return BRANCHES[value - 1] ?? String(value);
    case 'ideographEnclosedCircle':
      return value <= 10 ? String.fromCodePoint(0x3280 + value - 1) : `(${value})`;
    case 'upperRoman':
      return roman(Math.min(value, 3999)).toUpperCase();
    case 'lowerRoman':
      return roman(Math.min(value, 3999));
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    default:
      return String(value);
  }
}

const numberOf = (value: string | undefined, missing: number): number => {
  const parsed = Number.parseInt(value ?? '', 10);
  return Number.isNaN(parsed) ? missing : parsed;
};

function setLevel(level: ListLevel, name: string, value: string): void {
  // A custom format names its own sequence of numerals; plain figures are the nearest.
  if (name === 'w:numFmt') level.format = value === 'custom' ? 'decimal' : value;
  else if (name === 'w:lvlText') level.text = value;
  else if (name === 'w:start') level.start = numberOf(value, 1);
  else if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false';
  else if (name === 'w:lvlRestart') level.restart = numberOf(value, 0);
}

const newLevel = (): ListLevel => ({ format: 'decimal', text: '', start: 1, legal: false, restart: null });

/** word/numbering.xml → the lists of the document. `listOfStyle` gives the number id that a list style stands for. */
export function readNumbering(xml: string, listOfStyle: (style: string) => string | null): Numbering {
  const parts = new Map<string, ListPart>();
  const lists = new Map<string, ListUse>();
  let part: ListPart | null = null;
  let use: ListUse | null = null;
  let level: ListLevel | null = null;
  let at = 0;
  let override = 0;
  readXml(xml, 'word/numbering.xml', {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') {
        part = { levels: new Map(), styles: new Map(), link: null };
        parts.set(attributes['w:abstractNumId'] ?? '', part);
      } else if (name === 'w:num') {
        use = { list: '', starts: new Map(), own: new Map(), styles: new Map() };
        lists.set(attributes['w:numId'] ?? '', use);
      } else if (name === 'w:lvl') {
        level = newLevel();
        at = numberOf(attributes['w:ilvl'], 0);
        (use?.own ?? part?.levels)?.set(at, level);
      } else if (name === 'w:numStyleLink' && part) part.link = value;
      else if (name === 'w:abstractNumId' && use) use.list = value;
      else if (name === 'w:lvlOverride') override = numberOf(attributes['w:ilvl'], 0);
      else if (name === 'w:startOverride') use?.starts.set(override, numberOf(value, 1));
      else if (name === 'w:pStyle') part?.styles.set(value, at);
      else if (level) setLevel(level, name, value);
    },
    text: () => {},
    close: (name) => {
      if (name === 'w:lvl') level = null;
      else if (name === 'w:num') use = null;
      else if (name === 'w:abstractNum') part = null;
    },
  });
  for (const known of lists.values()) {
    const link = parts.get(known.list)?.link;
    const target = link ? lists.get(listOfStyle(link) ?? '') : undefined;
    if (target) known.list = target.list;
    known.styles = parts.get(known.list)?.styles ?? new Map();
  }
  return { lists, levels: new Map([...parts].map(([list, { levels }]) => [list, levels])) };
}

/** Counts paragraphs of lists in the order of the document: (list id, level) → the number that Word shows before the paragraph. */
export function listCounter(numbering: Numbering): (id: string, at: number) => string {
  const counts = new Map<string, number[]>();
  const started = new Set<string>();

  const levelOf = (id: string, at: number): ListLevel | undefined => {
    const entry = numbering.lists.get(id);
    return entry?.own.get(at) ?? numbering.levels.get(entry?.list ?? '')?.get(at);
  };

  return (id, at) => {
    const entry = numbering.lists.get(id);
    const level = levelOf(id, at);
    if (!entry || !level) return '';
    const count = counts.get(entry.list) ?? [];
    counts.set(entry.list, count);
    const anew = entry.starts.get(at);
    if (anew !== undefined && !started.has(`${id}/${at}`)) {
      started.add(`${id}/${at}`);
      count[at] = anew;
    } else count[at] = count[at] === undefined ? level.start : count[at] + 1;
    for (let deeper = at + 1; deeper < 9; deeper++) {
      const restart = levelOf(id, deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) delete count[deeper];
    }
    // Bullets are signs of symbol fonts, not text.
    if (level.format === 'bullet') return '';
    return level.text.replace(/%([1-9])/g, (_, place: string) => {
      const outer = Number(place) - 1;
      const format = levelOf(id, outer)?.format ?? 'decimal';
      const value = count[outer] ?? levelOf(id, outer)?.start ?? 1;
      return formatNumber(value, level.legal && format !== 'bullet' && format !== 'none' ? 'decimal' : format);
    });
  };
}
