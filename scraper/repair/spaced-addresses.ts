import { editMatches, type Repair } from './edit.ts';

/** The last labels of the addresses in these texts: what follows a space after a dot is one of them, or a new sentence. */
const TOP = '(?:com|cn|net|org|gov|edu|mil|ac|hk|tw|mo|top|vip|cc|info|biz|asia|online|group|中国|公司|集团)';
/** zgdw@minling. com.cn, xunshizhenggai @chinatelecom.cn, name @ 163 . com; also across a line break. */
const MAIL = new RegExp(
  `[A-Za-z0-9][A-Za-z0-9._+-]{0,63}(?: ?\\n?@ ?\\n?)[A-Za-z0-9-]{1,63}(?:(?: ?\\. ?|\\.\\n)[A-Za-z0-9-]{1,63}(?![A-Za-z0-9-])){0,3}(?: ?\\. ?|\\.\\n)${TOP}(?![A-Za-z0-9])`,
  'g',
);
const GAP = /[ \n]/;

/** Spaces and line breaks inside e-mail addresses. */
export const spacedAddresses: Repair = {
  name: 'spaced-addresses',
  find: (text) => {
    if (!text.includes('@')) return [];
    return editMatches(text, MAIL, ([address]) => (GAP.test(address) ? address.replace(/[ \n]/g, '') : null));
  },
};
