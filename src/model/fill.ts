import type { NoticeRecord } from './record.ts';

/** The facts whose presence is watched: a reader or a page that breaks shows in them first. */
export const WATCHED_FIELDS = {
  title: (record) => record.title !== null,
  enterprise: (record) => record.enterprise !== null,
  level: (record) => record.inspection.level !== null,
  groups: (record) => record.inspection.groups.length > 0,
  round: (record) => record.inspection.round !== null,
  start: (record) => record.inspection.start !== null,
  end: (record) => record.inspection.end !== null,
  feedbackDate: (record) => record.inspection.feedbackDate !== null,
  publishedDate: (record) => record.publication.publishedDate !== null,
  signedDate: (record) => record.publication.signedDate !== null,
  figures: (record) => record.figures.length > 0,
  headline: (record) => Object.keys(record.headline).length > 0,
  outline: (record) => record.outline.length > 0,
  contacts: (record) => record.contacts.phones.length + record.contacts.emails.length > 0,
} as const satisfies Record<string, (record: NoticeRecord) => boolean>;

export type WatchedField = keyof typeof WATCHED_FIELDS;

/** The watched fields that a record has. */
export const filledFields = (record: NoticeRecord): WatchedField[] =>
  (Object.keys(WATCHED_FIELDS) as WatchedField[]).filter((field) => WATCHED_FIELDS[field](record));

/** The share of records that have each watched field, 0…1; empty for no records. */
export function fillRates(filled: readonly (readonly string[])[]): Record<string, number> {
  if (filled.length === 0) return {};
  return Object.fromEntries(
    Object.keys(WATCHED_FIELDS).map((field) => [
      field,
      Math.round((filled.filter((fields) => fields.includes(field)).length / filled.length) * 1000) / 1000,
    ]),
  );
}
