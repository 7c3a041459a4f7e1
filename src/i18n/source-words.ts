import type { Lang } from './lang.ts';

/** The words of the page about sources, which no other page needs. */
const WORDS = {
  title: { zh: '来源状况与采集报告', en: 'Sources and what the latest runs found' },
  intro: {
    zh: '每个来源最近一次采集的结果。这里没有的通报，是本站到“最近查看”那天为止没有找到，不等于没有公开。',
    en: 'What the latest run found at each source. A notice that is missing here was not found by us, last looked on the day given; that does not mean that it was not published.',
  },
  none: { zh: '还没有登记来源。', en: 'No sources registered yet.' },
  state: { zh: '状态', en: 'State' },
  looked: { zh: '最近查看', en: 'Last looked' },
  never: { zh: '尚未查看', en: 'not looked at yet' },
  lastGood: { zh: '最近正常', en: 'Last good' },
  nextDue: { zh: '下次到期', en: 'Next due' },
  requests: { zh: '请求', en: 'Requests' },
  statuses: { zh: '应答', en: 'Answers' },
  bytes: { zh: '千字节', en: 'kB' },
  found: { zh: '新增', en: 'New' },
  changed: { zh: '变化', en: 'Changed' },
  same: { zh: '未变', en: 'Unchanged' },
  missing: { zh: '未找到', en: 'Missing' },
  gone: { zh: '消失', en: 'Gone' },
  failed: { zh: '失败', en: 'Failed' },
  notices: { zh: '通报', en: 'Notices' },
  newest: { zh: '最新一篇', en: 'Newest' },
  age: { zh: '距今（天）', en: 'Age, days' },
  usual: { zh: '往常间隔（天）', en: 'Usual pause, days' },
  unverified: { zh: '待探测', en: 'not probed' },
  problems: { zh: '问题', en: 'Problems' },
  unread: { zh: '未能读取的网页和文件', en: 'Pages and files that could not be read' },
  repairs: { zh: '本次修复（处）', en: 'Repairs in this run, places' },
  fill: { zh: '字段填充率（括号内为上次正常时）', en: 'Share of records with the field (at the last good run)' },
  unknown: { zh: '不详', en: 'unknown' },
} as const;

export const sourceWords =
  (lang: Lang) =>
  (word: keyof typeof WORDS): string =>
    WORDS[word][lang];

/** Why a page could not be read, in one word. */
export const CAUSES = {
  blocked: { zh: '被拒绝', en: 'blocked' },
  moved: { zh: '已移走', en: 'moved' },
  down: { zh: '无法访问', en: 'down' },
  unread: { zh: '读不了', en: 'unreadable' },
  postponed: { zh: '未去取', en: 'not asked for' },
} as const;
