import { saveFile } from '../../client/save.ts';
import { FACETS, type FacetName } from '../header.ts';
import { completeNames } from './combobox.ts';
import { concordanceCsv, concordanceTable } from './concordance.ts';
import { button, el } from './dom.ts';
import { type Engine, startEngine } from './engine.ts';
import type { Reply } from './gather.ts';
import { listenToKeys } from './keyboard.ts';

import { CONTEXTS, EMPTY_STATE, type PageState, readState, toggleChoice, writeState } from './page-state.ts';
import { facetLists, hitItem, missingItem, pager } from './results.ts';
import { loadSaved, saveButton, savedList } from './saved-list.ts';
import { enterpriseLink, type Say, type Surroundings, sayFrom } from './say.ts';
import type { Answer, FacetCount, Hit, Problem, Request } from './session.ts';
import { describeNotes, describeQuery } from './understood.ts';

const PER_PAGE = { list: 10, concordance: 20 } as const;
const PASSAGES = { list: 3, concordance: 200 } as const;
const TYPING_PAUSE = 130;
const RETRIES = 2;
const RETRY_AFTER = 1500;
const EXPORT_STEP = 50;
/** The results before are dimmed when an answer takes longer, in milliseconds: a quick one does not flicker. */
const DIM_AFTER = 250;
/** So many values of a facet are shown before the reader unfolds the others. */
const VALUES = 8;

type Found = Extract<Answer, { kind: 'found' }>;

/** What stands on the page; each part is filled by one function. */
interface Parts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly suggestions: HTMLElement;
  readonly understood: HTMLElement;
  readonly status: HTMLElement;
  readonly problems: HTMLElement;
  readonly tools: HTMLElement;
  readonly facets: HTMLElement;
  readonly results: HTMLElement;
  readonly pager: HTMLElement;
  readonly saved: HTMLElement;
}

