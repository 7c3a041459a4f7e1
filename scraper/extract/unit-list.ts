import type { Finding } from '../finding.ts';
import type { Line } from '../lines.ts';

/**
 * Names set in rows at the end of a news item, separated by spaces or tabs:
 * 北京市分公司 河北省分公司 江苏省分公司 浙江省分公司
 */
const NAME = /^[\u4e00-\u9fff（）()、·“”]{2,30}$/u;
const MIN_ROWS = 2;

const namesOf = (line: Line): string[] => line.text.split(/[\s\u3000]+/u);
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
      const start = row.start + row.text.indexOf(name, at - row.start);
      at = start + name.length;
      found.push({ value: name, start, end: at, quote: name });
    }
  }
  return found;
}
