import type { Round } from '../../model/index.ts';
import type { Ledger } from '../../views/ledger.ts';
import { column, table } from '../table.ts';
import { sampleColumn, sourceColumn } from './notice.ts';

type Unit = Round['units'][number];
interface Row {
  readonly round: Round;
  readonly unit: Unit;
  readonly number: number;
  /** Its account of this round’s rectification, where we have found one. */
  readonly notice: string | null;
}

/** The rectification notice of each enterprise in each round, by `round enterprise`. */
function noticesByUnit(ledger: Ledger): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, docType, round, enterpriseIds } of ledger.notices)
    if (docType === 'rectification' && round?.id)
      for (const enterprise of enterpriseIds) found.set(`${round.id} ${enterprise}`, id);
  return found;
}

/** One row a unit inspected in a round: who was inspected, and whose notice we have. */
export const rounds = table<Ledger, Row>({
  name: 'rounds',
  title: { zh: '轮次与单位', en: 'Rounds and units' },
  description: {
    zh: '每轮巡视的每个被巡视单位一行；notice 为空表示本站没有找到整改通报，不等于没有公布。',
    en: 'One row a unit inspected in a round; an empty notice means that we have found none, not that none was published.',
  },
  key: ['round', 'unit'],
  refers: [],
  rows: (ledger) => {
    const found = noticesByUnit(ledger);
    return ledger.registries.rounds.flatMap((round) =>
      round.units.map((unit, index) => ({
        round,
        unit,
        number: index + 1,
        notice: unit.enterprise ? (found.get(`${round.id} ${unit.enterprise}`) ?? null) : null,
      })),
    );
  },
  fields: [
    column(
      'round',
      'string',
      { zh: '轮次编号', en: 'Round id' },
      { zh: '届与轮，如 19-3。', en: 'Term and number, e.g. 19-3.' },
      ({ round }) => round.id,
      { required: true },
    ),
    column(
      'unit',
      'integer',
      { zh: '序号', en: 'Number' },
      { zh: '在该轮中的序号，从 1 数起。', en: 'Its number in the round, from 1.' },
      ({ number }) => number,
      { required: true },
    ),
    sampleColumn(({ round }) => round.sample === true),
    column(
      'term',
      'integer',
      { zh: '届', en: 'Term' },
      { zh: '中央委员会第几届。', en: 'Term of the Central Committee.' },
      ({ round }) => round.term,
      { required: true },
    ),
    column(
      'number',
      'integer',
      { zh: '轮', en: 'Round' },
      { zh: '该届的第几轮。', en: 'Number within the term.' },
      ({ round }) => round.number,
      { required: true },
    ),
    column(
      'body',
      'string',
      { zh: '巡视主体', en: 'Body' },
      { zh: '谁巡视。', en: 'The inspecting body.' },
      ({ round }) => round.body,
      { required: true },
    ),
    column(
      'kind',
      'string',
      { zh: '方式', en: 'Kind' },
      { zh: '常规、专项、机动、回头看。', en: 'Kind of inspection, in the words of the announcement.' },
      ({ round, unit }) => unit.kind ?? round.kind,
      { required: true },
    ),
    column(
      'name',
      'string',
      { zh: '单位', en: 'Unit' },
      { zh: '当时公布的名称。', en: 'Name as announced then.' },
      ({ unit }) => unit.name,
      { required: true },
    ),
    column(
      'enterpriseId',
      'string',
      { zh: '企业编号', en: 'Enterprise id' },
      { zh: '登记表中的编号。', en: 'Id in the registry.' },
      ({ unit }) => unit.enterprise,
    ),
    column(
      'start',
      'date',
      { zh: '开始', en: 'Start' },
      { zh: '进驻日期。', en: 'When the groups entered.' },
      ({ round, unit }) => unit.start ?? round.start,
    ),
    column(
      'end',
      'date',
      { zh: '结束', en: 'End' },
      { zh: '结束日期。', en: 'When they left.' },
      ({ round, unit }) => unit.end ?? round.end,
    ),
    column(
      'feedback',
      'date',
      { zh: '反馈', en: 'Feedback' },
      { zh: '反馈日期。', en: 'When findings were handed over.' },
      ({ round, unit }) => unit.feedback ?? round.feedback,
    ),
    column(
      'notice',
      'string',
      { zh: '整改通报', en: 'Notice' },
      { zh: '本站找到的整改通报的编号。', en: 'Id of the rectification notice that we have found.' },
      ({ notice }) => notice,
    ),
    column(
      'verified',
      'boolean',
      { zh: '已核', en: 'Verified' },
      { zh: '该单位属于该轮已对照来源核对。', en: 'Its presence in the round was checked against the source.' },
      ({ unit }) => unit.verified,
      { required: true },
    ),
    sourceColumn(({ unit }) => unit.source),
  ],
});
