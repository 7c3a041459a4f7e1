/**
 * The words that lists and tables in the browser need, both languages. Pages that filter load these and not the whole
 * of the messages.
 */
export const light = {
  zh: {
    sample: '示例',
    'not-stated': '未披露',
    untitled: '（无标题）',
    matches: '符合条件 {n} 篇',
    noMatches: '没有符合条件的通报。试试放宽条件。',
    loading: '正在载入……',
    loadFailed: '没能载入数据（{what}）。请刷新重试。',
    figures: '数据',
    figuresMatch: '符合条件 {n} 条',
    category: '类别',
    value: '数值',
    scope: '范围',
    scopeTotal: '总数',
    scopePart: '部分',
    enterprise: '企业',
    published: '发布',
    quote: '出处原文',
  },
  en: {
    sample: 'Sample',
    'not-stated': 'not stated',
    untitled: '(untitled)',
    matches: '{n} notices match',
    noMatches: 'No notice matches. Try fewer filters.',
    loading: 'Loading …',
    loadFailed: 'The data could not be loaded ({what}). Please reload.',
    figures: 'Figures',
    figuresMatch: '{n} figures match',
    category: 'Category',
    value: 'Value',
    scope: 'Scope',
    scopeTotal: 'total',
    scopePart: 'part',
    enterprise: 'Enterprise',
    published: 'Published',
    quote: 'Quote',
  },
} as const;

export type LightMessage = keyof (typeof light)['zh'];