function start(parts: Parts, around: Surroundings): void {
  const say = sayFrom(around);
  const engine = startEngine(around.index);
  let state = readState(location.search);
  let found: Found | null = null;
  let hits: readonly (Hit | null)[] = [];
  let newest = '';
  let retries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dimming: ReturnType<typeof setTimeout> | undefined;

  /** A timer and no delayed transition: the browser would draw frame after frame while it waits for that. */
  const wait = (): void => {
    clearTimeout(dimming);
    parts.results.setAttribute('aria-busy', 'true');
    dimming = setTimeout(() => parts.results.classList.add('late'), DIM_AFTER);
  };
  const endWait = (): void => {
    clearTimeout(dimming);
    parts.results.classList.remove('late');
    parts.results.removeAttribute('aria-busy');
  };
  const ask = (): void => {
    found = null;
    hits = [];
    wait();
    const asked = state;
    engine.ask(requestOf(asked), (reply) => take(reply, asked));
  };
  const go = (next: PageState, how: 'push' | 'replace' = 'push'): void => {
    clearTimeout(timer);
    state = next;
    retries = 0;
    const address = writeState(state, location.search) || location.pathname;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    if (parts.input.value.trim() !== state.q) parts.input.value = state.q;
    ask();
  };
  const search = (q: string): void => go({ ...state, q, page: 1 });
  const retry = (): void => {
    engine.reopen();
    ask();
  };
  const take = (reply: Reply, asked: PageState): void => {
    switch (reply.kind) {
      case 'understood':
        newest = reply.newest;
        parts.problems.replaceChildren();
        parts.understood.replaceChildren(
          ...(reply.query && asked.q !== ''
            ? [el('p', {}, say('understood') + describeQuery(reply.query, say, around.lang))]
            : []),
          ...describeNotes(reply.notes, say, search),
        );
        if (reply.query === null) showNothing(reply.notices);
        else if (found === null) parts.status.textContent = say('loading');
        return;
      case 'found':
        found = reply;
        showFound(reply, asked);
        return;
      case 'hits':
        hits = reply.hits;
        showHits(asked, false);
        return;
      case 'problems':
        showProblems(reply.problems);
        return;
      case 'failed':
        showFailure(reply.path);
        return;
      case 'done':
        endWait();
        // only now a text that is missing is known not to come
        if (hits.includes(null)) showHits(asked, true);
        parts.status.dataset.bytes = String(reply.bytes);
    }
  };

  const showNothing = (notices: number): void => {
    endWait();
    for (const part of [parts.results, parts.facets, parts.tools, parts.pager]) part.replaceChildren();
    parts.status.textContent = say('emptyHint', { n: notices });
    parts.saved.replaceChildren(...savedList({ engine, say, toRequest: requestOf, open: go, newest }));
  };
  const showFound = (reply: Found, asked: PageState): void => {
    const { total, open, fresh } = reply;
    parts.saved.replaceChildren();
    parts.status.replaceChildren(
      open === 0 ? say('found', { n: total }) : say('foundSome', { n: total, open }),
      ...(asked.since === null ? [] : [` · ${say('foundFresh', { since: asked.since, n: fresh })}`]),
      ...namedEnterprises(reply),
    );
    parts.facets.replaceChildren(...facetLists(reply.facets, around, say, choose, (name) => wholeFacet(asked, name)));
    parts.tools.replaceChildren(...(total > 0 ? tools(asked, total) : []));
    const pages = Math.ceil(total / PER_PAGE[asked.view]);
    parts.pager.replaceChildren(
      ...pager(asked.page, pages, say, (page) => {
        go({ ...state, page });
        parts.status.scrollIntoView();
      }),
    );
    if (total === 0 && open === 0) parts.results.replaceChildren(...noneFound(asked));
  };
  const choose = (name: FacetName, id: string): void => go(toggleChoice(state, name, id));
  const wholeFacet = async (asked: PageState, name: FacetName): Promise<readonly FacetCount[]> => {
    const replies = await engine.collect(requestOf(asked, { count: 0, values: Number.POSITIVE_INFINITY }));
    return replies.findLast((reply) => reply.kind === 'found')?.facets[name].values ?? [];
  };
  const namedEnterprises = ({ enterprises }: Found): Node[] =>
    enterprises.slice(0, 3).map(({ id, zh, count }) => {
      const only = button(say('namedOnly', { name: zh, n: count }), () => search(`enterprise:${id}`));
      return el(
        'span',
        { class: 'named' },
        `${say('named')} `,
        only,
        ' ',
        el('a', { href: enterpriseLink(around, id) }, say('namedPage')),
      );
    });
  const noneFound = (asked: PageState): Node[] => {
    const chosen = Object.keys(asked.chosen).length > 0;
    const clear = (): void => go({ ...state, chosen: {}, page: 1 });
    return chosen
      ? [el('li', { class: 'none' }, el('p', {}, say('noneChosen')), button(say('clearChoices'), clear))]
      : [el('li', { class: 'none' }, el('p', {}, say('none')), el('p', { class: 'hint' }, say('noneHints')))];
  };
  const showHits = (asked: PageState, isComplete: boolean): void => {
    if (found?.total === 0) return;
    const from = (asked.page - 1) * PER_PAGE[asked.view];
    const present = hits.filter((hit) => hit !== null);
    if (asked.view === 'concordance') {
      parts.results.replaceChildren(el('li', { class: 'wide' }, concordanceTable(present, around, say)));
      return;
    }
    parts.results.replaceChildren(
      ...hits.flatMap((hit, i) =>
        hit ? [hitItem(hit, around, say)] : isComplete ? [missingItem(from + i + 1, say)] : [],
      ),
    );
  };

  const tools = (asked: PageState, total: number): Node[] => [
    choice(
      say('sort'),
      asked.sort,
      [
        ['relevance', say('sortRelevance')],
        ['date', say('sortDate')],
      ],
      (sort) => go({ ...state, sort: sort as PageState['sort'], page: 1 }),
    ),
    choice(
      say('view'),
      asked.view,
      [
        ['list', say('viewList')],
        ['concordance', say('viewConcordance')],
      ],
      (view) => go({ ...state, view: view as PageState['view'], page: 1 }),
    ),
    choice(
      say('context'),
      String(asked.context),
      CONTEXTS.map((n) => [String(n), String(n)]),
      (n) => go({ ...state, context: Number(n) }),
    ),
    exportButton(engine, asked, total, around, say),
    saveButton(asked, newest, labelOf(asked), say),
    ...(loadSaved().length > 0 ? [button(say('saved'), () => go(EMPTY_STATE))] : []),
  ];

  /** The query and the chosen values, by their names where the answer has told them. */
  const labelOf = ({ q, chosen }: PageState): string => {
    const nameOf = (name: FacetName, id: string): string => {
      const value = found?.facets[name].values.find((other) => other.id === id);
      return (around.lang === 'en' ? value?.en : undefined) ?? value?.zh ?? id;
    };
    return [q, ...FACETS.flatMap((name) => (chosen[name] ?? []).map((id) => nameOf(name, id)))].join(' · ');
  };

  const showProblems = (problems: readonly Problem[]): void => {
    const texts = problems.filter(({ kind }) => kind === 'texts').length;
    const terms = problems.filter(({ kind }) => kind === 'terms').flatMap(({ what }) => what);
    if (terms.length > 0) {
      for (const part of [parts.results, parts.facets, parts.tools, parts.pager]) part.replaceChildren();
      parts.status.textContent = '';
    } else if (found && found.open > 0) {
      parts.status.textContent = say('foundUnsettled', { n: found.total, open: found.open });
    }
    showTrouble(
      terms.length > 0
        ? say('problemTerms', { what: terms.map((term) => `“${term}”`).join(' ') })
        : say('problemTexts', { n: texts }),
    );
  };
  const showFailure = (path: string): void => {
    endWait();
    parts.status.textContent = '';
    showTrouble(say('problemIndex', { path: path || around.index }));
  };
  const showTrouble = (words: string): void => {
    const again = retries < RETRIES;
    parts.problems.replaceChildren(
      el(
        'p',
        {},
        words,
        ' ',
        !navigator.onLine && say('offline'),
        ' ',
        again ? say('retrying') : button(say('retry'), retry),
      ),
    );
    if (!again) return;
    retries++;
    timer = setTimeout(retry, RETRY_AFTER);
  };

  parts.input.value = state.q;
  parts.input.addEventListener('input', (event) => {
    if ((event as InputEvent).isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const q = parts.input.value.trim();
      if (q !== state.q) go({ ...state, q, page: 1 }, 'replace');
    }, TYPING_PAUSE);
  });
  parts.input.addEventListener('compositionend', () => parts.input.dispatchEvent(new InputEvent('input')));
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    search(parts.input.value.trim());
  });
  completeNames(parts.input, parts.suggestions, engine.suggest, say, search);
  listenToKeys(parts.input, parts.results);
  addEventListener('popstate', () => {
    clearTimeout(timer);
    state = readState(location.search);
    parts.input.value = state.q;
    ask();
  });
  document.addEventListener('samples', ask);
  ask();
}

