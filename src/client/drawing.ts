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

/** Saves a chart as it looks: the colours and letters of the page are written into the copy. */
export async function saveDrawing(svg: SVGSVGElement, format: 'svg' | 'png', name: string): Promise<void> {
  const height = Number(svg.getAttribute('height')) || 300;
  const source = standalone(svg, height);
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
    canvas.width = (WIDTH + 2 * PAD) * 2;
    canvas.height = (height + 2 * PAD) * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (png) saveFile(`${name}.png`, 'image/png', png);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function standalone(svg: SVGSVGElement, height: number): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [i, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[i] as Element);
    for (const property of STYLES) element.setAttribute(property, style.getPropertyValue(property));
  }
  copy.setAttribute('width', String(WIDTH));
  copy.setAttribute('x', String(PAD));
  copy.setAttribute('y', String(PAD));
  const paper = getComputedStyle(document.body).getPropertyValue('background-color');
  const ground = paper === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.documentElement).backgroundColor : paper;
  const [w, h] = [WIDTH + 2 * PAD, height + 2 * PAD];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"><rect width="100%" height="100%" fill="${ground}"/>${new XMLSerializer().serializeToString(copy)}</svg>`;
}
