import { footnoteMarks } from '../../scraper/repair/footnote-marks.ts';
import { describeRepair } from './cases.ts';

describeRepair(footnoteMarks, {
  repaired: [
    ['建起监督体系 [1][2]，重点盯“一把手” [1]', '建起监督体系，重点盯“一把手”'],
    ['专项检查[1-3]和[1]评估', '专项检查和评估'],
  ],
  untouched: ['[1]中央巡视工作规划\n[2]报告', '国资党委[2018]62号', '〔2018〕62号', '见表[2]', '第[3]条'],
});
