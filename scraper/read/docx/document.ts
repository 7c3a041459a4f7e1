import { listCounter, type Numbering } from './numbering.ts';
import { inherited, type ParagraphStyle } from './styles.ts';
import { readXml } from './xml.ts';

/** A line of a document with what tells its title from its text. */
export interface DocumentLine {
  text: string;
  centred: boolean;
  /** The style is “Title”, or “Subtitle”. */
  titled: boolean;
  row: boolean;
}

/** What is deleted, moved away, hidden behind the text or said twice for older readers; its text is no text of the document. */
const LEFT_OUT = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'mc:Fallback',
  // What a paragraph or table looked like before a tracked change of its form.
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:pict',
  'w:object',
  'w:rt',
]);

interface Paragraph {
  text: string;
  style: string | null;
  list: string | null;
  level: number | null;
  centred: boolean | null;
  /** The paragraph mark itself is deleted: it runs on into the next one. */
  runsOn: boolean;
  inProperties: boolean;
  inRunProperties: boolean;
}

interface Table {
  cells: string[];
  cell: string[] | null;
  deleted: boolean;
}

const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'off';

/** word/document.xml → its lines: insertions kept, deletions gone, automatic numbers written out, cells of a row joined by tabs. */
export function readDocument(xml: string, numbering: Numbering, styles: Map<string, ParagraphStyle>): DocumentLine[] {
  const lines: DocumentLine[] = [];
  const paragraphs: Paragraph[] = [];
  const tables: Table[] = [];
  const numberFor = listCounter(numbering);
  let leftOut = 0;
  let inText = false;
  let hiddenRun = false;
  let contents = 0;
  let carried = '';

  const paragraph = (): Paragraph | undefined => paragraphs[paragraphs.length - 1];
  const table = (): Table | undefined => tables[tables.length - 1];

  const addText = (text: string): void => {
    const at = paragraph();
    if (at && !hiddenRun) at.text += text;
  };

  const numberOf = ({ style, list, level }: Paragraph): string => {
    const id = list ?? inherited(styles, style, 'list');
    if (!id || id === '0') return '';
    const linked = style === null ? undefined : numbering.lists.get(id)?.styles.get(style);
    return numberFor(id, level ?? linked ?? (list === null ? inherited(styles, style, 'level') : null) ?? 0);
  };

  const endParagraph = (done: Paragraph): void => {
    const text = carried + done.text;
    carried = '';
    if (done.runsOn) {
      carried = text;
      return;
    }
    const name = styles.get(done.style ?? '')?.name ?? '';
    if (contents > 0 || name.startsWith('toc ')) return;
    const centred = done.centred ?? inherited(styles, done.style, 'centred') ?? false;
    const parts = text.split('\n').map((part) => part.replace(/[ \t\u00a0\u3000]+$|^[ \t\u00a0\u3000]+/g, ''));
    const number = parts.some(Boolean) ? numberOf(done) : '';
    const cell = table()?.cell;
    for (const [i, part] of parts.entries()) {
      const line = i === 0 ? number + part : part;
      if (!line) continue;
      if (cell) cell.push(line);
      else
        lines.push({
          text: line.replaceAll('\t', ' '),
          centred,
          titled: name === 'title' || name === 'subtitle' || name === '标题',
          row: false,
        });
    }
  };

  const endRow = (done: Table): void => {
    const cells = done.cells;
    done.cells = [];
    if (done.deleted) {
      done.deleted = false;
      return;
    }
    const outer = tables[tables.length - 2]?.cell;
    if (outer)
      outer.push(
        cells
          .map((cell) => cell.replaceAll('\n', ' '))
          .filter(Boolean)
          .join(' '),
      );
    // A table of one column only frames its text.
    else if (cells.length === 1)
      for (const text of (cells[0] ?? '').split('\n'))
        text && lines.push({ text, centred: false, titled: false, row: false });
    else if (cells.some(Boolean))
      lines.push({
        text: cells
          .map((cell) => cell.replaceAll('\n', ' '))
          .join('\t')
          .replace(/\t+$/, ''),
        centred: false,
        titled: false,
        row: true,
      });
  };

  const openProperty = (at: Paragraph, name: string, value: string | undefined): void => {
    if (name === 'w:rPr') at.inRunProperties = true;
    else if (name === 'w:pStyle') at.style = value ?? null;
    else if (name === 'w:numId') at.list = value ?? null;
    else if (name === 'w:ilvl') at.level = Number.parseInt(value ?? '0', 10) || 0;
    else if (name === 'w:jc') at.centred = value === 'center';
    else if (name === 'w:del' && at.inRunProperties) at.runsOn = true;
  };

  readXml(xml, 'word/document.xml', {
    open: (name, attributes) => {
      const value = attributes['w:val'];
      const at = paragraph();
      if (leftOut > 0) {
        leftOut++;
        return;
      }
      if (at?.inProperties) {
        if (LEFT_OUT.has(name) && name !== 'w:del') leftOut = 1;
        else openProperty(at, name, value);
        return;
      }
      switch (name) {
        case 'w:p':
          paragraphs.push({
            text: '',
            style: null,
            list: null,
            level: null,
            centred: null,
            runsOn: false,
            inProperties: false,
            inRunProperties: false,
          });
          break;
        case 'w:pPr':
          if (at) at.inProperties = true;
          break;
        case 'w:r':
          hiddenRun = false;
          break;
        case 'w:vanish':
          hiddenRun = isOn(value);
          break;
        case 'w:t':
          inText = true;
          break;
        case 'w:tab':
        case 'w:ptab':
          addText('\t');
          break;
        case 'w:br':
        case 'w:cr':
          addText('\n');
          break;
        case 'w:noBreakHyphen':
          addText('-');
          break;
        case 'w:tbl':
          tables.push({ cells: [], cell: null, deleted: false });
          break;
        case 'w:tc': {
          const inner = table();
          if (inner) inner.cell = [];
          break;
        }
        case 'w:del':
          // A deleted row carries its mark in the row's properties.
          if (table() && !at) (table() as Table).deleted = true;
          leftOut = 1;
          break;
        case 'w:docPartGallery':
          if (value === 'Table of Contents') contents = Math.max(contents, 1);
          break;
        case 'w:sdt':
          if (contents > 0) contents++;
          break;
        default:
          if (LEFT_OUT.has(name)) leftOut = 1;
      }
    },
    text: (data) => {
      if (inText && leftOut === 0) addText(data);
    },
    close: (name) => {
      if (leftOut > 0) {
        leftOut--;
        return;
      }
      const at = paragraph();
      if (at?.inProperties) {
        if (name === 'w:rPr') at.inRunProperties = false;
        else if (name === 'w:pPr') at.inProperties = false;
        return;
      }
      if (name === 'w:t') inText = false;
      else if (name === 'w:p') {
        const done = paragraphs.pop();
        if (done) endParagraph(done);
      } else if (name === 'w:tc') {
        const inner = table();
        if (inner?.cell) inner.cells.push(inner.cell.join('\n'));
        if (inner) inner.cell = null;
      } else if (name === 'w:tr') {
        const inner = table();
        if (inner) endRow(inner);
      } else if (name === 'w:tbl') tables.pop();
      else if (name === 'w:sdt' && contents > 0) contents--;
    },
  });
  return lines;
}
