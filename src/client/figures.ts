import { BOM, csvLine } from '../exports/csv.ts';
import type { FigureRow, FiguresIndex, FiguresPart, NoticeRow } from '../exports/parts.ts';
import { html } from '../html.ts';
import { count, type Lang, type LightTranslate, lightTranslator } from '../i18n/lang.ts';
import type { LightMessage } from '../i18n/light.ts';
import { figureAnchor, file, indexes, noticeUrl } from '../urls.ts';
import { by } from '../views/filter.ts';
import { categoryLabel } from '../views/labels.ts';
import { quantityText } from '../views/quantity.ts';
import { sampleTag } from '../views/row.ts';
import { saveFile } from './save.ts';
import { fillForm, loadJson, onChange, readForm, writeAddress } from './state.ts';
import { virtualRows } from './virtual-rows.ts';

/** A figure with its notice. */
interface Entry {
  readonly row: FigureRow;
  readonly notice: NoticeRow;
}

const COLUMNS: readonly {
  readonly name: string;
  readonly label: LightMessage;
  readonly key: (e: Entry) => string | number | null;
}[] = [
  { name: 'category', label: 'category', key: (e) => e.row[2] },
  { name: 'value', label: 'value', key: (e) => e.row[3] },
  { name: 'scope', label: 'scope', key: (e) => -e.row[7] },
  { name: 'enterprise', label: 'enterprise', key: (e) => e.notice[1] },
  { name: 'published', label: 'published', key: (e) => e.notice[2] },
  { name: 'quote', label: 'quote', key: (e) => e.row[9] },
];

const form = document.querySelector<HTMLFormElement>('#filters');
const grid = document.querySelector<HTMLElement>('#grid');
const matches = document.querySelector<HTMLElement>('#matches');

function start(form: HTMLFormElement, grid: HTMLElement, matches: HTMLElement): void {
  const lang = (form.dataset.lang ?? 'zh') as Lang;
  const t = lightTranslator(lang);
  const loaded = new Map<string, Promise<Entry[]>>();
  let index: Promise<FiguresIndex> | undefined;
  let found: Entry[] = [];
  let run = 0;

  grid.innerHTML = frame(t).html;
  const head = grid.querySelector<HTMLElement>('.grid-head');
  const body = grid.querySelector<HTMLElement>('.grid-body');
  const spacer = grid.querySelector<HTMLElement>('.grid-rows');
  if (!head || !body || !spacer) return;
  const showRows = virtualRows(body, head, spacer, (index) => {
    const entry = found[index];
    return entry ? rowHtml(entry, index, lang).html : '';
  });

  const loadPart = (name: string): Promise<Entry[]> => {
    const part = loaded.get(name) ?? loadJson<FiguresPart>(file(indexes.figuresPart(name))).then(entriesOf);
    loaded.set(name, part);
    part.catch(() => loaded.delete(name));
    return part;
  };

  const show = async (): Promise<void> => {
    const mine = ++run;
    const state = readForm(form);
    const params = new URLSearchParams(location.search);
    const sort = params.get('sort') ?? '';
    const direction = params.get('dir') === 'asc' ? 1 : -1;
    writeAddress(state);
    matches.textContent = t('loading');
    try {
      index ??= loadJson<FiguresIndex>(form.dataset.index ?? '');
      const { categories } = await index;
      const wanted = categories.filter((c) => state.category === 'all' || c.category === state.category);
      const entries = (await Promise.all(wanted.flatMap((c) => c.parts.map(loadPart)))).flat();
      if (mine !== run) return; // the reader has asked for something else meanwhile
      found = filterEntries(entries, state);
      const column = COLUMNS.find((c) => c.name === sort);
      if (column) found.sort(by(column.key, direction));
      matches.textContent = t('figuresMatch', { n: count(found.length, lang) });
      for (const button of head.querySelectorAll<HTMLButtonElement>('button')) {
        const sorted = button.dataset.sort === sort;
        button.parentElement?.setAttribute(
          'aria-sort',
          sorted ? (direction === 1 ? 'ascending' : 'descending') : 'none',
        );
      }
      body.setAttribute('aria-rowcount', String(found.length + 1));
      showRows(found.length);
    } catch (error) {
      index = undefined;
      matches.textContent = t('loadFailed', { what: (error as Error).message });
    }
  };

  head.addEventListener('click', (event) => {
    const name = (event.target as Element).closest<HTMLButtonElement>('button')?.dataset.sort;
    if (!name) return;
    const params = new URLSearchParams(location.search);
    const again = params.get('sort') === name;
    writeAddress({ sort: name, dir: again && params.get('dir') !== 'asc' ? 'asc' : '' });
    void show();
  });
  form.addEventListener('reset', () => writeAddress({ sort: '', dir: '' }));
  onChange(form, () => void show());
  document.addEventListener('samples', () => void show());
  document
    .querySelector('#download')
    ?.addEventListener('click', () => saveFile('figures.csv', 'text/csv', toCsv(found)));
  fillForm(form);
  void show();
}

