import { straySymbols } from '../../scraper/repair/stray-symbols.ts';
import { describeRepair } from './cases.ts';

describeRepair(straySymbols, {
  repaired: [
    ['会𝕴上公司传达了🎃总局精神，不♋断增强', '会上公司传达了总局精神，不断增强'],
    ['巡察🌸🌸整改', '巡察整改'],
  ],
  untouched: [
    '★整改★',
    '一、★重点',
    '☎010-66293348',
    '电话☎联系',
    '面积㎡单位℃',
    '𠀀𠀁整改',
    '整改🔒',
    '甲①乙②',
    '方案✓完成',
  ],
});
