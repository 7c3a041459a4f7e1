import { seededStream } from '../test/fixtures/random.ts';

/** What researchers look for; half of them stand in nearly every notice, some in none. */
export const RESEARCHER_QUERIES: readonly string[] =
  '小金库 靠企吃企 设租寻租 中央第六巡视组 中央第一巡视组 省委第三巡视组 全面从严治党 习近平新时代中国特色社会主义思想 中央八项规定精神 “四风”问题 主责主业 三重一大 选人用人 带病提拔 近亲繁殖 裸官 利益输送 关联交易 招标采购 围标串标 单一来源 公款旅游 违规吃喝 公车私用 形式主义 官僚主义 意识形态工作责任制 民主集中制 民主生活会 立行立改 即知即改 举一反三 标本兼治 销号管理 台账 长效机制 谈话提醒 诫勉谈话 党纪政务处分 组织处理 移送司法 问责 追缴 清退 完成率100% 回头看 专项整治 巡察全覆盖 上下联动 纪检监察组 第一责任人 一岗双责 两个维护 四个意识 四个自信 后半篇文章 十九届中央第三轮 二十届中央第一轮 融资性贸易 虚假贸易 亏损企业 参股企业 法人压减 债务风险 应收账款 担保借款 科技创新 关键核心技术 乡村振兴 安全生产 生态环境 网络安全 境外腐败 合规管理 内部控制 薪酬管理 兼职取酬 干部档案 三会一课 党费收缴 换届选举 集团有限公司 管理办法 实施细则 暂行办法 责任清单 岷岭能源 青禾盐业 电子邮箱 邮政编码 级巡视 资责任 党组关于 巡视意见 整改落实 反馈意见 有关要求 统一部署 小金 金库 的 整改 靠企吃企设租寻租 没有这样的话'.split(
    ' ',
  );

/** Pieces of 1–12 characters of random texts, as a reader would paste them: without blanks, quotes and a minus before. */
export function randomPieces(texts: readonly string[], count: number, seed = 5): string[] {
  const random = seededStream(seed);
  const pieces: string[] = [];
  while (pieces.length < count) {
    const text = texts[Math.floor(random() * texts.length)] as string;
    const start = Math.floor(random() * text.length);
    const piece = text.slice(start, start + 1 + Math.floor(random() * 12));
    if (piece !== '' && !/[\s"]|^-/.test(piece)) pieces.push(piece);
  }
  return pieces;
}

/** The value that so many per cent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
