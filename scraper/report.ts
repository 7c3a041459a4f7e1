import { type RunReport, SOURCE_STATES, type SourceHealth } from '../src/model/index.ts';
import { plain, width } from './terminal.ts';

const pad = (text: string, columns: number, toRight: boolean): string => {
  const space = ' '.repeat(Math.max(0, columns - width(text)));
  return toRight ? space + text : text + space;
};

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)}`;

const HEAD = [
  '来源 source',
  '状态 state',
  '行 rows',
  '请求 req',
  'kB',
  '新 new',
  '变 chg',
  '同 same',
  '失 gone',
  '败 fail',
];

function row(health: SourceHealth): string[] {
  const { counts } = health;
  return [
    health.id,
    `${SOURCE_STATES[health.state].zh} ${health.state}`,
    String(health.lists.reduce((total, { rows }) => total + rows, 0)),
    String(health.requests),
    kilobytes(health.bytes),
    String(counts.new + counts.added),
    String(counts.changed + counts.reread),
    String(counts.unchanged + counts.fresh),
    String(counts.missing + counts.gone),
    String(counts.failed + counts.unread + counts.postponed),
  ];
}

/** The report as a table for a terminal, with a line per problem below it. */
export function formatReport({ sources, problems }: RunReport): string {
  const rows = [HEAD, ...sources.map(row)];
  const columns = HEAD.map((_, index) => Math.max(...rows.map((cells) => width(cells[index] ?? ''))));
  const table = rows.map((cells) =>
    cells
      .map((cell, index) => pad(cell, columns[index] ?? 0, index > 1))
      .join('  ')
      .trimEnd(),
  );
  const lines = sources.flatMap((health) => [
    ...health.problems.map((problem) => `${health.id}: ${problem}`),
    ...health.unread.map(({ url, cause, reason }) => `${health.id}: ${cause}: ${url}: ${reason}`),
  ]);
  return plain([...table, ...(lines.length + problems.length > 0 ? [''] : []), ...problems, ...lines].join('\n'));
}

/** Whether everything went well: 0, or 1 if some source or file failed. A quiet source is an alarm, not a failure. */
export const exitCodeOf = ({ sources, problems, interrupted }: RunReport): 0 | 1 =>
  problems.length === 0 && !interrupted && sources.every(({ state }) => state === 'ok' || state === 'quiet') ? 0 : 1;
