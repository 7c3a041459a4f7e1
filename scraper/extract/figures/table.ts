import { type Figure, type FigureCategory, isNumberCell, isTotalLabel, tableCells } from '../../../src/model/index.ts';
import { readNumeral } from '../../numerals.ts';

/**
 * Tables: rows of tab-separated cells. Mostly the head names what each column counts, in brackets its unit;
 * in a list (项目 – 单位 – 数量) the first cell of each row does.
 */
const COLUMNS: readonly { category: FigureCategory; unit: string; pattern: RegExp }[] = [
  { category: 'completionRate', unit: '%', pattern: /(?:完成|整改|办结|落实|销号|改结)率|(?:完成|落实|整改)比例/u },
  { category: 'satisfaction', unit: '%', pattern: /满意(?:度|率)/u },
  {
    category: 'measuresDone',
    unit: '项',
    pattern: /(?:措施|举措).{0,6}(?:完成|落实)|(?:完成|落实|办结|销号).{0,4}(?:措施|举措)/u,
  },
  {
    category: 'tasksDone',
    unit: '项',
    pattern: /(?:任务|事项).{0,6}(?:完成|销号)|(?:完成|办结|销号).{0,4}(?:任务|事项)/u,
  },
  {
    category: 'issuesDone',
    unit: '个',
    pattern:
      /问题.{0,6}(?:完成|已整改|整改到位|销号)|(?:已?完成|已整改|整改完成|完成整改|销号|办结).{0,4}问题|已?整改(?:完成)?问题|完成整改/u,
  },
  { category: 'measures', unit: '项', pattern: /措施|举措/u },
  { category: 'tasks', unit: '项', pattern: /任务|整改事项/u },
  { category: 'clues', unit: '件', pattern: /线索|信访/u },
  { category: 'issues', unit: '个', pattern: /问题/u },
  { category: 'rules', unit: '项', pattern: /(?<!废止.{0,4})(?:制度|办法)/u },
  { category: 'transfers', unit: '人', pattern: /移送|移交司法|留置/u },
  { category: 'discipline', unit: '人', pattern: /处分/u },
  { category: 'talks', unit: '人', pattern: /约谈|诫勉|批评教育|谈话提醒/u },
  { category: 'accountabilityPersons', unit: '人', pattern: /问责|处理|追责|形态/u },
  { category: 'money', unit: '元', pattern: /追缴|挽回|清退|退还|收缴|追回|清收/u },
];
const DONE_ONLY = /^(?:已|其中已?)?(?:完成|落实|整改|销号|办结)(?:数|情况)?(?:[（(].{1,4}[）)])?$/u;
const DONE_OF: Partial<Record<FigureCategory, FigureCategory>> = {
  issues: 'issuesDone',
  tasks: 'tasksDone',
  measures: 'measuresDone',
};
const UNIT = /[（(](个|项|条|件|人|人次|名|万元|元|亿元|%|％|家|份|次|起)[）)]/u;
const SCALE: Readonly<Record<string, number>> = { 万元: 10_000, 亿元: 100_000_000 };

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** The cells of one line with their offsets. */
const cellsOf = (text: string, from: number, to: number): Cell[] =>
  tableCells(text, from, to).map(({ start, end }) => ({ text: text.slice(start, end), start }));

interface Column {
  readonly category: FigureCategory;
  readonly unit: string;
  readonly scale: number;
}

/** Where a list has its words, its units and its numbers. */
interface ListHead {
  readonly label: number;
  readonly unit: number;
  readonly amount: number;
}

const UNIT_HEAD = /^(?:计量)?单位$/u;
const LABEL_HEAD = /^(?:项\s*目|指\s*标|内\s*容|类\s*别|事\s*项|名\s*称)$/u;
const AMOUNT_HEAD = /^(?:数\s*[量值据]|人数|次数|合\s*计)$/u;

function readListHead(cells: readonly Cell[]): ListHead | null {
  const unit = cells.findIndex(({ text }) => UNIT_HEAD.test(text));
  const amount = cells.findIndex(({ text }) => AMOUNT_HEAD.test(text));
  const label = cells.findIndex(({ text }) => LABEL_HEAD.test(text));
  return unit > 0 && amount > 0 ? { label: Math.max(0, label), unit, amount } : null;
}

/** What a row of a list counts. */
function readListRow(
  cells: readonly Cell[],
  { label: place, unit, amount }: ListHead,
): { cell: Cell; column: Column } | null {
  const label = cells[place]?.text ?? '';
  const stated = cells[unit]?.text ?? '';
  const cell = cells[amount];
  const known = COLUMNS.find(({ pattern }) => pattern.test(label));
  if (!cell || !known || stated === '') return null;
  const scale = SCALE[stated] ?? 1;
  return { cell, column: { category: known.category, unit: scale > 1 ? '元' : stated.replace('％', '%'), scale } };
}

