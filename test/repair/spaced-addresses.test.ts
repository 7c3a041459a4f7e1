import { spacedAddresses } from '../../scraper/repair/spaced-addresses.ts';
import { describeRepair } from './cases.ts';

describeRepair(spacedAddresses, {
  repaired: [
    ['电子邮箱zgdw@minling. com.cn。', '电子邮箱zgdw@minling.com.cn。'],
    ['xunshizhenggai @chinatelecom.cn', 'xunshizhenggai@chinatelecom.cn'],
    ['jw @ 163 . com', 'jw@163.com'],
    ['zgdw@minling.\ncom.cn', 'zgdw@minling.com.cn'],
  ],
  untouched: ['zgdw@minling.com.cn', 'zgdw@minling.com. The next', '@某某', 'a @ b', 'zgdw@minling.com.cn 邮编100033'],
});
