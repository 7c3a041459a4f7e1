import type { FigureCategory } from '../../../src/model/index.ts';

/** Families of categories, and units that mean the same. */

export const PERSONS: ReadonlySet<FigureCategory> = new Set([
  'accountabilityPersons',
  'discipline',
  'talks',
  'transfers',
]);

/** What is said of the same things when they are done. */
export const DONE: Partial<Record<FigureCategory, FigureCategory>> = {
  issues: 'issuesDone',
  tasks: 'tasksDone',
  measures: 'measuresDone',
  measuresDue: 'measuresDone',
};
export const DONE_CATEGORIES: ReadonlySet<FigureCategory> = new Set(['issuesDone', 'tasksDone', 'measuresDone']);

/** The unit as the records name it: 件次 counts 件, 余项 counts 项. */
export const UNITS: Readonly<Record<string, string>> = { 件次: '件', 份次: '份' };

export const sameUnit = (a: string, b: string): boolean =>
  a === b || (/^[个项条件]$/u.test(a) && /^[个项条件]$/u.test(b));
