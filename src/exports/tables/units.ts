import type { NoticeRecord } from '../../model/index.ts';
import { field } from '../table.ts';
import { memberTable, numberColumn } from './notice.ts';

/** One row an inspected unit that a notice names. */
export const units = memberTable<NoticeRecord['units'][number]>({
  name: 'units',
  title: { zh: '被巡视单位', en: 'Inspected units' },
  description: { zh: '通报点名的每个被巡视单位一行。', en: 'One row an inspected unit that a notice names.' },
  number: 'unit',
  members: (record) => record.units,
  fields: [
    numberColumn('unit'),
    field('name', 'units[].name', 'string', ({ member }) => member.name, { required: true }),
    field('id', 'units[].id', 'string', ({ member }) => member.id),
  ],
});
