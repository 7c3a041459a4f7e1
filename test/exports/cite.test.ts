import { describe, expect, test } from 'vitest';
import { CITATION_FORMATS, cite } from '../../src/exports/cite.ts';
import type { NoticeRecord } from '../../src/model/index.ts';
import { makeNotice } from '../fixtures/notices.ts';

const base = makeNotice(0, { notices: 1 }).record;
const record: NoticeRecord = {
  ...base,
  id: 'minling-2016',
  title: '中共岷岭能源集团有限公司党组关于巡视整改进展情况的通报',
  publication: { ...base.publication, publishedDate: '2016-05-28', signer: '中共岷岭能源集团有限公司党组' },
  sources: [
    {
      url: 'http://minling.example/a.html',
      publisher: '岷岭能源集团',
      retrievedAt: '2026-11-20T03:04:05Z',
      sha256: 'a'.repeat(64),
      status: 'live',
    },
  ],
};
const archive = 'https://ledger.example/notices/minling-2016/';

describe('a notice on the web', () => {
  test('GB/T 7714—2015: half-width brackets and colons', () => {
    expect(cite(record, archive, 'gbt2015')).toBe(
      '中共岷岭能源集团有限公司党组. 中共岷岭能源集团有限公司党组关于巡视整改进展情况的通报[EB/OL]. (2016-05-28)[2026-11-20]. http://minling.example/a.html. 整改台账存档: https://ledger.example/notices/minling-2016/.',
    );
  });

  test('GB/T 7714—2025: full-width brackets and colons', () => {
    expect(cite(record, archive, 'gbt2025')).toBe(
      '中共岷岭能源集团有限公司党组. 中共岷岭能源集团有限公司党组关于巡视整改进展情况的通报[EB/OL]. （2016-05-28）[2026-11-20]. http://minling.example/a.html. 整改台账存档：https://ledger.example/notices/minling-2016/.',
    );
  });

  test('BibTeX', () => {
    expect(cite(record, archive, 'bibtex')).toBe(`@online{minling-2016,
  author = {{中共岷岭能源集团有限公司党组}},
  title = {{中共岷岭能源集团有限公司党组关于巡视整改进展情况的通报}},
  year = {2016},
  month = {05},
  url = {http://minling.example/a.html},
  urldate = {2026-11-20},
  note = {整改台账存档: https://ledger.example/notices/minling-2016/},
  langid = {chinese},
}`);
  });

  test('RIS', () => {
    expect(cite(record, archive, 'ris').split('\n')).toEqual([
      'TY  - ELEC',
      'AU  - 中共岷岭能源集团有限公司党组',
      'TI  - 中共岷岭能源集团有限公司党组关于巡视整改进展情况的通报',
      'PY  - 2016',
      'DA  - 2016/05/28',
      'Y2  - 2026/11/20',
      'UR  - http://minling.example/a.html',
      'AN  - minling-2016',
      'DB  - 整改台账',
      'N1  - https://ledger.example/notices/minling-2016/',
      'LA  - zh',
      'ER  - ',
    ]);
  });

  test('CSL-JSON', () => {
    expect(JSON.parse(cite(record, archive, 'csl'))).toEqual([
      {
        id: 'minling-2016',
        type: 'webpage',
        title: '中共岷岭能源集团有限公司党组关于巡视整改进展情况的通报',
        author: [{ literal: '中共岷岭能源集团有限公司党组' }],
        issued: { 'date-parts': [[2016, 5, 28]] },
        accessed: { 'date-parts': [[2026, 11, 20]] },
        URL: 'http://minling.example/a.html',
        archive: '整改台账',
        archive_location: archive,
        language: 'zh-CN',
      },
    ]);
  });
});

describe('what is missing is left out', () => {
  const bare: NoticeRecord = {
    ...record,
    title: null,
    enterprise: null,
    publication: { ...record.publication, publishedDate: '--05-28', signer: null },
    sources: [{ ...record.sources[0], url: null, publisher: null } as NoticeRecord['sources'][number]],
  };

  test('no date, address or author is made up', () => {
    expect(cite(bare, archive, 'gbt2025')).toBe(`佚名. minling-2016[EB/OL]. [2026-11-20]. 整改台账存档：${archive}.`);
    expect(cite(bare, archive, 'bibtex')).not.toContain('year');
    expect(JSON.parse(cite(bare, archive, 'csl'))[0]).not.toHaveProperty('issued');
  });

  test.each(CITATION_FORMATS)('$id stays one entry whatever the title holds', ({ id }) => {
    const hostile = { ...record, title: 'a}\n,\nER  - \nTY  - BOOK {\\evil} 100%_&#' };
    const words = cite(hostile, archive, id);
    expect(words.split('\n').filter((line) => line.startsWith('ER  -'))).toHaveLength(id === 'ris' ? 1 : 0);
    // the four escapes of %, _, & and # are all that comes in
    const marks = (text: string): number => text.split(/[\\{}]/).length;
    if (id === 'bibtex') expect(marks(words)).toBe(marks(cite(record, archive, 'bibtex')) + 4);
    if (id === 'csl') expect(JSON.parse(words)).toHaveLength(1);
  });
});
