/**
 * The words of every closed list, apart from the schemas: the browser needs the words and not the checker.
 */

/** What a notice does; the labels are the words of the site. */
export const DOC_TYPES = {
  rectification: { zh: '整改通报', en: 'Rectification notice' },
  feedback: { zh: '巡视反馈', en: 'Feedback' },
  launch: { zh: '进驻启动', en: 'Launch' },
  'progress-news': { zh: '整改动态', en: 'Progress news' },
  practice: { zh: '工作实践', en: 'Practice' },
  other: { zh: '其他', en: 'Other' },
} as const;

/** Every category of a stated quantity, with its label and the unit it is shown in when none is stated. */
export const FIGURE_CATEGORIES = {
  issues: { zh: '问题', en: 'Issues' },
  tasks: { zh: '整改任务', en: 'Tasks' },
  measures: { zh: '整改措施', en: 'Measures' },
  recommendations: { zh: '意见建议', en: 'Recommendations' },
  issuesDone: { zh: '已整改问题', en: 'Issues rectified' },
  tasksDone: { zh: '已完成任务', en: 'Tasks done' },
  measuresDone: { zh: '已完成措施', en: 'Measures done' },
  measuresDue: { zh: '集中整改期应完成措施', en: 'Measures due' },
  completionRate: { zh: '完成率', en: 'Completion rate' },
  rules: { zh: '制度', en: 'Rules made or revised' },
  accountabilityCases: { zh: '问责件数', en: 'Accountability cases' },
  accountabilityPersons: { zh: '问责人数', en: 'Persons held to account' },
  discipline: { zh: '党纪政务处分', en: 'Disciplinary sanctions' },
  talks: { zh: '约谈诫勉', en: 'Admonishing talks' },
  transfers: { zh: '移送司法', en: 'Transferred to justice' },
  clues: { zh: '问题线索与信访', en: 'Clues and petitions' },
  money: { zh: '追缴清退金额', en: 'Money recovered' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  interviews: { zh: '个别谈话', en: 'Interviews' },
  documents: { zh: '查阅资料', en: 'Documents read' },
  units: { zh: '单位', en: 'Units' },
  meetings: { zh: '会议', en: 'Meetings' },
  trainings: { zh: '培训', en: 'Trainings' },
  other: { zh: '其他数据', en: 'Other' },
} as const;

/** The inspecting body’s rank. */
export const LEVELS = {
  central: { zh: '中央', en: 'Central' },
  ministry: { zh: '部委', en: 'Ministry' },
  province: { zh: '省级', en: 'Provincial' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县区', en: 'County' },
  group: { zh: '企业内部', en: 'Enterprise-internal' },
} as const;

/** The kinds of inspection, as the texts call them. */
export const INSPECTION_TYPES = {
  常规: { zh: '常规', en: 'Routine' },
  专项: { zh: '专项', en: 'Special' },
  回头看: { zh: '“回头看”', en: 'Look-back' },
  机动: { zh: '机动', en: 'Ad hoc' },
  提级: { zh: '提级', en: 'Raised-level' },
  联动: { zh: '联动', en: 'Joint' },
} as const;

/** How far a rectification item says it has come. */
export const ITEM_STATUSES = {
  done: { zh: '已完成', en: 'Done' },
  'mostly-done': { zh: '基本完成', en: 'Mostly done' },
  ongoing: { zh: '取得阶段性成效', en: 'Interim results' },
  'long-term': { zh: '长期坚持', en: 'Long-term' },
  unstated: { zh: '未说明', en: 'Not stated' },
} as const;

/**
 * What a run found a source to be. ok: as expected · quiet: works, but nothing new for longer than is usual there ·
 * blocked: the publisher refuses us · moved: the address holds something else now · down: it does not work ·
 * partial: the lists work, some notices could not be read · postponed: stopped by our own rules, to be continued.
 */
export const SOURCE_STATES = {
  ok: { zh: '正常', en: 'OK' },
  quiet: { zh: '久无更新', en: 'Quiet' },
  partial: { zh: '部分失败', en: 'Partial' },
  postponed: { zh: '未完待续', en: 'Postponed' },
  moved: { zh: '已迁移或改版', en: 'Moved' },
  blocked: { zh: '被拒绝', en: 'Blocked' },
  down: { zh: '无法访问', en: 'Down' },
} as const;
