import { spacedAddresses } from '../../scraper/repair/spaced-addresses.ts';
import { describeRepair } from './cases.ts';

describeRepair(spacedAddresses, {
  repaired: [
    ['电子邮箱zgdw@minling. com.cn。', '电子邮箱zgdw@minling.com.cn。'],
    ['xunshizhenggai @chinatelecom.cn', 'xunshizhenggai@chinatelecom.cn'],
    ['jw @ 163 . com', 'jw@163.com'],
    ['zgdw@minling.\ncom.cn', 'zgdw@minling.com.cn'],
    ['拨打监督电话0 790-5557102，', '拨打监督电话0790-5557102，'],
    ['监督电话0\n790-5557102，', '监督电话0790-5557102，'],
    ['联系电话：0790-555 7102（工作日9:00—12:00）', '联系电话：0790-5557102（工作日9:00—12:00）'],
    ['电话：0790- 5557102（工作日）', '电话：0790-5557102（工作日）'],
    ['邮编7800 06；', '邮编780006；'],
  ],
  untouched: [
    '电话：0790-5557102 5557103',
    '电话：010-5553 12',
    '邮编：100033 33人',
    'zgdw@minling.com.cn',
    'zgdw@minling.com. The next',
    '@某某',
    'a @ b',
    'zgdw@minling.com.cn 邮编100033',
  ],
});
