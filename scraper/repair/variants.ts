import type { Edit, Repair } from './edit.ts';
import { looksFor } from './look.ts';

/**
 * Variant and Japanese forms that stand in no standard table, Traditional or Simplified: pages that were converted
 * character by character mix them in. Each pair is the variant and its Simplified standard form.
 */
const PAIRS =
  // variants of the First List of 1955 and older forms that fonts and OCR still produce
  '畧略 歳岁 菓果 傚效 効效 欵款 濶阔 葢盖 籐藤 疎疏 踈疏 襍杂 寃冤 黙默 敍叙 隣邻 塲场 壻婿 姉姊 姙妊 宻密 寕宁 寳宝 尅克 峩峨 巗岩 帋纸 幇帮 幚帮 廐厩 恡吝 ' +
  '悤匆 惪德 愼慎 慙惭 擧举 攷考 旹时 晣晰 氷冰 涖莅 漑溉 澂澄 灋法 烱炯 煕熙 熈熙 犂犁 獘弊 畆亩 畊耕 畞亩 畱留 皷鼓 盌碗 眀明 矦侯 礟炮 秊年 秔粳 穉稚 ' +
  '窓窗 竝并 筞策 紥扎 緐繁 縂总 羗羌 翆翠 耡锄 肎肯 胷胸 脗吻 膓肠 臯皋 舩船 萠萌 蔕蒂 虵蛇 衂衄 袟帙 覊羁 覔觅 觧解 詶酬 謚谥 謌歌 譌讹 讃赞 豓艳 貎貌 貭质 貮贰 ' +
  '賔宾 賸剩 躱躲 輭软 辠罪 逬迸 邉边 郞郎 鈆铅 鍫锹 鏁锁 鐡铁 鑛矿 閙闹 阯址 隂阴 隄堤 頥颐 飜翻 飡餐 飰饭 駞驼 鳯凤 鴈雁 鵞鹅 鷰燕 麁粗 鼈鳖 齅嗅 ' +
  '靑青 淸清 尙尚 鄕乡 郷乡 粧妆 廻回 囘回 徧遍 曁暨 陜陕 倂并 査查 眞真 敎教 ' +
  // Japanese forms
  '両两 乗乘 亀龟 亜亚 仏佛 仮假 伝传 価价 倹俭 児儿 円圆 処处 剣剑 剤剂 剰剩 労劳 勧劝 勲勋 単单 厳严 収收 営营 団团 囲围 図图 圏圈 圧压 塁垒 塩盐 増增 壊坏 壌壤 売卖 ' +
  '変变 奨奖 嬢娘 実实 寛宽 対对 専专 巣巢 巻卷 帯带 帰归 庁厅 広广 廃废 弐贰 弾弹 従从 徳德 徴征 応应 恵惠 悩恼 悪恶 懐怀 戦战 戯戏 戸户 戻戾 払拂 抜拔 択择 拝拜 拠据 ' +
  '拡扩 挙举 挿插 揷插 捜搜 掲揭 掻搔 揺摇 摂摄 撃击 撹搅 斉齐 斎斋 晩晚 暁晓 暦历 曽曾 栄荣 桜樱 桟栈 検检 楽乐 様样 権权 歓欢 歩步 歯齿 歴历 毎每 気气 沢泽 浄净 涙泪 渇渴 済济 ' +
  '渉涉 渋涩 渓溪 満满 滝泷 瀬濑 焼烧 犠牺 猟猎 獣兽 畳叠 痩瘦 発发 県县 砕碎 稲稻 穂穗 穏稳 穣穰 竜龙 粋粹 粛肃 経经 絵绘 継继 続续 総总 縁缘 縄绳 縦纵 繊纤 聴听 脳脑 臓脏 艶艳 ' +
  '荘庄 蔵藏 薫薰 薬药 蛍萤 蝋蜡 覇霸 覚觉 覧览 観观 訳译 読读 譲让 豊丰 賛赞 転转 軽轻 辺边 逓递 遅迟 酔醉 醤酱 醸酿 釈释 鉄铁 鉱矿 銭钱 鋳铸 錬炼 関关 闘斗 陥陷 険险 隠隐 雑杂 ' +
  '霊灵 頼赖 顕显 駅驿 駆驱 騒骚 験验 髄髓 髪发 鴎鸥 鶏鸡 黒黑 齢龄';

/** By UTF-16 unit: the standard form of a variant; 0 for all others. */
const STANDARD = new Uint16Array(0x10000);
for (const pair of PAIRS.split(' ')) STANDARD[pair.charCodeAt(0)] = pair.charCodeAt(1);

const mayHold = looksFor((unit) => STANDARD[unit] !== 0);

/** Non-standard forms of characters in the place of the standard ones. */
export const variants: Repair = {
  name: 'variants',
  find: (text) => {
    if (!mayHold(text)) return [];
    const edits: Edit[] = [];
    for (let at = 0; at < text.length; at++) {
      const standard = STANDARD[text.charCodeAt(at)];
      if (standard) edits.push({ start: at, end: at + 1, text: String.fromCharCode(standard) });
    }
    return edits;
  },
};
