import { pinyinAnnotations } from '../../scraper/repair/pinyin-annotations.ts';
import { describeRepair } from './cases.ts';

describeRepair(pinyinAnnotations, {
  repaired: [
    ['信息產(chǎn)業(yè)集團(tuán)', '信息產業集團'],
    ['信息產（chǎn）業【yè】集團[tuán]', '信息產業集團'],
    ['職工(gōng )成員(yuán )會(huì )', '職工成員會'],
    ['一(yī / yì /yí)級看了(le/liǎo)和(hé / huò)要(yào / yāo)求', '一級看了和要求'],
    ['合作的(de)匯報，在(zài)疆', '合作的匯報，在疆'],
    ['產 (chǎn) 業 (yè) 發展', '產業發展'],
    ['產(chǎn) 業(yè) 集(jí) 團', '產業集團'],
    ['產(ㄔㄢˇ)業(ㄧㄝˋ)', '產業'],
    ['產(cha\u030cn)業', '產業'],
    ['層(céng)隊(duì)綠(lǜ)女(nǚ)兒(ér)ɡ動(dònɡ)', '層隊綠女兒ɡ動'],
    ['產(chan3)業(ye4)', '產業'],
    ['產(chan)業(ye)集團(tuan)', '產業集團'],
    ['產chǎn業yè集團', '產業集團'],
    ['員(yuán)(yún)工', '員工'],
    ['強力推進(jìn)工程項(xià', '強力推進工程項'],
    ['产(chǎn)业(yè)发展', '产业发展'],
    ['產(Chǎn)業', '產業'],
  ],
  untouched: [
    '中国电信网络(CTNet)',
    '演示文稿(PPT)、世贸组织（WTO）、5G、办法(试行)',
    '濮(pú)阳市', // one gloss in a Simplified text
    '集團(GROUP)有限公司',
    '附件(a)與(b)',
    '產業(Industry)集團',
    '法國興業銀行(Société)',
    '中國(CHN)',
    '完成(done)',
    'APP（ios）',
  ],
});
