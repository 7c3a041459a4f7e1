import { bookmarks } from '../../scraper/repair/bookmarks.ts';
import { describeRepair } from './cases.ts';

describeRepair(bookmarks, {
  repaired: [
    ['[bookmark: _GoBack]三是巡察纪律从严', '三是巡察纪律从严'],
    ['一、总体情况[bookmark: _Toc12345]', '一、总体情况'],
    ['联系邮箱HYPERLINK "mailto:a@b.cn"a@b.cn', '联系邮箱a@b.cn'],
    ['联系邮箱 HYPERLINK "mailto:a@b.cn" a@b.cn', '联系邮箱a@b.cn'],
    ['目录 PAGEREF _Toc1 \\h 3', '目录3'],
    [
      'Normal 0 7.8 磅 0 2 false false false MicrosoftInternetExplorer4 /* Style Definitions */ table.MsoNormalTable {mso-style-name:普通表格; mso-style-noshow:yes;}根据统一部署',
      '根据统一部署',
    ],
    ['[if gte mso 9][endif]根据统一部署', '根据统一部署'],
    ['见错误!未定义书签。附件', '见附件'],
  ],
  untouched: ['[1]', '[2018]62号', '［试行］', '[书签]', '纠正错误！未整改的限期整改。'],
});
