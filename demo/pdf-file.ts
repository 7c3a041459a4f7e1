/** Text at a place of a page of A4, points from the lower left corner. */
export interface PdfText {
  x: number;
  y: number;
  size: number;
  text: string;
  /** Degrees; a watermark stands askew. */
  turn?: number;
}

export interface PdfSheet {
  texts: PdfText[];
  /** Ruled lines: x1 y1 x2 y2. */
  rules?: [number, number, number, number][];
}

const hex = (text: string): string => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

function content({ texts, rules = [] }: PdfSheet): string {
  const shown = texts.map(({ x, y, size, text, turn = 0 }) => {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    return `BT /F1 ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${y} Tm ${hex(text)} Tj ET`;
  });
  return [...rules.map((rule) => `${rule.slice(0, 2).join(' ')} m ${rule.slice(2).join(' ')} l S`), ...shown].join(
    '\n',
  );
}

/** Bytes of a PDF in STSong, a font that Chinese PDF files name without bringing it; figures and Latin letters are half as wide. */
export function pdfFile(sheets: readonly PdfSheet[]): Uint8Array {
  const pages = sheets.map((_, i) => 4 + 2 * i);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>',
    ...sheets.flatMap((sheet, i) => {
      const stream = content(sheet);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u0080' ? 0.5 : 1), 0);

/** Paragraphs set as a word processor sets them: 16 points, two characters of indent, broken wherever the measure ends. */
export function setParagraphs(
  paragraphs: readonly string[],
  { perLine = 28, linesPerPage = 24, head = '', foot = (page: number) => `- ${page} -` } = {},
): PdfSheet[] {
  const sheets: PdfSheet[] = [];
  const place = (x: number, text: string): void => {
    if (!sheets.length || (sheets.at(-1) as PdfSheet).texts.length >= linesPerPage) sheets.push({ texts: [] });
    const { texts } = sheets.at(-1) as PdfSheet;
    texts.push({ x, y: 740 - texts.length * 27, size: 16, text });
  };
  for (const paragraph of paragraphs) {
    let line = '';
    let indent = 2;
    for (const character of paragraph) {
      if (widthOf(line) + widthOf(character) > perLine - indent) {
        place(72 + indent * 16, line);
        line = '';
        indent = 0;
      }
      line += character;
    }
    if (line) place(72 + indent * 16, line);
  }
  return sheets.map(({ texts }, i) => ({
    texts: [
      ...(head ? [{ x: 72, y: 800, size: 9, text: head }] : []),
      ...texts,
      { x: 280, y: 40, size: 9, text: foot(i + 1) },
    ],
  }));
}
