import type { Correction } from '../../model/index.ts';
import { type Field, field } from '../table.ts';
import { type Member, memberTable, numberColumn } from './notice.ts';

/** A value of any kind as JSON: a cell holds text. */
const json = (name: 'from' | 'to'): Field<Member<Correction>> => {
  const made = field<Member<Correction>>(
    name,
    `corrections[].${name}`,
    'string',
    ({ member }) => JSON.stringify(member[name]),
    {
      required: true,
    },
  );
  return {
    ...made,
    description: { zh: `${made.description.zh}写成 JSON。`, en: `${made.description.en} As JSON.` },
  };
};

/** One row a fact that a person corrected. */
export const corrections = memberTable<Correction>({
  name: 'corrections',
  title: { zh: '校正', en: 'Corrections' },
  description: {
    zh: '人作的每处校正一行：原值、现值、理由。',
    en: 'One row a fact that a person corrected: old, new, why.',
  },
  number: 'correction',
  members: (record) => record.corrections,
  fields: [
    numberColumn('correction'),
    field('field', 'corrections[].field', 'string', ({ member }) => member.field, { required: true }),
    json('from'),
    json('to'),
    field('reason', 'corrections[].reason', 'string', ({ member }) => member.reason, { required: true }),
    field('evidence', 'corrections[].evidence', 'string', ({ member }) => member.evidence),
    field('by', 'corrections[].by', 'string', ({ member }) => member.by, { required: true }),
    field('on', 'corrections[].on', 'date', ({ member }) => member.on, { required: true }),
  ],
});
