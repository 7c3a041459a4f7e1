import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { InputError } from '../../error.ts';
import { withoutRadicals } from './radicals.ts';

/** A run of characters on a page; points from the lower left corner, y at the base line. */
export interface PdfItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** A ruled line of a table: horizontal where y1 = y2, vertical where x1 = x2. */
export interface Ruling {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface PdfPage {
  width: number;
  height: number;
  items: PdfItem[];
  rulings: Ruling[];
}

/** A notice has some ten pages, an annual report three hundred. */
const MAX_PAGES = 500;
const MAX_ITEMS = 500_000;
const MAX_MILLISECONDS = 60_000;
const MAX_RULINGS = 5000;
/** Lines and filled rectangles thinner than this are rulings. */
const RULE_WIDTH = 2.5;

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

interface Operators {
  fnArray: ArrayLike<number>;
  argsArray: ArrayLike<unknown>;
}

/** Boxes of the subpaths of a path: pdf.js writes 0 x y (move), 1 x y (line), 2 six numbers (curve), 3 four numbers, 4 (close). */
function boxesOf(path: ArrayLike<number>): Ruling[] {
  const boxes: Ruling[] = [];
  const lengths = [2, 2, 6, 4, 0];
  let box: Ruling | null = null;
  for (let i = 0; i < path.length; ) {
    const code = path[i] as number;
    const count = lengths[code];
    if (count === undefined) return boxes;
    if (code === 0) {
      box = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
      boxes.push(box);
    }
    for (let k = 1; box && k + 1 <= count; k += 2) {
      const x = path[i + k] as number;
      const y = path[i + k + 1] as number;
      box.x1 = Math.min(box.x1, x);
      box.x2 = Math.max(box.x2, x);
      box.y1 = Math.min(box.y1, y);
      box.y2 = Math.max(box.y2, y);
    }
    i += count + 1;
  }
  return boxes;
}

/** A thin box is a line, a larger one the frame of a cell: its four sides. */
function sidesOf({ x1, y1, x2, y2 }: Ruling): Ruling[] {
  const across = x2 - x1;
  const up = y2 - y1;
  if (up <= RULE_WIDTH) return across > 6 ? [{ x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 }] : [];
  if (across <= RULE_WIDTH) return up > 6 ? [{ x1: (x1 + x2) / 2, x2: (x1 + x2) / 2, y1, y2 }] : [];
  return [
    { x1, x2, y1, y2: y1 },
    { x1, x2, y1: y2, y2 },
    { x1, x2: x1, y1, y2 },
    { x1: x2, x2, y1, y2 },
  ];
}

function transformed({ x1, y1, x2, y2 }: Ruling, m: Matrix): Ruling {
  const ax = m[0] * x1 + m[2] * y1 + m[4];
  const ay = m[1] * x1 + m[3] * y1 + m[5];
  const bx = m[0] * x2 + m[2] * y2 + m[4];
  const by = m[1] * x2 + m[3] * y2 + m[5];
  return { x1: Math.min(ax, bx), x2: Math.max(ax, bx), y1: Math.min(ay, by), y2: Math.max(ay, by) };
}

const PAINTS = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** The ruled lines that a page draws. */
function rulingsOf({ fnArray, argsArray }: Operators): Ruling[] {
  const rulings: Ruling[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = IDENTITY;
  for (let i = 0; i < fnArray.length && rulings.length < MAX_RULINGS; i++) {
    const operator = fnArray[i] as number;
    const args = argsArray[i] as unknown[];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? IDENTITY;
    else if (operator === OPS.transform) matrix = multiply(matrix, args as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (Array.isArray(args?.[0])) matrix = multiply(matrix, args[0] as unknown as Matrix);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? IDENTITY;
    else if (operator === OPS.constructPath && PAINTS.has(args[0] as number)) {
      const path = (args[1] as ArrayLike<number>[])[0];
      if (path) for (const box of boxesOf(path)) rulings.push(...sidesOf(transformed(box, matrix)));
    }
  }
  return rulings;
}

/** Text that stands askew is a watermark or a stamp. */
const isUpright = (m: readonly number[]): boolean =>
  Math.abs(m[1] as number) < 0.05 * Math.abs(m[0] as number) && (m[0] as number) > 0;

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

function itemsOf(content: { items: unknown[] }): PdfItem[] {
  return (content.items as Partial<TextItem>[]).flatMap(({ str, transform, width = 0 }) => {
    if (!str?.trim() || !transform || !isUpright(transform)) return [];
    const text = withoutRadicals(str);
    return [
      {
        text,
        x: transform[4] as number,
        y: transform[5] as number,
        width,
        size: Math.hypot(transform[2] as number, transform[3] as number),
      },
    ];
  });
}

/** Character maps and fonts that Chinese PDF files refer to instead of bringing their own lie beside pdf.js. */
const assets = (folder: string): string =>
  join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), folder) + sep;

function explain(name: string, cause: unknown): InputError {
  const kind = cause instanceof Error ? cause.name : '';
  if (kind === 'PasswordException')
    return new InputError(`${name}: the PDF is encrypted: save it without a password`, { cause });
  if (cause instanceof InputError) return cause;
  return new InputError(
    `${name}: the PDF is damaged (${cause instanceof Error ? cause.message : cause}): fetch it again`,
    { cause },
  );
}

/** Bytes → the characters of every page with their places. Throws an InputError for what is encrypted, damaged or endless. */
export async function readPages(bytes: Uint8Array, name: string): Promise<PdfPage[]> {
  const task = getDocument({
    // A copy: pdf.js takes the buffer over, ours is archived. It no longer evaluates code of a file.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    cMapUrl: assets('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: assets('standard_fonts'),
    verbosity: 0,
  });
  const started = performance.now();
  const pages: PdfPage[] = [];
  let items = 0;
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES)
      throw new InputError(
        `${name}: ${document.numPages} pages are too many for a notice (at most ${MAX_PAGES}): cut out the pages that hold it`,
      );
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const found = itemsOf(await page.getTextContent());
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const rulings = found.length > 0 ? rulingsOf(await page.getOperatorList()) : [];
      pages.push({
        width: right - left,
        height: top - bottom,
        items: found.map((item) => ({ ...item, x: item.x - left, y: item.y - bottom })),
        rulings: rulings.map((line) => ({
          x1: line.x1 - left,
          x2: line.x2 - left,
          y1: line.y1 - bottom,
          y2: line.y2 - bottom,
        })),
      });
      page.cleanup();
      items += found.length;
      if (items > MAX_ITEMS || performance.now() - started > MAX_MILLISECONDS)
        throw new InputError(
          `${name}: page ${number} of ${document.numPages} and still not done after ${Math.round((performance.now() - started) / 1000)} s and ${items} runs of text: no notice is that large`,
        );
    }
    return pages;
  } catch (cause) {
    throw explain(name, cause);
  } finally {
    await task.destroy();
  }
}