const requestOf = (state: PageState, more: Partial<Request> = {}): Request => ({
  q: state.q,
  chosen: state.chosen,
  sort: state.sort,
  from: (state.page - 1) * PER_PAGE[state.view],
  count: PER_PAGE[state.view],
  hideSamples: document.documentElement.dataset.samples === 'hide',
  since: state.since,
  context: state.context,
  passages: PASSAGES[state.view],
  join: state.view === 'list',
  values: VALUES,
  ...more,
});

function choice(
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
  choose: (value: string) => void,
): HTMLElement {
  const select = el(
    'select',
    { 'aria-label': label },
    ...options.map(([id, words]) => el('option', { value: id, selected: id === value }, words)),
  );
  select.addEventListener('change', () => choose(select.value));
  return el('label', {}, label, ' ', select);
}

/** Reads all results step by step and hands over one file; nothing is left out silently. */
function exportButton(
  engine: Engine,
  state: PageState,
  total: number,
  around: Surroundings,
  say: Say,
): HTMLButtonElement {
  const act = async (): Promise<void> => {
    element.disabled = true;
    const hits: Hit[] = [];
    for (let from = 0; from < total; from += EXPORT_STEP) {
      element.textContent = say('csvBusy', { done: from, n: total });
      const replies = await engine.collect(requestOf(state, { from, count: EXPORT_STEP, passages: 1000, join: false }));
      const last = replies.findLast((reply) => reply.kind === 'hits');
      hits.push(...(last?.hits.filter((hit) => hit !== null) ?? []));
    }
    element.disabled = false;
    element.textContent = hits.length < total ? say('csvPartial', { n: total - hits.length }) : say('csv');
    if (hits.length === total)
      saveFile('zhenggai-search.csv', 'text/csv;charset=utf-8', concordanceCsv(hits, around, location.href));
  };
  const element = button(say('csv'), () => void act(), { class: 'export', title: say('csvAll', { n: total }) });
  return element;
}

const part = <T extends HTMLElement>(id: string): T | null => document.querySelector<T>(`#search-${id}`);
const form = part<HTMLFormElement>('form');
const input = part<HTMLInputElement>('input');
const data = part<HTMLElement>('data');
const [suggestions, understood, status, problems, toolbar, facets, results, pages, saved] = (
  ['suggestions', 'understood', 'status', 'problems', 'tools', 'facets', 'results', 'pager', 'saved'] as const
).map((id) => part(id));
if (
  form &&
  input &&
  data &&
  suggestions &&
  understood &&
  status &&
  problems &&
  toolbar &&
  facets &&
  results &&
  pages &&
  saved
)
  start(
    { form, input, suggestions, understood, status, problems, tools: toolbar, facets, results, pager: pages, saved },
    JSON.parse(data.textContent ?? '{}') as Surroundings,
  );
