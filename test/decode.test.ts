import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type PdfSheet, pdfFile, setParagraphs } from '../demo/pdf-file.ts';
import { p, wordFile } from '../demo/word-file.ts';
import { type CapturedFile, type Decoded, decode } from '../scraper/decode.ts';
import { InputError } from '../scraper/error.ts';

const SENTENCE = '根据省委统一部署，2021年3月1日至5月20日，省委第二巡视组对示例集团党委进行了常规巡视。';
const TRADITIONAL = '根據省委統一部署，2021年3月1日至5月20日，省委第二巡視組對示例集團黨委進行了常規巡視。';

const page = (text: string, charset: string): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>示例</title></head><body><p>${text}</p></body></html>`;
const read = (bytes: Uint8Array, rest: Partial<CapturedFile> = {}): Promise<Decoded> =>
  decode({ bytes, name: 'page.html', ...rest });
const encode = (text: string, encoding: string): Uint8Array => iconv.encode(text, encoding);
const refuse = async (bytes: Uint8Array, name: string): Promise<string> => {
  const error = await decode({ bytes, name }).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(InputError);
  const { message } = error as InputError;
  expect(message).toMatch(new RegExp(`^${name.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')}: `));
  expect(message).not.toContain('\n');
  return message;
};

describe('encodings', () => {
  it.each([
    ['utf-8', 'utf-8', 'utf-8', SENTENCE],
    ['gbk', 'gb2312', 'gb18030', SENTENCE],
    ['gb18030', 'gbk', 'gb18030', `${SENTENCE}𠮷𬭚㐂镕`],
    ['big5', 'big5', 'big5', TRADITIONAL],
  ])('reads %s that claims %s without a warning', async (encoding, claim, expected, text) => {
    const decoded = await read(encode(page(text, claim), encoding));
    expect(decoded).toMatchObject({ format: 'html', encoding: expected, warnings: [] });
    expect(decoded.content).toContain(text);
  });

  it.each([
    ['gbk', 'utf-8', 'gb18030', SENTENCE],
    ['utf-8', 'gb2312', 'utf-8', SENTENCE],
    ['big5', 'gbk', 'big5', TRADITIONAL],
    ['big5', 'utf-8', 'big5', TRADITIONAL],
    ['gbk', 'big5', 'gb18030', SENTENCE],
    ['gbk', 'iso-8859-1', 'gb18030', SENTENCE],
    ['gbk', 'nonsense', 'gb18030', SENTENCE],
  ])('sees through %s that claims %s, and says so', async (encoding, claim, expected, text) => {
    const decoded = await read(encode(page(text, claim), encoding));
    expect(decoded).toMatchObject({ encoding: expected });
    expect(decoded.content).toContain(text);
    expect(decoded.warnings).toHaveLength(1);
    expect(decoded.warnings[0]).toContain(claim);
    expect(decoded.warnings[0]).toContain(`read as ${expected}`);
  });

  it('names the HTTP header where it is the liar', async () => {
    const decoded = await read(encode(page(SENTENCE, 'gb2312'), 'gbk'), { contentType: 'text/html; charset=UTF-8' });
    expect(decoded).toMatchObject({
      encoding: 'gb18030',
      warnings: [expect.stringContaining('HTTP header claims “UTF-8”')],
    });
  });

  it('obeys byte-order marks, UTF-16 with and without', async () => {
    for (const [encoding, mark] of [
      ['utf-16le', '\ufeff'],
      ['utf-16be', '\ufeff'],
      ['utf-16le', ''],
      ['utf-8', '\ufeff'],
    ] as const) {
      const decoded = await read(encode(mark + page(SENTENCE, 'utf-8'), encoding));
      expect(decoded.content, `${encoding}${mark && ' with mark'}`).toBe(page(SENTENCE, 'utf-8'));
    }
  });

  it('reads a page cut in the middle of a character, and says that it is cut', async () => {
    for (const [encoding, text] of [
      ['utf-8', SENTENCE],
      ['gbk', SENTENCE],
      ['big5', TRADITIONAL],
    ] as const) {
      const bytes = encode(page(text, encoding).split('。')[0] ?? '', encoding);
      const decoded = await read(bytes.subarray(0, bytes.length - 1));
      expect(decoded.content).toContain(text.slice(0, 30));
      expect(decoded.warnings).toEqual([expect.stringContaining('middle of a character')]);
    }
  });

  it('reports what cannot be decoded, with its place', async () => {
    const bytes = Buffer.concat([
      encode(page(SENTENCE, 'utf-8'), 'utf-8'),
      Buffer.from('\n'),
      Buffer.from([0xe4, 0xb8]),
      encode(SENTENCE, 'utf-8'),
    ]);
    const decoded = await read(bytes);
    expect(decoded).toMatchObject({
      encoding: 'utf-8',
      warnings: [expect.stringMatching(/^1 place could not be decoded.*line 2$/)],
    });
  });

  it.each(['utf-8', 'gbk'])('undoes %s that was taken for western characters and encoded again', async (encoding) => {
    const twice = new TextDecoder('windows-1252').decode(encode(`${SENTENCE}\n${SENTENCE}`, encoding));
    const decoded = await decode({ bytes: encode(twice, 'utf-8'), name: 'note.txt' });
    expect(decoded).toMatchObject({
      content: `${SENTENCE}\n${SENTENCE}`,
      warnings: [expect.stringContaining('encoded twice')],
    });
  });

  it('takes what the source says for a claim', async () => {
    const decoded = await read(encode(SENTENCE, 'gbk'), { encoding: 'gbk', contentType: 'text/html' });
    expect(decoded).toMatchObject({ content: SENTENCE, encoding: 'gb18030', warnings: [] });
  });

  it('does not mistake a short GBK text for UTF-8', async () => {
    const decoded = await decode({ bytes: encode('联通', 'gbk'), name: 'note.txt' });
    expect(decoded).toMatchObject({ format: 'text', content: '联通' });
  });
});

