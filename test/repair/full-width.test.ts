import { fullWidth } from '../../scraper/repair/full-width.ts';
import { describeRepair } from './cases.ts';

describeRepair(fullWidth, {
  repaired: [
    ['２０１９年３月２８日', '2019年3月28日'],
    ['ＡＰＰ和５Ｇ', 'APP和5G'],
    ['完成率９７．２％', '完成率97.2%'],
    ['完成率97.2％', '完成率97.2%'],
    ['腾退１２，４００平方米', '腾退12,400平方米'],
    ['０１０－６６２９３３４８', '010-66293348'],
    ['ｚｇｄｗ＠ｍｉｎｌｉｎｇ．ｃｏｍ．ｃｎ', 'zgdw@minling.com.cn'],
  ],
  untouched: ['，。：；（）！？“”', '１'.normalize('NFKC'), '（一）', '问题：８'.normalize('NFKC'), '1＋N'],
});
