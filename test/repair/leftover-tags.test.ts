import { leftoverTags } from '../../scraper/repair/leftover-tags.ts';
import { describeRepair } from './cases.ts';

describeRepair(leftoverTags, {
  repaired: [
    ['一是提高站位。<br>二是压实责任。', '一是提高站位。\n二是压实责任。'],
    ['一是提高站位。</p><p style="text-indent:2em">二是压实责任。</p>', '一是提高站位。\n二是压实责任。'],
    ['<span lang="EN-US">185</span>项', '185项'],
    ['国资监管要/p>\n1.2行业背景', '国资监管要\n1.2行业背景'],
    ['落实整改</span', '落实整改'],
    ['落实整改br/>到位', '落实整改到位'],
    ['<o:p></o:p>结束<!--EndFragment-->', '结束'],
    ['<script>alert(1)</script>', 'alert(1)'],
  ],
  untouched: [
    '浓度<0.05',
    'p>0.05',
    '首页 > 新闻 > 正文',
    '<<中国共产党巡视工作条例>>',
    'http://a.cn/p/1',
    '<可行性研究>',
    '1/p',
  ],
});