const frame = (t: LightTranslate) =>
  html`<div class="grid-body" role="grid" aria-label="${t('figures')}" aria-describedby="grid-keys"><div class="grid-head grid-row" role="row" aria-rowindex="1">${COLUMNS.map(
    (c) =>
      html`<span role="columnheader" class="g-${c.name}"><button type="button" data-sort="${c.name}">${t(c.label)}</button></span>`,
  )}</div><div class="grid-rows" role="rowgroup"></div></div>`;

function entriesOf(part: FiguresPart): Entry[] {
  return part.rows.flatMap((row) => {
    const notice = part.notices[row[0]];
    return notice ? [{ row, notice }] : [];
  });
}

function filterEntries(entries: readonly Entry[], state: Readonly<Record<string, string>>): Entry[] {
  const hideSamples = document.documentElement.dataset.samples === 'hide';
  const who = (state.e ?? '').trim().toLowerCase();
  const words = (state.q ?? '').trim();
  const least = state.min ? Number(state.min) : null;
  const most = state.max ? Number(state.max) : null;
  return entries.filter(
    ({ row, notice }) =>
      (!hideSamples || notice[4] === 0) &&
      (!state.scope || (state.scope === 'total') === (row[7] === 1)) &&
      (!state.year || String(notice[3]) === state.year) &&
      (!who || (notice[1] ?? '').toLowerCase().includes(who) || notice[0].includes(who)) &&
      (!words || row[9].includes(words)) &&
      (least === null || row[3] >= least) &&
      (most === null || row[3] <= most),
  );
}

function rowHtml({ row, notice }: Entry, index: number, lang: Lang) {
  const t = lightTranslator(lang);
  const [, number, category, value, min, unit, approx, total, , quote] = row;
  const shown = quantityText({ value, unit, approx: approx === 1, quote, ...(min === null ? {} : { min }) }, lang);
  const address = noticeUrl(lang, notice[0], figureAnchor(number - 1));
  const absent = html`<span class="absent">${t('not-stated')}</span>`;
  return html`<div class="grid-row" role="row" aria-rowindex="${index + 2}"><span role="gridcell" class="g-category">${categoryLabel(category, lang)}</span><span role="gridcell" class="g-value"><a href="${address}">${shown}</a></span><span role="gridcell" class="g-scope">${t(total ? 'scopeTotal' : 'scopePart')}</span><span role="gridcell" class="g-enterprise" lang="zh-Hans">${notice[4] === 1 && sampleTag(lang)}${notice[1] ?? '—'}</span><span role="gridcell" class="g-published">${notice[2] ?? absent}</span><span role="gridcell" class="g-quote" lang="zh-Hans" title="${quote}">${quote}</span></div>`;
}

/** The rows that are shown, with their addresses; opens in Excel. */
const toCsv = (entries: readonly Entry[]): string =>
  BOM +
  csvLine([
    'notice',
    'sample',
    'enterprise',
    'publishedDate',
    'figure',
    'category',
    'value',
    'min',
    'unit',
    'approx',
    'scope',
    'section',
    'quote',
    'address',
  ]) +
  entries
    .map(({ row, notice }) => {
      const [, number, category, value, min, unit, approx, total, section, quote] = row;
      const address = new URL(noticeUrl('zh', notice[0], figureAnchor(number - 1)), location.href).href;
      return csvLine([
        notice[0],
        notice[4] === 1,
        notice[1],
        notice[2],
        number,
        category,
        value,
        min,
        unit,
        approx === 1,
        total ? 'total' : 'part',
        section,
        quote,
        address,
      ]);
    })
    .join('');

// last, so that everything above is there
if (form && grid && matches) start(form, grid, matches);