/** What each column counts; 已完成 alone counts what the column before it counts. */
function readHead(cells: readonly Cell[]): (Column | null)[] {
  let last: FigureCategory | null = null;
  return cells.map(({ text }) => {
    const stated = UNIT.exec(text)?.[1];
    const known = DONE_ONLY.test(text) ? null : COLUMNS.find(({ pattern }) => pattern.test(text));
    const category: FigureCategory | undefined =
      known?.category ?? (DONE_ONLY.test(text) && last ? DONE_OF[last] : undefined);
    if (!category) return null;
    if (DONE_OF[category]) last = category;
    const unit = stated === '％' ? '%' : stated && SCALE[stated] ? '元' : (stated ?? known?.unit ?? '项');
    return { category, unit, scale: (stated && SCALE[stated]) || 1 };
  });
}

/** 总数, 应完成; 完成率: what the second row of a head says of the column above it. */
const ALL_OF = /^(?:总|应|合计|小计|数|个|条|项)/u;
const RATE_OF = /率|比例|[%％]/u;

function subColumn(above: Column, text: string): Column | null {
  if (RATE_OF.test(text)) return { category: 'completionRate', unit: '%', scale: 1 };
  const done = DONE_OF[above.category];
  if (done && DONE_ONLY.test(text)) return { ...above, category: done };
  return ALL_OF.test(text) ? above : null;
}

/** A head of two rows: 反馈问题 above 总数 and 已完成. Null where the cells do not add up to the width of the rows. */
function headOfTwo(upper: readonly Cell[], lower: readonly Cell[], width: number): (Column | null)[] | null {
  const above = readHead(upper);
  const isParted = (column: Column | null): column is Column =>
    column !== null && DONE_OF[column.category] !== undefined;
  const parted = above.filter(isParted).length;
  const each = lower.length / parted;
  if (!Number.isInteger(each) || each < 2 || above.length - parted + lower.length !== width) return null;
  let next = 0;
  return above.flatMap((column) => {
    if (!isParted(column)) return [column];
    next += each;
    return lower.slice(next - each, next).map(({ text }) => subColumn(column, text));
  });
}

/**
 * A head as long as a row that has fewer cells, because one spans several columns or the last are empty: the end or
 * the beginning of the head, whichever has columns for the numbers and none for the words. Null where that is not sure.
 */
function headFor(head: readonly (Column | null)[], cells: readonly Cell[]): readonly (Column | null)[] | null {
  if (cells.length === head.length) return head;
  if (cells.length > head.length) return null;
  const ways = [head.slice(0, cells.length), head.slice(-cells.length)].filter((columns) =>
    cells.every(({ text }, index) => {
      const column = columns[index];
      return !isNumberCell(text) || column == null || /[%％]$/u.test(text) === (column.unit === '%');
    }),
  );
  const counted = ways.map((columns) => cells.filter(({ text }, i) => isNumberCell(text) && columns[i]).length);
  const most = Math.max(...counted);
  return counted.filter((count) => count === most).length === 1 ? (ways[counted.indexOf(most)] ?? null) : null;
}

/** Figures in the tables of a text; those of a total row, and those a list counts once, are totals. */
export function readTables(text: string, sectionOf: (offset: number) => string): Figure[] {
  const figures: Figure[] = [];
  let head: (Column | null)[] = [];
  let list: ListHead | null = null;
  /** The rows without numbers since the last one with them. */
  let headRows: Cell[][] = [];
  let listed: Figure[] = [];
  let offset = 0;
  const read = (cell: Cell, { category, unit, scale }: Column, scope: Figure['scope']): Figure | null => {
    const value = isNumberCell(cell.text) ? readNumeral(cell.text.replace(/[%％]$/u, '')) : null;
    const end = cell.start + cell.text.length;
    if (value === null) return null;
    return {
      category,
      value: Number((value * scale).toFixed(4)),
      unit,
      approx: false,
      scope,
      quote: cell.text,
      start: cell.start,
      end,
      section: sectionOf(cell.start),
    };
  };
  const endList = () => {
    for (const figure of listed) {
      const once = listed.filter(({ category }) => category === figure.category).length === 1;
      figures.push({ ...figure, scope: once ? 'total' : 'part' });
    }
    listed = [];
    list = null;
  };
  for (const line of text.split('\n')) {
    const cells = line.includes('\t') ? cellsOf(text, offset, offset + line.length) : [];
    offset += line.length + 1;
    if (!cells.some((cell) => isNumberCell(cell.text))) {
      endList();
      headRows = cells.length > 0 ? [...headRows.slice(-1), cells] : [];
      head = readHead(cells);
      list = readListHead(cells);
    } else if (list) {
      const row = readListRow(cells, list);
      const figure = row && read(row.cell, row.column, 'part');
      if (figure) listed.push(figure);
    } else {
      const isTotal = cells.slice(0, 2).some((cell) => isTotalLabel(cell.text));
      const [upper, lower] = headRows;
      if (upper && lower) head = headOfTwo(upper, lower, cells.length) ?? head;
      headRows = [];
      const columns = headFor(head, cells);
      cells.forEach((cell, index) => {
        const column = columns?.[index];
        const figure = column ? read(cell, column, isTotal ? 'total' : 'part') : null;
        if (figure) figures.push(figure);
      });
    }
  }
  endList();
  return figures;
}
