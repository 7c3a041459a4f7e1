import { saveFile } from './save.ts';

const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
const WIDTH = 960;
const PAD = 16;
const GAP = 28;

/** A piece of the saved picture: its height and its SVG, drawn from 0,0. */
interface Piece {
  readonly height: number;
  readonly svg: string;
}

/** Saves charts as they look, below each other, each with its title, its legend and its source. */
export async function saveCharts(figures: readonly HTMLElement[], format: 'svg' | 'png', name: string): Promise<void> {
  const pieces = figures.flatMap(piecesOf);
  if (pieces.length === 0) return;
  const { source, width, height } = picture(pieces);
  if (format === 'svg') {
    saveFile(`${name}.svg`, 'image/svg+xml', source);
    return;
  }
  const image = new Image();
  const address = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
  try {
    await new Promise((done, failed) => {
      image.onload = done;
      image.onerror = failed;
      image.src = address;
    });
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (png) saveFile(`${name}.png`, 'image/png', png);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function piecesOf(figure: HTMLElement): Piece[] {
  const drawn = figure.querySelector<SVGSVGElement>('svg.drawing');
  const table = figure.querySelector<HTMLTableElement>('table.heat');
  const drawing = drawn ? copyOf(drawn) : table ? heatOf(table) : null;
  if (!drawing) return [];
  const words = (selector: string): Piece[] =>
    [...figure.querySelectorAll<HTMLElement>(`:scope > ${selector}`)].map((line) => ({
      height: 26,
      svg: text(line, 0, 16),
    }));
  return [
    ...words('h3'),
    ...words('.chart-note'),
    ...legendOf(figure),
    drawing,
    ...words('figcaption'),
    { height: GAP, svg: '' },
  ];
}

/** The pieces below each other on the ground of the page. */
function picture(pieces: readonly Piece[]): { source: string; width: number; height: number } {
  let y = PAD;
  const drawn = pieces.map(({ height, svg }) => {
    const piece = `<g transform="translate(${PAD} ${y})">${svg}</g>`;
    y += height;
    return piece;
  });
  const [width, height] = [WIDTH + 2 * PAD, y + PAD - GAP];
  const paper = getComputedStyle(document.body).backgroundColor;
  const ground = paper === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.documentElement).backgroundColor : paper;
  return {
    source: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${ground}"/>${drawn.join('')}</svg>`,
    width,
    height,
  };
}

/** A drawing of the page with its colours and letters written into it. */
function copyOf(svg: SVGSVGElement): Piece {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [i, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[i] as Element);
    for (const property of STYLES) element.setAttribute(property, style.getPropertyValue(property));
  }
  copy.setAttribute('width', String(WIDTH));
  return { height: (Number(svg.getAttribute('height')) || 300) + 8, svg: new XMLSerializer().serializeToString(copy) };
}

const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** The words of an element in its own letters. */
function text(element: Element, x: number, y: number, anchor = 'start'): string {
  const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(element);
  return `<text x="${x}" y="${y}" fill="${color}" font-family="${escaped(fontFamily)}" font-size="${fontSize}" font-weight="${fontWeight}" text-anchor="${anchor}">${escaped((element.textContent ?? '').trim())}</text>`;
}

function legendOf(figure: HTMLElement): Piece[] {
  const keys = [...figure.querySelectorAll<HTMLElement>('.legend .key')];
  if (keys.length === 0) return [];
  const step = WIDTH / Math.max(4, keys.length);
  const drawn = keys.map((key, i) => {
    const colour = getComputedStyle(key, '::before').backgroundColor;
    return `<rect x="${i * step}" y="6" width="11" height="11" fill="${colour}"/>${text(key, i * step + 18, 16)}`;
  });
  return [{ height: 28, svg: drawn.join('') }];
}

const HEAT_LABEL = 220;
const HEAT_ROW = 30;

/** A heat map is a table on the page; in a picture it is drawn. */
function heatOf(table: HTMLTableElement): Piece {
  const step = (WIDTH - HEAT_LABEL) / Math.max(1, (table.tHead?.rows[0]?.cells.length ?? 1) - 1);
  const middle = (j: number): number => HEAT_LABEL + (j + 0.5) * step;
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1).map((cell, j) => text(cell, middle(j), 18, 'middle'));
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row, i) => {
    const y = (i + 1) * HEAT_ROW;
    const [label, ...cells] = row.cells;
    const drawn = cells.map((cell, j) => {
      const ground = getComputedStyle(cell).backgroundColor;
      const mark = cell.querySelector('a');
      return `<rect x="${HEAT_LABEL + j * step}" y="${y}" width="${step - 2}" height="${HEAT_ROW - 2}" fill="${ground}"/>${mark ? text(mark, middle(j), y + 19, 'middle') : ''}`;
    });
    return `${label ? text(label, 0, y + 19) : ''}${drawn.join('')}`;
  });
  return { height: (rows.length + 1) * HEAT_ROW + 8, svg: heads.join('') + rows.join('') };
}
