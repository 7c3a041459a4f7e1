import './choices.ts';
import { linkSentences } from './sentences.ts';

/** A jump to a figure or a fact lights up every piece of it and its sentence, and brings it to the middle of the page. */
const text = document.querySelector<HTMLElement>('#reading');

/** The reader has chosen what is to be lit: it is in sight, and nothing must move. */
let isClicked = false;

function lightUp(): void {
  for (const lit of document.querySelectorAll('.here')) lit.classList.remove('here');
  // anchors are plain letters, digits and hyphens; anything else leads nowhere
  const id = /^#[\w-]+$/.test(location.hash) ? location.hash.slice(1) : '';
  const target = id ? document.getElementById(id) : null;
  const folded = target?.closest('details');
  if (folded && !folded.open) {
    folded.open = true;
    target?.scrollIntoView({ block: 'center' });
  }
  if (!text || !target || !text.contains(target)) return;
  const pieces = [...text.querySelectorAll<HTMLElement>('mark[data-m]')].filter((mark) =>
    (mark.dataset.m ?? '').split(' ').includes(id),
  );
  for (const piece of pieces) {
    piece.classList.add('here');
    piece.closest('.s')?.classList.add('here');
  }
  if (!isClicked) (pieces[0] ?? target).scrollIntoView({ block: 'center' });
  isClicked = false;
  aimReport(id, pieces.map(repairedWords).join(''));
}

/** The words of a piece without the forms that its repaired passages had on the page. */
function repairedWords(piece: HTMLElement): string {
  const copy = piece.cloneNode(true) as HTMLElement;
  for (const original of copy.querySelectorAll('del')) original.remove();
  return copy.textContent ?? '';
}

/** “Report an error” names what is lit: the figure or fact, and the words that are shown. */
function aimReport(field: string, shown: string): void {
  const link = document.querySelector<HTMLAnchorElement>('#report');
  const template = link?.dataset.report;
  if (!link || !template) return;
  const values: Record<string, string> = { field, shown: shown.slice(0, 200), address: location.href };
  link.href = template.replace(/%7B(field|shown|address)%7D/gi, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
}

if (text)
  linkSentences(text, (anchor) => {
    const [x, y] = [scrollX, scrollY];
    isClicked = true;
    location.replace(`#${anchor}`);
    scrollTo(x, y);
  });

addEventListener('hashchange', lightUp);
// the same link twice changes no hash, but the reader wants to go there again
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
  if (link && link.hash === location.hash) lightUp();
});
lightUp();
// the browser’s own jump to the fragment comes after this script: the middle is better
addEventListener('load', lightUp);

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const source = document.getElementById(button.dataset.copy ?? '');
  const label = button.textContent;
  button.addEventListener('click', async () => {
    if (!source) return;
    try {
      await navigator.clipboard.writeText(source.textContent ?? '');
      button.textContent = button.dataset.done ?? '';
      setTimeout(() => {
        button.textContent = label;
      }, 1500);
    } catch {
      // no permission or no secure connection: select it, so that the reader can copy
      getSelection()?.selectAllChildren(source);
    }
  });
}