describe('files that are no notices', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'empty.html', 'empty'],
    ['only white space', Buffer.from(' \n\t\n'), 'blank.txt', 'white space'],
    ['PNG bytes named .html', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0', 'latin1'), 'photo.html', 'PNG image'],
    ['random bytes', Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)), 'noise.txt', 'binary'],
    ['an unknown ending', Buffer.from('some words'), 'notes.xyz', 'unknown kind of file “.xyz”'],
    ['a zip', Buffer.from(wordFile({ body: '' })).subarray(0, 60), 'cut.docx', 'damaged'],
    [
      'a Word 97 document',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(512),
        Buffer.from('WordDocument', 'utf16le'),
      ]),
      'old.doc',
      'cannot read',
    ],
  ])('refuses %s in one line', async (_, bytes, name, says) => {
    expect(await refuse(bytes, name)).toContain(says);
  });
});

describe('Word documents', () => {
  const numbered = (level: number, text: string): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const NUMBERING = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const lines = async (parts: Parameters<typeof wordFile>[0]): Promise<string[]> =>
    (await decode({ bytes: wordFile(parts), name: 'notice.docx' })).content.split('\n');

  it('write automatic numbers out', async () => {
    const body = [0, 1, 2, 2, 1, 2, 0].map((at, i) => numbered(at, `事项${i}`)).join('');
    expect(await lines({ body, numbering: NUMBERING })).toEqual([
      '一、事项0',
      '（一）事项1',
      '1.事项2',
      '2.事项3',
      '（二）事项4',
      '1.事项5',
      '二、事项6',
    ]);
  });

  it('count past ten in Chinese', async () => {
    const body = Array.from({ length: 21 }, (_, i) => numbered(0, `第${i}`)).join('');
    const numbers = (await lines({ body, numbering: NUMBERING })).map((line) => line.split('、')[0]);
    expect([numbers[9], numbers[10], numbers[19], numbers[20]]).toEqual(['十', '十一', '二十', '二十一']);
  });

  it('keep insertions, drop deletions, moves and what they deleted of paragraphs and rows', async () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const body =
      p(
        '制定',
        `<w:del w:id="1"><w:r><w:delText>100</w:delText></w:r></w:del>`,
        `<w:ins w:id="2">${run('185')}</w:ins>`,
        '项措施',
      ) +
      `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run('党组')}</w:p>${p('按照中央要求')}` +
      p(
        '<w:moveFrom w:id="4"><w:r><w:t>旧处</w:t></w:r></w:moveFrom>',
        '<w:moveTo w:id="5"><w:r><w:t>新处</w:t></w:r></w:moveTo>',
      ) +
      `<w:tbl><w:tr><w:tc>${p('类别')}</w:tc><w:tc>${p('数量')}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc>${p('旧')}</w:tc><w:tc>${p('9')}</w:tc></w:tr><w:tr><w:tc>${p('问题')}</w:tc><w:tc>${p('4', '4')}</w:tc></w:tr></w:tbl>`;
    expect(await lines({ body })).toEqual(['制定185项措施', '党组按照中央要求', '新处', '类别\t数量', '问题\t44']);
  });

  it('leave out bookmarks, comments, notes, hidden runs, fields, contents, headers and footers', async () => {
    const body =
      p(
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/>',
        '反馈问题',
        '<w:bookmarkEnd w:id="0"/>',
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '23',
        '个',
        '<w:r><w:commentReference w:id="1"/></w:r>',
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>',
        '。',
      ) +
      `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>一、总体情况 1</w:t></w:r></w:p>` +
      p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>', '2021年9月15日');
    const others = {
      'word/header1.xml': '<w:hdr><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>',
      'word/footnotes.xml': '<w:footnotes/>',
    };
    const styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>';
    expect(await lines({ body, styles, others })).toEqual(['反馈问题23个。', '2021年9月15日']);
  });

  it('number through styles and start anew where told', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H1a"><w:name w:val="mine"/><w:basedOn w:val="H1"/></w:style>`;
    const numbering = `${NUMBERING}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const styled = (style: string, list = ''): string =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/>${list}</w:pPr><w:r><w:t>节</w:t></w:r></w:p>`;
    const anew = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>';
    const body =
      styled('H1') +
      styled('H1a') +
      styled('H1', anew) +
      styled('H1', anew) +
      styled('H1', '<w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await lines({ body, styles, numbering })).toEqual(['一、节', '二、节', '一、节', '二、节', '节']);
  });

  it('find a title over two centred lines', async () => {
    const centred = (text: string): string =>
      `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const bytes = wordFile({
      body:
        centred('中共示例集团有限公司委员会') +
        centred('关于巡察整改进展情况的通报') +
        centred('（2021年9月15日）') +
        p(SENTENCE),
    });
    expect(await decode({ bytes, name: 'notice.docx' })).toMatchObject({
      format: 'docx',
      title: '中共示例集团有限公司委员会关于巡察整改进展情况的通报',
      content: `中共示例集团有限公司委员会关于巡察整改进展情况的通报\n（2021年9月15日）\n${SENTENCE}`,
    });
  });

  it('say what another zip is', async () => {
    const { zipSync } = await import('fflate');
    expect(await refuse(zipSync({ 'xl/workbook.xml': new Uint8Array(4) }), 'table.xlsx')).toContain('Excel');
    expect(await refuse(zipSync({ 'a.txt': new Uint8Array(4) }), 'a.docx')).toContain('zip archive');
  });

  it('do not unpack a bomb', async () => {
    const { zipSync } = await import('fflate');
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refuse(bomb, 'bomb.docx')).toContain('bomb');
  });

  it('do not follow XML into absurd depths', async () => {
    expect(await refuse(wordFile({ body: '<w:tbl><w:tr><w:tc>'.repeat(100_000) }), 'deep.docx')).toContain('nested');
  });
});

describe('PDF files', () => {
  const PARAGRAPHS = [
    '根据省委统一部署，2021年3月1日至5月20日，省委第二巡视组对示例集团党委进行了常规巡视，反馈4个方面44个问题，集团党委制定整改措施1185项，截至2022年1月31日已完成1146项，完成率96.7%，收回资金12,345.67万元，联系邮箱zhenggai@example.com.cn。',
    '一、履行主体责任情况',
    '（一）提高政治站位。召开党委会9次，开展专题学习，全体班子成员认领问题，逐条研究，把整改作为头等大事来抓，做到件件有着落、事事有回音，一抓到底。',
    '1.关于招标采购不规范的问题。复查2018年以来项目1306个，终止合同13份，问责41人次。',
  ];
  const lines = async (sheets: readonly PdfSheet[]): Promise<string[]> =>
    (await decode({ bytes: pdfFile(sheets), name: 'notice.pdf' })).content.split('\n');

  it.each([13, 17, 21, 28, 33])('mend lines of %i characters, inside words and numbers too', async (perLine) => {
    expect(await lines(setParagraphs(PARAGRAPHS, { perLine }))).toEqual(PARAGRAPHS);
  });

  it('join a paragraph across pages and drop page numbers and running heads', async () => {
    for (const foot of [
      (page: number) => `- ${page} -`,
      (page: number) => `第${page}页 共9页`,
      (page: number) => `${page}`,
    ])
      expect(
        await lines(
          setParagraphs(PARAGRAPHS, { perLine: 20, linesPerPage: 5, head: '示例集团通报 2022年第3期', foot }),
        ),
      ).toEqual(PARAGRAPHS);
  });

  it('take a larger, centred heading over two lines as the title, leave a watermark out', async () => {
    const [first] = setParagraphs(PARAGRAPHS, { perLine: 28 }) as [PdfSheet];
    const title = [
      { x: 121, y: 800, size: 22, text: '中共示例集团有限公司委员会关于' },
      { x: 187, y: 770, size: 22, text: '巡视整改情况的通报' },
    ];
    const mark = { x: 150, y: 200, size: 60, text: '内部资料', turn: 45 };
    const decoded = await decode({ bytes: pdfFile([{ texts: [...title, mark, ...first.texts] }]), name: 'notice.pdf' });
    expect(decoded).toMatchObject({
      format: 'pdf',
      title: '中共示例集团有限公司委员会关于巡视整改情况的通报',
      warnings: [],
    });
    expect(decoded.content.split('\n')).toEqual(['中共示例集团有限公司委员会关于巡视整改情况的通报', ...PARAGRAPHS]);
  });

  it('keep the cells of a table apart, ruled with broken cells and unruled', async () => {
    const cell = (x: number, y: number, text: string) => ({ x, y, size: 10, text });
    const grid = [700, 670, 620].map((y): [number, number, number, number] => [72, y, 500, y]);
    const bars = [72, 172, 372, 500].map((x): [number, number, number, number] => [x, 620, x, 700]);
    const texts = [
      cell(80, 682, '反馈问题'),
      cell(180, 682, '整改措施'),
      cell(380, 682, '完成情况'),
      cell(80, 641, '违规收费'),
      cell(180, 648, '向217户小微企业退还不合理费用9'),
      cell(180, 634, '3.4万元'),
      cell(380, 641, '已完成'),
    ];
    const prose = setParagraphs([PARAGRAPHS[0] as string])[0] as PdfSheet;
    const below = prose.texts.slice(0, -1).map((text) => ({ ...text, y: text.y - 200 }));
    expect((await lines([{ texts: [...texts, ...below], rules: [...grid, ...bars] }])).slice(0, 2)).toEqual([
      '反馈问题\t整改措施\t完成情况',
      '违规收费\t向217户小微企业退还不合理费用93.4万元\t已完成',
    ]);
    expect((await lines([{ texts: [...texts.slice(0, 3), ...below] }]))[0]).toBe('反馈问题\t整改措施\t完成情况');
  });

  it('refuse encrypted, damaged and scanned files in one line', async () => {
    expect(await refuse(readFileSync(new URL('fixtures/encrypted.pdf', import.meta.url)), 'locked.pdf')).toContain(
      'encrypted',
    );
    expect(await refuse(Buffer.from('%PDF-1.7\nnothing of the kind'), 'broken.pdf')).toContain('damaged');
    expect(
      await refuse(pdfFile([{ texts: [] }, { texts: [{ x: 280, y: 40, size: 9, text: '- 2 -' }] }]), 'scan.pdf'),
    ).toContain('OCR');
  });
});
