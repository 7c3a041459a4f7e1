import { spacedCharacters } from '../../scraper/repair/spaced-characters.ts';
import { describeRepair } from './cases.ts';

describeRepair(spacedCharacters, {
  repaired: [
    ['关 于 巡 视 整 改 情 况 的 通 报', '关于巡视整改情况的通报'],
    ['现 将 整 改 情 况 ， 公 布 如 下 。', '现将整改情况，公布如下。'],
    ['一是  组 织 领 导 有 力  。', '一是  组织领导有力  。'],
    ['2 0 1 9 年 3 月 反 馈', '2019年3月反馈'],
  ],
  untouched: [
    '北京市分公司 河北省分公司 江苏省分公司 浙江省分公司',
    '张 三',
    '1 2 3 4 5 6 7',
    '公 告',
    'A B C D E F G H',
    '综合部(党组办公室) 市场部 邮政业务部 财务部 审计部 集团工会 党建部 采购部 工会',
  ],
});
