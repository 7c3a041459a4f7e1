import type { Figure, FigureCategory } from '../../../src/model/index.ts';
import { readNumeral } from '../../numerals.ts';

/** Tables: rows of tab-separated cells; the head names what each column counts, in brackets its unit. */
const COLUMNS: readonly { category: FigureCategory; unit: string; pattern: RegExp }[] = [
  { category: 'completionRate', unit: '%', pattern: /(?:完成|整改|办结)率|完成比例/u },
  { category: 'satisfaction', unit: '%', pattern: /满意(?:度|率)/u },
  { category: 'measuresDone', unit: '项', pattern: /(?:措施|举措).{0,6}(?:完成|落实)|完成.{0,4}(?:措施|举措)/u },
  { category: 'tasksDone', unit: '项', pattern: /(?:任务|事项).{0,6}(?:完成|销号)|完成.{0,4}(?:任务|事项)/u },
  {
    category: 'issuesDone',
    unit: '个',
    pattern: /问题.{0,6}(?:完成|已整改|整改到位|销号)|已?整改(?:完成)?问题|完成整改/u,
  },
  { category: 'measures', unit: '项', pattern: /措施|举措/u },
  { category: 'tasks', unit: '项', pattern: /任务|整改事项/u },
  { category: 'clues', unit: '件', pattern: /线索|信访/u },
  { category: 'issues', unit: '个', pattern: /问题/u },
  { category: 'rules', unit: '项', pattern: /制度|办法/u },
  { category: 'discipline', unit: '人', pattern: /处分/u },
  { category: 'talks', unit: '人', pattern: /约谈|诫勉|批评教育|谈话提醒/u },
  { category: 'accountabilityPersons', unit: '人', pattern: /问责|处理|追责|形态/u },
  { category: 'money', unit: '元', pattern: /追缴|挽回|清退|退还|收缴|追回/u },
];
const DONE_ONLY = /^(?:已|其中已?)?(?:完成|整改|销号|办结)(?:数|情况)?(?:[（(].{1,4}[）)])?$/u;
const DONE_OF: Partial<Record<FigureCategory, FigureCategory>> = {
  issues: 'issuesDone',
  tasks: 'tasksDone',
  measures: 'measuresDone',
};
const TOTAL_ROW = /^(?:合\s*计|总\s*计|共\s*计|总\s*数|小计)$/u;
const UNIT = /[（(](个|项|条|件|人|人次|名|万元|元|亿元|%|％|家|份|次|起)[）)]/u;
const SCALE: Readonly<Record<string, number>> = { 万元: 10_000, 亿元: 100_000_000 };

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** The cells of one line with their offsets. */
function cellsOf(line: string, lineStart: number): Cell[] {
  const cells: Cell[] = [];
  let start = lineStart;
  for (const raw of line.split('\t')) {
    const lead = raw.length - raw.trimStart().length;
    cells.push({ text: raw.trim(), start: start + lead });
    start += raw.length + 1;
  }
  return cells;
}

interface Column {
  readonly category: FigureCategory;
  readonly unit: string;
  readonly scale: number;
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

const isNumber = (text: string): boolean => /^\d[\d,，.]*[%％]?$/u.test(text);

/** Figures in the tables of a text; those of a total row say so by their row’s first cell. */
export function readTables(text: string, sectionOf: (offset: number) => string): Figure[] {
  const figures: Figure[] = [];
  let head: (Column | null)[] | null = null;
  let offset = 0;
  for (const line of text.split('\n')) {
    if (!line.includes('\t')) head = null;
    else {
      const cells = cellsOf(line, offset);
      if (!cells.some((cell) => isNumber(cell.text))) head = readHead(cells);
      else if (head) {
        const isTotal = TOTAL_ROW.test(cells[0]?.text ?? '') || TOTAL_ROW.test(cells[1]?.text ?? '');
        cells.forEach((cell, index) => {
          const column = head?.[index];
          const value = isNumber(cell.text) ? readNumeral(cell.text.replace(/[%％]$/u, '')) : null;
          if (!column || value === null) return;
          figures.push({
            category: column.category,
            value: Number((value * column.scale).toFixed(4)),
            unit: column.unit,
            approx: false,
            scope: isTotal ? 'total' : 'part',
            quote: cell.text,
            start: cell.start,
            end: cell.start + cell.text.length,
            section: sectionOf(cell.start),
          });
        });
      }
    }
    offset += line.length + 1;
  }
  return figures;
}
