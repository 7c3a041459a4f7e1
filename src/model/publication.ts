import { z } from 'zod';
import { StatedDate } from './date.ts';

/** When and by whom a notice was signed, published and disclosed. */
export const Publication = z.strictObject({
  publishedDate: StatedDate.nullable().meta({
    title: '发布日期',
    description: 'From the publication line or a dateline, never from the URL.',
  }),
  signedDate: StatedDate.nullable().meta({ title: '落款日期', description: 'The date under the signature.' }),
  signer: z.string().nullable().meta({ title: '落款', description: 'The signature.' }),
  disclosureStart: StatedDate.nullable().meta({
    title: '公示开始',
    description: 'First day of the disclosure period.',
  }),
  disclosureEnd: StatedDate.nullable().meta({ title: '公示结束', description: 'Last day of the disclosure period.' }),
  workingDays: z
    .int()
    .nullable()
    .meta({ title: '工作日', description: 'Stated number of working days of the disclosure period.' }),
});
export type Publication = z.infer<typeof Publication>;

/** How the public may answer a notice. */
export const Contacts = z.strictObject({
  phones: z.array(z.string()).meta({ title: '电话', description: 'Telephone numbers.' }),
  emails: z.array(z.string()).meta({ title: '电子邮箱', description: 'E-mail addresses, spaces removed.' }),
  postal: z.string().nullable().meta({ title: '通信地址', description: 'Postal address.' }),
  postcode: z.string().nullable().meta({ title: '邮编', description: 'Six-digit postcode.' }),
  hours: z.string().nullable().meta({ title: '时间', description: 'Office hours as stated.' }),
});
export type Contacts = z.infer<typeof Contacts>;
