import type { NoticeRecord } from '../record.ts';
import type { FactRule } from './rule.ts';

const ORDER: readonly { path: string; of: (record: NoticeRecord) => string | null }[] = [
  { path: 'inspection.start', of: (record) => record.inspection.start },
  { path: 'inspection.end', of: (record) => record.inspection.end },
  { path: 'inspection.feedbackDate', of: (record) => record.inspection.feedbackDate },
  { path: 'publication.signedDate', of: (record) => record.publication.signedDate },
  { path: 'publication.publishedDate', of: (record) => record.publication.publishedDate },
];
const PAIRS: readonly [string, string][] = [['publication.disclosureStart', 'publication.disclosureEnd']];

/** Dates of unlike precision are compared as far as both go; dates without a year are not compared. */
const isAfter = (earlier: string, later: string): boolean => {
  const length = Math.min(earlier.length, later.length);
  return !earlier.startsWith('-') && !later.startsWith('-') && earlier.slice(0, length) > later.slice(0, length);
};

/** Inspection, feedback, signature and publication follow each other. */
export const datesInOrder: FactRule = (record) => {
  const stated = ORDER.flatMap(({ path, of }) => {
    const date = of(record);
    return date ? [{ path, date }] : [];
  });
  const disclosure = PAIRS.flatMap(([from, to]) => {
    const { disclosureStart, disclosureEnd } = record.publication;
    return disclosureStart && disclosureEnd
      ? [
          [
            { path: from, date: disclosureStart },
            { path: to, date: disclosureEnd },
          ] as const,
        ]
      : [];
  });
  // a launch announces the end of the inspection before it comes
  if (record.docType === 'launch') return [];
  const neighbours = stated.slice(1).map((later, index) => [stated[index], later] as const);
  return [...neighbours, ...disclosure].flatMap(([earlier, later]) =>
    earlier && isAfter(earlier.date, later.date)
      ? [
          {
            rule: 'dates-in-order',
            severity: 'error' as const,
            message: `${earlier.path} ${earlier.date} is after ${later.path} ${later.date}`,
            fields: [earlier.path, later.path],
          },
        ]
      : [],
  );
};
