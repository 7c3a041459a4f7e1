import chineseDays from 'chinese-days';
import type { FactRule } from './rule.ts';

/** Public holidays and the working weekends in exchange for them are known for these years. */
const FIRST_YEAR = 2004;
const LAST_YEAR = 2026;

/** The stated number of working days agrees with the disclosure period, by the official calendar. */
export const workingDays: FactRule = ({ publication }) => {
  const { disclosureStart: from, disclosureEnd: to, workingDays: stated } = publication;
  if (!from || !to || stated === null || from.length < 10 || to.length < 10 || from.startsWith('-')) return [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (first < FIRST_YEAR || last > LAST_YEAR || last - first > 1 || from > to) return [];
  const counted = chineseDays.getWorkdaysInRange(from, to, true).length;
  if (counted === stated) return [];
  return [
    {
      rule: 'working-days',
      severity: 'warning',
      message: `${from} to ${to} has ${counted} working days, ${stated} stated`,
      fields: ['publication.disclosureStart', 'publication.disclosureEnd', 'publication.workingDays'],
    },
  ];
};
