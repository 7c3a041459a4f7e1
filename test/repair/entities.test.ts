import { entities } from '../../scraper/repair/entities.ts';
import { describeRepair } from './cases.ts';

describeRepair(entities, {
  repaired: [
    ['整改&ldquo;后半篇文章&rdquo;', '整改“后半篇文章”'],
    ['发布时间&amp;nbsp;2024年', '发布时间\u00a02024年'],
    ['&amp;amp;ldquo;四个意识&amp;rdquo;', '“四个意识”'],
    ['&#8220;两个维护&#x201D;', '“两个维护”'],
    ['附件&nbsp&nbsp下载', '附件\u00a0\u00a0下载'],
    ['&nbsp；&nbsp；一、', '\u00a0\u00a0一、'],
    ['&lt;br&gt;', '<br>'],
    ['9:00&mdash;17:00', '9:00—17:00'],
    ['A&amp;B', 'A&B'],
  ],
  untouched: ['R&D投入', 'AT&T', '?id=1&copy=2&lt=3', '&unknown;', '&#0;', '&#xD800;', '&#1114112;', '&', '&;'],
});
