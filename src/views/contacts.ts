import type { Message } from '../i18n/index.ts';
import type { Contacts } from '../model/index.ts';

/** The stated ways to answer a notice, as rows of a list; what is not stated is left out. */
export function contactRows(contacts: Contacts): [Message, string][] {
  const rows: [Message, string | null][] = [
    ['phone', contacts.phones.join('、') || null],
    ['email', contacts.emails.join('、') || null],
    ['postal', contacts.postal],
    ['postcode', contacts.postcode],
    ['hours', contacts.hours],
  ];
  return rows.flatMap(([label, value]): [Message, string][] => (value === null ? [] : [[label, value]]));
}
