import { writeAddress } from '../../client/state.ts';
import { fold, makeFolding } from '../terms.ts';
import { placesOf, type Span } from './evaluate.ts';
import { indexFiles } from './files.ts';
import { openIndex } from './index-reader.ts';
import { type ShownText, shownText } from './shown-text.ts';
import { fetchFrom, inflate, pause } from './web.ts';

/** Finds a string in the notice that is open, compared as the full-text search compares; marks it without touching the text. */
const PAUSE = 120;
const LONGEST = 200;
const folding = makeFolding('');

function start(form: HTMLFormElement, input: HTMLInputElement, status: HTMLElement, root: Element): void {
  let shown: ShownText | null = null;
  let places: Span[] = [];
  let at = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const mark = (name: string, spans: readonly Span[]): void => {
    if (!shown || !('highlights' in CSS)) return;
    CSS.highlights.set(name, new Highlight(...spans.map(shown.rangeOf)));
  };
  const say = (): void => {
    const { none = '', count = '' } = status.dataset;
    const words =
      places.length === 0 ? none : count.replace('{at}', String(at + 1)).replace('{n}', String(places.length));
    status.textContent = input.value.trim() === '' ? '' : words;
    for (const button of form.querySelectorAll('button')) button.disabled = places.length === 0;
  };
  const go = (to: number): void => {
    if (places.length === 0) return;
    at = (to + places.length) % places.length;
    const place = places[at] as Span;
    mark('find-here', [place]);
    shown?.rangeOf(place).startContainer.parentElement?.scrollIntoView({ block: 'center' });
    say();
  };
  const find = async (jump: boolean): Promise<void> => {
    const q = input.value.trim().slice(0, LONGEST);
    writeAddress({ find: q });
    shown = shownText(root);
    const text = fold(shown.text, folding);
    const wanted = await foldQuery(q, text, form.dataset.index ?? '');
    if (input.value.trim().slice(0, LONGEST) !== q) return;
    places = placesOf(text, wanted);
    at = -1;
    mark('find', places);
    mark('find-here', []);
    if (jump && places.length > 0) go(0);
    else say();
  };

  input.addEventListener('input', (event) => {
    if ((event as InputEvent).isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => void find(true), PAUSE);
  });
  input.addEventListener('compositionend', () => input.dispatchEvent(new InputEvent('input')));
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      input.value = '';
      void find(false);
    } else if (event.key === 'Enter') go(at + (event.shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('.previous')?.addEventListener('click', () => go(at - 1));
  form.querySelector('.next')?.addEventListener('click', () => go(at + 1));
  // another form of the repaired passages shows other words
  for (const choice of document.querySelectorAll('.forms input'))
    choice.addEventListener('change', () => void find(false));
  input.value = new URLSearchParams(location.search).get('find')?.slice(0, LONGEST) ?? '';
  // an address with a place in it leads there; the words are only marked then
  if (input.value !== '') void find(location.hash === '');
}

/** A letter that the text does not hold may be the Traditional form of one that it holds: the index knows them all. */
async function foldQuery(q: string, text: string, folder: string): Promise<string> {
  const folded = fold(q, folding);
  const isKnown = [...folded].every((letter) => letter < '\u2e80' || text.includes(letter));
  if (isKnown) return folded;
  try {
    const index = await openIndex(indexFiles(fetchFrom(folder), pause), inflate);
    return await index.fold(q);
  } catch {
    // without the index, what was typed is searched as it is
    return folded;
  }
}

const form = document.querySelector<HTMLFormElement>('#find');
const input = form?.querySelector('input');
const status = form?.querySelector<HTMLElement>('[role="status"]');
const root = document.querySelector('#reading');
if (form && input && status && root) start(form, input, status, root);
