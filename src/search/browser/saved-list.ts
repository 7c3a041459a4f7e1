import { button, el } from './dom.ts';
import type { Engine } from './engine.ts';
import { type PageState, readState, writeState } from './page-state.ts';
import { readSaved, type SavedSearch, withSaved } from './saved.ts';
import type { Say } from './say.ts';
import type { Request } from './session.ts';

const KEY = 'zhenggai-searches';

const load = (): SavedSearch[] => {
  try {
    return readSaved(localStorage.getItem(KEY));
  } catch {
    // storage is switched off: nothing is saved then
    return [];
  }
};

function store(list: readonly SavedSearch[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // full or switched off: the list holds for this page only
  }
}

export const saveSearch = (state: PageState, seen: string): void => store(withSaved(load(), state, seen));

/** The saved searches, each with the number of notices that were added since the reader’s last look. */
export function savedList(
  engine: Engine,
  say: Say,
  toRequest: (state: PageState, more: Partial<Request>) => Request,
  open: (state: PageState) => void,
): HTMLElement[] {
  const list = load();
  if (list.length === 0) return [];
  const items = list.map((entry) => {
    const state = { ...readState(entry.search), since: entry.seen || null };
    const link = el('a', { href: writeState(state, '') }, describe(state));
    const news = el('span', { class: 'hint' });
    const item = el('li', {}, link, ' ', news, ' ');
    let newest = entry.seen;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      saveSearch(state, newest);
      open(state);
    });
    item.append(
      button(
        say('savedRemove'),
        () => {
          store(load().filter(({ search }) => search !== entry.search));
          item.remove();
        },
        { class: 'small' },
      ),
    );
    void engine.collect(toRequest(state, { from: 0, count: 0 })).then((replies) => {
      const found = replies.findLast((reply) => reply.kind === 'found');
      if (!found) return;
      newest = found.newest;
      news.textContent = found.fresh > 0 ? say('savedNew', { n: found.fresh }) : say('savedNone');
      news.classList.toggle('care', found.fresh > 0);
    });
    return item;
  });
  return [
    el('h2', {}, say('saved')),
    el('ul', { class: 'plain' }, ...items),
    el('p', { class: 'hint' }, say('savedHint')),
  ];
}

const describe = ({ q, chosen }: PageState): string => [q, ...Object.values(chosen).flat()].join(' · ');
