import { paragraphMarks } from '../../scraper/repair/paragraph-marks.ts';
import { describeRepair } from './cases.ts';

describeRepair(paragraphMarks, {
  repaired: [
    ['查出一批问题\n????自治区党委\n????这一轮', '查出一批问题\n自治区党委\n这一轮'],
    ['本网讯?10月27日，公司党委', '本网讯 10月27日，公司党委'],
    ['第一段。????第二段', '第一段。\n第二段'],
  ],
  untouched: ['真的吗??', '为什么？？因为', '?', '????', '2024?2月'],
});
