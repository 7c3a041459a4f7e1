import type { Check } from '../../model/index.ts';
import { field, joined } from '../table.ts';
import { memberTable, numberColumn } from './notice.ts';

/** One row an inconsistency found. */
export const checks = memberTable<Check>({
  name: 'checks',
  title: { zh: '核验', en: 'Checks' },
  description: { zh: '发现的每处不一致一行。', en: 'One row an inconsistency found.' },
  number: 'check',
  members: (record) => record.checks,
  fields: [
    numberColumn('check'),
    field('rule', 'checks[].rule', 'string', ({ member }) => member.rule, { required: true }),
    field('severity', 'checks[].severity', 'string', ({ member }) => member.severity, {
      required: true,
      values: ['error', 'warning'],
    }),
    field('message', 'checks[].message', 'string', ({ member }) => member.message, { required: true }),
    field('fields', 'checks[].fields', 'list', ({ member }) => joined(member.fields ?? [])),
  ],
});
