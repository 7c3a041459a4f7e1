import { describe, expect, it } from 'vitest';
import { chineseScript } from '../../scraper/repair/script.ts';
import { traditional } from '../../scraper/repair/traditional.ts';
import { describeRepair } from './cases.ts';

describeRepair(traditional, {
  repaired: [
    ['國務院國資委黨委', '国务院国资委党委'],
    // Simplified characters stay inside Traditional text
    [
      '黨組織先后召開會議，整改后半篇文章，干部干事，里程，于是',
      '党组织先后召开会议，整改后半篇文章，干部干事，里程，于是',
    ],
    ['幹部職工乾淨，能幹事、乾坤、乾隆年間', '干部职工干净，能干事、乾坤、乾隆年间'],
    ['後來裡面裏外，關於皇后', '后来里面里外，关于皇后'],
    ['黨員瞭解情況，一目瞭然，瞭望東方', '党员了解情况，一目了然，瞭望东方'],
    ['著力推進著名專著，顯著成效，著手著眼於，隨著', '着力推进著名专著，显著成效，着手着眼于，随着'],
    ['憑藉優勢，藉此機會，聲名狼藉，慰藉黨員', '凭借优势，借此机会，声名狼藉，慰藉党员'],
    ['徵求意見、特徵，魏徵諫言', '征求意见、特征，魏徵谏言'],
    ['一隻隊伍，關係，聯繫，確係', '一只队伍，关系，联系，确系'],
    ['爲什麽產業，産業，決定，況且', '为什么产业，产业，决定，况且'],
    ['臺賬、台賬、記帳，帳篷裝備', '台账、台账、记账，帐篷装备'],
    ['衞生綫路，説明稅務、税務，户籍，啟動眾多', '卫生线路，说明税务、税务，户籍，启动众多'],
    ['反覆審核，覆核報告，覆蓋面，答覆', '反复审核，复核报告，覆盖面，答复'],
    ['瀋陽、沈陽、鬱悶，餘額，鍾愛時鐘', '沈阳、沈阳、郁闷，余额，钟爱时钟'],
    ['計畫規畫書畫', '计划规划书画'],
    ['髮型發展，麵粉方面，鬥爭一斗米', '发型发展，面粉方面，斗争一斗米'],
    // script only: Taiwan’s words stay
    ['資訊網路品質', '资讯网路品质'],
    // punctuation stays
    ['「國企」，『黨建』', '「国企」，『党建』'],
    // one Traditional character in Simplified text
    ['中国电气装備党委的显著成效，乾隆年间于右任', '中国电气装备党委的显著成效，乾隆年间于右任'],
  ],
  untouched: [
    '显著成效，著名专家，乾隆，瞭望，狼藉，魏徵，毕昇，於女士，二噁英，凤凰于飞',
    '干部、里程、皇后、台账、系统、征求、余额、么、松、范、准',
    '',
    'ABC 123',
  ],
});

describe('the dictionaries', () => {
  it('lead from no Traditional character to another one', () => {
    const { simplified } = chineseScript();
    const chains = [...simplified.keys()].filter((unit) => simplified[simplified[unit] ?? 0] !== 0);
    expect(chains).toEqual([]);
  });

  it('hold no everyday Simplified character', () => {
    const { simplified } = chineseScript();
    const everyday =
      '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';
    expect([...everyday].filter((character) => simplified[character.charCodeAt(0)] !== 0)).toEqual([]);
  });
});
