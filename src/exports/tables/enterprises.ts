import type { Enterprise } from '../../model/index.ts';
import type { Ledger } from '../../views/ledger.ts';
import { column, joined, table } from '../table.ts';
import { sampleColumn, sourceColumn } from './notice.ts';

interface Row {
  readonly enterprise: Enterprise;
  readonly notices: number;
}

/** One row an enterprise of the registry. */
export const enterprises = table<Ledger, Row>({
  name: 'enterprises',
  title: { zh: '企业', en: 'Enterprises' },
  description: { zh: '登记表中的每家企业一行。', en: 'One row an enterprise of the registry.' },
  key: ['id'],
  refers: [],
  rows: (ledger) =>
    ledger.registries.enterprises.map((enterprise) => ({
      enterprise,
      notices: ledger.byEnterprise.get(enterprise.id)?.length ?? 0,
    })),
  fields: [
    column(
      'id',
      'string',
      { zh: '编号', en: 'Id' },
      { zh: '登记表中的编号。', en: 'Id in the registry.' },
      ({ enterprise }) => enterprise.id,
      { required: true },
    ),
    sampleColumn(({ enterprise }) => enterprise.sample === true),
    column(
      'name',
      'string',
      { zh: '全称', en: 'Name' },
      { zh: '登记的全称。', en: 'Registered name.' },
      ({ enterprise }) => enterprise.name,
      { required: true },
    ),
    column(
      'short',
      'string',
      { zh: '简称', en: 'Short name' },
      { zh: '通用简称。', en: 'Usual short name.' },
      ({ enterprise }) => enterprise.short,
    ),
    column(
      'aliases',
      'list',
      { zh: '别名', en: 'Aliases' },
      { zh: '其他名称、曾用名、并入的企业。', en: 'Other and former names, predecessors merged into it.' },
      ({ enterprise }) => joined(enterprise.aliases),
    ),
    column(
      'parent',
      'string',
      { zh: '上级', en: 'Parent' },
      { zh: '控股企业的编号。', en: 'Id of the controlling enterprise.' },
      ({ enterprise }) => enterprise.parent,
    ),
    column(
      'successor',
      'string',
      { zh: '承继者', en: 'Successor' },
      { zh: '并入或更名后的企业编号。', en: 'Id of the enterprise it was merged or renamed into.' },
      ({ enterprise }) => enterprise.successor,
    ),
    column(
      'supervisor',
      'string',
      { zh: '监管', en: 'Supervisor' },
      { zh: '由谁监管，如 central-sasac。', en: 'Who supervises it, e.g. central-sasac.' },
      ({ enterprise }) => enterprise.supervisor,
      { required: true },
    ),
    column(
      'sector',
      'string',
      { zh: '行业', en: 'Sector' },
      { zh: '行业编号。', en: 'Id of the sector.' },
      ({ enterprise }) => enterprise.sector,
      { required: true },
    ),
    column(
      'domain',
      'string',
      { zh: '网域', en: 'Domain' },
      { zh: '自己的网域。', en: 'Its own web domain.' },
      ({ enterprise }) => enterprise.domain,
    ),
    column(
      'verified',
      'boolean',
      { zh: '已核', en: 'Verified' },
      { zh: '名称与监管已对照来源核对。', en: 'Name and supervisor were checked against a source.' },
      ({ enterprise }) => enterprise.verified,
      { required: true },
    ),
    sourceColumn(({ enterprise }) => enterprise.source),
    column(
      'notices',
      'integer',
      { zh: '通报数', en: 'Notices' },
      { zh: '本站收到的提到它的通报数。', en: 'Notices in this ledger that name it.' },
      ({ notices }) => notices,
      { required: true },
    ),
  ],
});
