import type { Finding } from '../finding.ts';
import type { Line } from '../lines.ts';

/**
 * Names set in rows at the end of a news item, separated by spaces or tabs:
 * 北京市分公司 河北省分公司 江苏省分公司 浙江省分公司
 */
const NAME = /^[\u4e00-\u9fff（）()、·“”]{2,30}$/u;
const MIN_ROWS = 2;

/** 常规巡视：甲　乙: a row may say what its names have in common. */
const LABEL = /^[^：:]{2,14}[：:]/u;
const namesOf = (line: Line): string[] => line.text.replace(LABEL, '').split(/[\s\u3000]+/u);
const isRow = (line: Line): boolean => {
  const names = namesOf(line);
  return names.length >= 2 && names.every((name) => NAME.test(name) && !/[。；;：:，,]/u.test(name));
};

/** The names of the last run of such rows; none where fewer than two rows stand together. */
export function findUnitList(lines: readonly Line[]): Finding<string>[] {
  const last = lines.findLastIndex(isRow);
  if (last < 0) return [];
  let first = last;
  while (first > 0 && isRow(lines[first - 1] as Line)) first--;
  const rows = lines.slice(first, last + 1);
  if (rows.length < MIN_ROWS || first < lines.length / 3) return [];
  const found: Finding<string>[] = [];
  for (const row of rows) {
    let at = row.start;
    for (const name of namesOf(row)) {
      const start = row.start + row.text.indexOf(name, Math.max(at - row.start, LABEL.exec(row.text)?.[0].length ?? 0));
      at = start + name.length;
      found.push({ value: name, start, end: at, quote: name });
    }
  }
  return found;
}

const UNIT_HEAD = /^(?:进驻|被巡[视察]|巡[视察])?(?:单位|企业|对象)(?:名称)?$/u;
const COMMITTEE = /(?:党委|党组|党总支|党支部|党组织)+$/u;

/** Tables of pages come with tabs, those that were pasted as text with bars. */
const CELL_END = /[\t|｜]/u;

/** Names in the column of a table whose head says 进驻单位 or 被巡察单位; a cell may hold several. */
export function findUnitTable(text: string): Finding<string>[] {
  const found: Finding<string>[] = [];
  let column = -1;
  let offset = 0;
  for (const line of text.split('\n')) {
    const cells = line.split(CELL_END);
    if (cells.length < 2) column = -1;
    else if (cells.some((cell) => UNIT_HEAD.test(cell.trim())))
      column = cells.findIndex((cell) => UNIT_HEAD.test(cell.trim()));
    else if (column >= 0) {
      const start = offset + cells.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 0);
      for (const part of (cells[column] ?? '').matchAll(/[^、，,；;\s]+/gu)) {
        const name = part[0].replace(COMMITTEE, '');
        if (NAME.test(name))
          found.push({ value: name, start: start + part.index, end: start + part.index + name.length, quote: name });
      }
    }
    offset += line.length + 1;
  }
  return found;
}
