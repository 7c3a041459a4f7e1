import { button, el } from './dom.ts';
import type { Engine } from './engine.ts';
import { type PageState, readState, writeState } from './page-state.ts';
import { readSaved, type SavedSearch, searchOf, withSaved } from './saved.ts';
import type { Say } from './say.ts';
import type { Request } from './session.ts';

const KEY = 'zhenggai-searches';

/** The searches that are saved in this browser. */
export function loadSaved(): SavedSearch[] {
  try {
    return readSaved(localStorage.getItem(KEY));
  } catch {
    // storage is switched off: nothing is saved then
    return [];
  }
}

/** False where the browser keeps nothing: storage is full or switched off. */
function store(list: readonly SavedSearch[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}

const isSaved = (search: string): boolean => loadSaved().some((entry) => entry.search === search);
const forget = (search: string): boolean => store(loadSaved().filter((entry) => entry.search !== search));
const keep = (state: PageState, known: Pick<SavedSearch, 'seen' | 'label'>): boolean =>
  store(withSaved(loadSaved(), state, known));

/** Saves a search and forgets it again; says which it has done. */
export function saveButton(state: PageState, newest: string, label: string, say: Say): HTMLButtonElement {
  const search = searchOf(state);
  const show = (): void => {
    const saved = isSaved(search);
    element.setAttribute('aria-pressed', String(saved));
    element.textContent = say(saved ? 'savedDone' : 'save');
  };
  const element = button(
    '',
    () => {
      const done = isSaved(search) ? forget(search) : keep(state, { seen: newest, label });
      if (done) show();
      else element.textContent = say('savedFailed');
    },
    { class: 'save' },
  );
  show();
  return element;
}

export interface SavedListOptions {
  readonly engine: Engine;
  readonly say: Say;
  readonly toRequest: (state: PageState, more: Partial<Request>) => Request;
  readonly open: (state: PageState) => void;
  /** The last day on which anything was added to the index. */
  readonly newest: string;
}

/** The saved searches, each with the number of notices that were added since the reader’s last look. */
export function savedList(options: SavedListOptions): HTMLElement[] {
  const { say } = options;
  const list = loadSaved();
  if (list.length === 0) return [];
  const items = list.map((entry) => savedItem(entry, options));
  return [
    el('h2', {}, say('saved')),
    el('ul', { class: 'saved-list' }, ...items),
    el('p', { class: 'hint' }, say('savedHint')),
  ];
}

function savedItem(entry: SavedSearch, { engine, say, toRequest, open, newest }: SavedListOptions): HTMLElement {
  const state = { ...readState(entry.search), since: entry.seen || null };
  const link = el('a', { href: writeState(state, ''), lang: 'zh-Hans' }, entry.label);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    keep(state, { seen: newest, label: entry.label });
    open(state);
  });
  const news = el('span', { class: 'news hint' });
  const item = el('li', {}, link, news);
  const remove = (): void => {
    const list = item.closest('section');
    forget(entry.search);
    item.remove();
    if (list?.querySelector('li') === null) list.replaceChildren();
  };
  item.append(
    button(say('savedRemove'), remove, { class: 'small', 'aria-label': `${say('savedRemove')} ${entry.label}` }),
  );
  const tell = (words: string, isNew: boolean): void => {
    news.textContent = words;
    news.className = isNew ? 'news tag fresh' : 'news hint';
  };
  const askForNews = async (since: string): Promise<void> => {
    const replies = await engine.collect(toRequest(state, { from: 0, count: 0 }));
    const found = replies.findLast((reply) => reply.kind === 'found');
    if (!found || replies.some(({ kind }) => kind === 'problems' || kind === 'failed'))
      tell(say('savedUnknown'), false);
    else if (found.fresh > 0) tell(say('savedNew', { n: found.fresh }), true);
    else tell(say('savedNone', { since }), false);
  };
  // the index says itself when nothing was added: only then are parts of it fetched that the reader has not asked for
  if (entry.seen !== '' && newest > entry.seen) void askForNews(entry.seen);
  else if (entry.seen !== '') tell(say('savedNone', { since: entry.seen }), false);
  return item;
}
