import { spaces } from '../../scraper/repair/spaces.ts';
import { describeRepair } from './cases.ts';

describeRepair(spaces, {
  repaired: [
    ['\u3000\u3000根据统一部署\u3000\n\u00a0\u00a0一、', '根据统一部署\n一、'],
    ['第一条\u3000目的', '第一条 目的'],
    ['412\u00a0件', '412 件'],
    ['第一行\r\n第二行\r第三行\u2028第四行', '第一行\n第二行\n第三行\n第四行'],
    ['清廉。\u3000\u3000国有企业。\u3000\u3000小标题\u3000\u3000正文', '清廉。\n国有企业。\n小标题\n正文'],
    ['张三\u3000\u3000李四\u3000\u3000王五', '张三  李四  王五'],
  ],
  untouched: ['类别\t数量\t完成率', '\t12\t3', '北京市分公司 河北省分公司', '100款 APP 抽查', '一\n\n二'],
});
