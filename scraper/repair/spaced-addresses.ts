import { disjoint, editMatches, type Repair } from './edit.ts';

/** The last labels of the addresses in these texts: what follows a space after a dot is one of them, or a new sentence. */
const TOP = '(?:com|cn|net|org|gov|edu|mil|ac|hk|tw|mo|top|vip|cc|info|biz|asia|online|group|中国|公司|集团|example)';
/** zgdw@minling. com.cn, xunshizhenggai @chinatelecom.cn, name @ 163 . com; also across a line break. */
const MAIL = new RegExp(
  `[A-Za-z0-9][A-Za-z0-9._+-]{0,63}(?: ?\\n?@ ?\\n?)[A-Za-z0-9-]{1,63}(?:(?: ?\\. ?|\\.\\n)[A-Za-z0-9-]{1,63}(?![A-Za-z0-9-])){0,3}(?: ?\\. ?|\\.\\n)${TOP}(?![A-Za-z0-9])`,
  'g',
);
const GAP = /[ \n]/;
/** 联系电话：0790-555 7102, 电话0 790-5557102: digits of a telephone number after its label; of a postcode: 邮编7800 06. */
const PHONE =
  /(?<=(?:电话|热线|致电|拨打|传真)[^\n\d]{0,6})0[ \n]?\d[ \n]?\d(?:[ \n]?\d)?[-－—][ \n]?\d[\d ]{6,9}(?![\d ])/g;
const POSTCODE = /(?<=邮(?:政)?编码?[：:]? ?)\d[\d ]{4,8}\d(?!\d)/g;

const joined = (number: string, length: RegExp): string | null => {
  const digits = number.replace(/[ \n]/g, '');
  return GAP.test(number) && length.test(digits) ? digits : null;
};

/** Spaces and line breaks inside e-mail addresses, telephone numbers and postcodes. */
export const spacedAddresses: Repair = {
  name: 'spaced-addresses',
  find: (text) =>
    disjoint([
      ...(text.includes('@')
        ? editMatches(text, MAIL, ([address]) => (GAP.test(address) ? address.replace(/[ \n]/g, '') : null))
        : []),
      ...editMatches(text, PHONE, ([number]) => joined(number, /^0\d{2,3}[-－—]\d{7,8}$/)),
      ...(/邮(?:政)?编/.test(text) ? editMatches(text, POSTCODE, ([number]) => joined(number, /^\d{6}$/)) : []),
    ]),
};
