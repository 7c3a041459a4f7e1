import { type Chart, chartFigure } from '../charts/chart.ts';
import {
  absenceOfMeasured,
  categoryCharts,
  funnelChart,
  lagAbsence,
  lagCompareChart,
  progressChart,
  roundsChart,
  type TopicName,
  topicsChart,
} from '../charts/compare.ts';
import { BOM, csvLine } from '../exports/csv.ts';
import { type Html, html, join } from '../html.ts';
import { type Lang, type Message, type Translate, translator } from '../i18n/index.ts';
import type { FigureCategory } from '../model/index.ts';
import { evidenceAnchor, factAnchor, file, indexes, noticeUrl, page, paths } from '../urls.ts';
import { ABSENCES } from '../views/absence.ts';
import type { ComparableEnterprise, ComparableNotice, EnterpriseEntry } from '../views/comparable.ts';
import {
  COUNT_CHARTS,
  type Compared,
  type CompareState,
  chooseFor,
  columnsOf,
  compareQuery,
  factOfNotice,
  MAX_COMPARED,
  measure,
  nextNotice,
  readCompareState,
  SPECIAL_CHARTS,
  statedCategories,
} from '../views/compare.ts';
import { formatDate } from '../views/dates.ts';
import { categoryLabel, docTypeLabel, levelLabel } from '../views/labels.ts';
import { quantityText } from '../views/quantity.ts';
import { sampleTag } from '../views/row.ts';
import type { ComparedPath } from '../views/summary.ts';
import { saveCharts } from './drawing.ts';
import { saveFile } from './save.ts';
import { loadJson } from './state.ts';

const picker = document.querySelector<HTMLFormElement>('#picker');
const output = document.querySelector<HTMLElement>('#comparison');

async function start(picker: HTMLFormElement, output: HTMLElement): Promise<void> {
  const lang = (picker.dataset.lang ?? 'zh') as Lang;
  const t = translator(lang);
  const say = picker.querySelector<HTMLElement>('#say');
  const input = picker.querySelector<HTMLInputElement>('#add');
  const chosen = picker.querySelector<HTMLElement>('#chosen');
  const suggestions = document.querySelector<HTMLElement>('#try');
  if (!say || !input || !chosen) return;
  const topics = JSON.parse(picker.dataset.topics ?? '[]') as TopicName[];
  const asOf = picker.dataset.asof || null;
  let state = readCompareState(new URLSearchParams(location.search));
  let candidates: EnterpriseEntry[];
  try {
    candidates = await loadJson<EnterpriseEntry[]>(picker.dataset.index ?? '');
  } catch (error) {
    say.textContent = t('loadFailed', { what: (error as Error).message });
    return;
  }
  const known = new Map(candidates.map((c) => [c.id, c]));
  const loaded = new Map<string, Promise<ComparableEnterprise>>();
  const load = (id: string): Promise<ComparableEnterprise> => {
    const entry = loaded.get(id) ?? loadJson<ComparableEnterprise>(file(indexes.enterprise(id)));
    loaded.set(id, entry);
    entry.catch(() => loaded.delete(id));
    return entry;
  };
  const list = picker.querySelector<HTMLDataListElement>('#candidates');
  if (list) list.innerHTML = join(candidateOptions(candidates)).html;

  const columnsNow = async (): Promise<Compared[]> =>
    columnsOf(await Promise.all(state.e.filter((id) => known.has(id)).map(load)), state.n);

  const set = (next: Partial<CompareState>): void => {
    state = { ...state, ...next };
    const keep = new URLSearchParams(location.search).get('samples');
    const query = compareQuery(state);
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${query}${keep ? `${query ? '&' : '?'}samples=${keep}` : ''}${location.hash}`,
    );
    void show();
  };

  const show = async (): Promise<void> => {
    const strangers = state.e.filter((id) => !known.has(id));
    const ids = state.e.filter((id) => known.has(id));
    if (suggestions) suggestions.hidden = ids.length > 0;
    const showChosen = (columns: readonly Compared[]): void => {
      chosen.innerHTML = join(
        ids.map((id, i) => {
          const name = known.get(id)?.short ?? known.get(id)?.name ?? id;
          const place = columns.findIndex((c) => c.enterprise.id === id);
          return html`<li><button type="button" class="k${(place < 0 ? i : place) + 1}" data-remove="${id}" aria-label="${t('compareRemove', { name })}"><span lang="zh-Hans">${name}</span> ×</button></li>`;
        }),
      ).html;
      const messages = strangers.map((id) => t('compareUnknown', { id }));
      const count = Math.max(ids.length, columns.length);
      if (count === 1) messages.push(t('compareOne'));
      if (count >= MAX_COMPARED) messages.push(t('compareFull'));
      input.disabled = count >= MAX_COMPARED;
      say.textContent = messages.join(' ');
    };
    showChosen([]);
    if (ids.length === 0) {
      document.documentElement.classList.remove('asked');
      output.innerHTML = '';
      return;
    }
    const asked = state;
    try {
      const columns = await columnsNow();
      if (asked !== state) return; // changed meanwhile: the later call draws
      showChosen(columns);
      document.documentElement.classList.remove('asked');
      output.innerHTML = render(columns, state, topics, asOf, lang, t).html;
    } catch (error) {
      say.textContent = t('loadFailed', { what: (error as Error).message });
    }
  };

  const add = (): void => {
    const found = findEnterprise(candidates, input.value);
    if (!found) {
      if (input.value.trim()) say.textContent = t('compareUnknown', { id: input.value.trim().slice(0, 60) });
      return;
    }
    input.value = '';
    if (!state.e.includes(found.id) && state.e.length < MAX_COMPARED) set({ e: [...state.e, found.id] });
  };
  picker.addEventListener('submit', (event) => {
    event.preventDefault();
    add();
  });
  // picking from the list of suggestions gives exactly a name; typing does not add by itself
  input.addEventListener('input', () => {
    if (candidates.some((c) => c.name === input.value)) add();
  });
  chosen.addEventListener('click', (event) => {
    const id = (event.target as Element).closest<HTMLButtonElement>('button')?.dataset.remove;
    if (!id) return;
    set({ e: state.e.filter((other) => other !== id) });
    input.focus();
  });
  output.addEventListener('change', (event) => {
    const field = event.target as HTMLSelectElement | HTMLInputElement;
    if (field.name === 'm') set({ m: field.value });
    if (field.name === 'per') set({ per: (field as HTMLInputElement).checked });
    if (field.dataset.enterprise) void choose(field.dataset.enterprise, field.dataset.notice, field.value);
    // the table is drawn anew: keep the reader where they were
    const again = field.id;
    requestAnimationFrame(() => setTimeout(() => document.getElementById(again)?.focus(), 50));
  });
  /** Puts one notice of an enterprise in the place of another; no `before` adds it, no `after` takes it away. */
  const choose = async (id: string, before?: string, after?: string): Promise<void> => {
    const enterprise = await load(id);
    const shown = (await columnsNow()).flatMap((c) => (c.enterprise.id === id && c.notice ? [c.notice.id] : []));
    const now = before ? shown.flatMap((each) => (each === before ? (after ?? []) : each)) : [...shown, after ?? ''];
    set({ n: chooseFor(enterprise, state.n, now) });
  };
  output.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button');
    const { save, another, drop, enterprise = '' } = button?.dataset ?? {};
    if (another) await choose(enterprise, undefined, another);
    if (drop) await choose(enterprise, drop);
    if (save === 'csv') saveFile('compare.csv', 'text/csv', tableCsv(await columnsNow(), lang, t));
    if (save === 'svg' || save === 'png')
      await saveCharts([...output.querySelectorAll<HTMLElement>('.chart')], save, `compare-${state.m}`);
  });
  addEventListener('popstate', () => {
    state = readCompareState(new URLSearchParams(location.search));
    void show();
  });
  await show();
}

const candidateOptions = (candidates: readonly EnterpriseEntry[]): Html[] =>
  [...candidates]
    .sort((a, b) => b.notices - a.notices)
    .map((c) => html`<option value="${c.name}">${[c.short, c.id].filter(Boolean).join(' · ')}</option>`);

/** By name, short name, alias or id; a part of the name if only one enterprise has it. */
function findEnterprise(candidates: readonly EnterpriseEntry[], typed: string): EnterpriseEntry | undefined {
  const words = typed.trim().toLowerCase();
  if (!words) return undefined;
  const names = (c: EnterpriseEntry): string[] =>
    [c.id, c.name, c.short ?? '', ...c.aliases].map((n) => n.toLowerCase());
  const exact = candidates.find((c) => names(c).includes(words));
  if (exact) return exact;
  const partly = candidates.filter((c) => names(c).some((name) => name.includes(words)));
  return partly.length === 1 ? partly[0] : undefined;
}

/** A row of the table: its label, and for each notice the cell as HTML and as plain words. */
interface Row {
  readonly label: string;
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly shown: Html;
  readonly plain: string;
}

/** Why a cell is empty, with what that means for whoever points at it. */
function absentCell(why: Message, t: Translate): Cell {
  const hint = ABSENCES.find(([absence]) => absence === why)?.[1];
  return {
    shown: html`<span class="absent"${hint && html` title="${t(hint)}"`}>${t(why)}</span>`,
    plain: t(why),
  };
}

/** Facts that are shown in the notice’s own words, in either language. */
const OWN_WORDS: ReadonlySet<ComparedPath | null> = new Set(['inspection.round', 'inspection.groups.0']);

/** A value leads to the words it was read from and shows them; without any it leads to the card of the notice. */
function factRow(
  compared: readonly Compared[],
  label: string,
  value: (n: ComparableNotice) => string | null,
  path: ComparedPath | null,
  t: Translate,
  lang: Lang,
): Row {
  return {
    label,
    cells: compared.map(({ notice }) => {
      const words = notice ? value(notice) : null;
      if (!notice || words === null) {
        return absentCell(notice?.absence ?? 'compareNoNotice', t);
      }
      const source = path ? notice.quotes[path] : undefined;
      const place = path && source?.inText ? evidenceAnchor(path) : path ? 'facts' : 'text';
      return {
        shown: html`<a href="${noticeUrl(lang, notice.id, place)}"${OWN_WORDS.has(path) && html` lang="zh-Hans"`}>${words}</a>${source && source.quote !== words && html`<q lang="zh-Hans">${source.quote}</q>`}`,
        plain: words,
      };
    }),
  };
}

function tableRows(compared: readonly Compared[], lang: Lang, t: Translate): Row[] {
  const row = (label: string, value: (n: ComparableNotice) => string | null, path: ComparedPath | null): Row =>
    factRow(compared, label, value, path, t, lang);
  const date = (value: string | null): string | null => value && formatDate(value, lang);
  return [
    row(t('docType'), (n) => docTypeLabel(n.type, lang), 'docType'),
    row(t('level'), (n) => n.level && levelLabel(n.level, lang), 'inspection.level'),
    roundRow(compared, lang, t),
    row(t('groups'), (n) => (n.groups.length > 0 ? n.groups.join('、') : null), 'inspection.groups.0'),
    row(t('start'), (n) => date(n.start), 'inspection.start'),
    row(t('end'), (n) => date(n.end), 'inspection.end'),
    row(t('feedback'), (n) => date(n.feedback), 'inspection.feedbackDate'),
    row(t('published'), (n) => date(n.published), 'publication.publishedDate'),
    lagRow(compared, lang, t),
    ...statedCategories(compared).map((category) => categoryRow(compared, category, lang)),
    row(t('rectificationItems'), (n) => (n.itemCount > 0 ? String(n.itemCount) : null), null),
  ];
}

/** The round as the text names it leads to its words, as the registry names it to the page of the round. */
function roundRow(compared: readonly Compared[], lang: Lang, t: Translate): Row {
  const stated = factRow(compared, t('round'), (n) => n.round, 'inspection.round', t, lang);
  return {
    ...stated,
    cells: stated.cells.map((cell, i) => {
      const { round, roundId, registered } = compared[i]?.notice ?? {};
      if (!registered || !roundId || round === registered.zh) return cell;
      const link = html`<a href="${page(lang, paths.round(roundId))}">${registered[lang]}</a>`;
      return round ? { ...cell, shown: html`${cell.shown} ${link}` } : { shown: link, plain: registered[lang] };
    }),
  };
}

const lagRow = (compared: readonly Compared[], lang: Lang, t: Translate): Row => ({
  label: t('lag'),
  cells: compared.map(({ notice }) => {
    if (notice && notice.lag !== null) {
      const words = t('days', { n: notice.lag });
      return { shown: html`<a href="${noticeUrl(lang, notice.id, 'facts')}">${words}</a>`, plain: words };
    }
    return absentCell(lagAbsence(notice), t);
  }),
});

const categoryRow = (compared: readonly Compared[], category: FigureCategory, lang: Lang): Row => ({
  label: categoryLabel(category, lang),
  cells: compared.map(({ notice }) => {
    const fact = factOfNotice(notice, category);
    if (!notice || !fact) {
      return absentCell(absenceOfMeasured(measure(notice, category, false)) ?? 'not-stated', translator(lang));
    }
    const words = quantityText(fact, lang);
    return {
      shown: html`<a href="${noticeUrl(lang, notice.id, factAnchor(fact))}" title="${fact.quote ?? ''}">${words}</a>${fact.quote && html`<q lang="zh-Hans">${fact.quote}</q>`}`,
      plain: words,
    };
  }),
});

function render(
  compared: readonly Compared[],
  state: CompareState,
  topics: readonly TopicName[],
  asOf: string | null,
  lang: Lang,
  t: Translate,
): Html {
  const heads = compared.map(({ enterprise, notice, label }, i) => {
    const twins = compared.filter((c) => c.enterprise === enterprise);
    const twin = twins.length > 1;
    // offered once, under the last column of the enterprise
    const another =
      compared.length < MAX_COMPARED && twins.at(-1)?.notice === notice ? nextNotice(enterprise, compared) : undefined;
    const free = enterprise.notices.filter((n) => n === notice || !twins.some((c) => c.notice === n));
    const options = free.map(
      (n) =>
        html`<option value="${n.id}"${n.id === notice?.id && html` selected`}>${n.published ?? t('not-stated')} ${n.round ?? ''}</option>`,
    );
    const place = `${t('compareNotice')}: ${enterprise.name}`;
    const choice =
      enterprise.notices.length > 1 &&
      html`<label><span class="visually-hidden">${place}</span><select id="n-${enterprise.id}${twin ? `-${i}` : ''}" data-enterprise="${enterprise.id}" data-notice="${notice?.id ?? ''}">${options}</select></label>`;
    const more =
      another &&
      html`<button type="button" data-enterprise="${enterprise.id}" data-another="${another.id}">${t('compareAnother')}</button>`;
    const less =
      twin &&
      notice &&
      html`<button type="button" data-enterprise="${enterprise.id}" data-drop="${notice.id}" aria-label="${t('compareRemove', { name: label })}">×</button>`;
    return html`<th scope="col"><span class="key k${i + 1}"></span><a href="${page(lang, paths.enterprise(enterprise.id))}" lang="zh-Hans">${enterprise.name}</a>${enterprise.sample && sampleTag(lang)}${choice}${(more || less) && html`<span class="choices">${more}${less}</span>`}</th>`;
  });
  const rows = tableRows(compared, lang, t).map(
    (row) => html`<tr><th scope="row">${row.label}</th>${row.cells.map((cell) => html`<td>${cell.shown}</td>`)}</tr>`,
  );
  const charts: [string, string][] = [
    ...COUNT_CHARTS.map((c): [string, string] => [c, categoryLabel(c, lang)]),
    ['lag', t('lag')],
    ['funnel', ['issues', 'tasks', 'measures'].map((c) => categoryLabel(c, lang)).join(' → ')],
    ['progress', t('statusBar')],
    ['topics', t('navTopics')],
  ];
  const special = (SPECIAL_CHARTS as readonly string[]).includes(state.m);
  const options = charts.map(
    ([id, label]) => html`<option value="${id}"${id === state.m && html` selected`}>${label}</option>`,
  );
  const over = special || compared.length === 0 ? null : roundsChart(compared, state.m as FigureCategory, asOf, lang);
  return html`<section class="block"><h2>${t('chartCompare')}</h2><div class="filters"><label>${t('measure')}<select name="m" id="measure">${options}</select></label>${
    !special &&
    state.m !== 'issues' &&
    html`<label class="check"><input type="checkbox" name="per" id="per" value="1"${state.per && html` checked`}/>${t('perIssue')}</label>`
  }<button type="button" data-save="svg">${t('exportSvg')}</button><button type="button" data-save="png">${t('exportPng')}</button></div>${chartsFor(
    compared,
    state,
    topics,
    asOf,
    lang,
  ).map((chart) =>
    chartFigure(chart, lang),
  )}${over && chartFigure(over, lang)}</section><section class="block"><h2>${t('facts')}</h2><div class="scroll" tabindex="0" role="region" aria-label="${t('facts')}"><table class="rows compare-table"><thead><tr><td></td>${heads}</tr></thead><tbody>${rows}</tbody></table></div><details class="definitions"><summary>${t('absenceKinds')}</summary><dl class="facts">${ABSENCES.map(([absence, hint]) => html`<div><dt>${t(absence)}</dt><dd>${t(hint)}</dd></div>`)}</dl></details><p class="actions"><button type="button" data-save="csv">${t('exportCsv')}</button><span class="hint">${t('shareLink')}</span></p></section>`;
}

function chartsFor(
  compared: readonly Compared[],
  state: CompareState,
  topics: readonly TopicName[],
  asOf: string | null,
  lang: Lang,
): Chart[] {
  switch (state.m) {
    case 'lag':
      return [lagCompareChart(compared, asOf, lang)];
    case 'funnel':
      return [funnelChart(compared, asOf, lang)];
    case 'progress':
      return [progressChart(compared, asOf, lang)];
    case 'topics':
      return [topicsChart(compared, topics, asOf, lang)];
    default:
      return categoryCharts(compared, state.m as FigureCategory, state.per, asOf, lang);
  }
}

const tableCsv = (compared: readonly Compared[], lang: Lang, t: Translate): string =>
  BOM +
  csvLine(['', ...compared.map(({ enterprise }) => enterprise.name)]) +
  csvLine([
    t('compareNotice'),
    ...compared.map(({ notice }) =>
      notice ? new URL(noticeUrl(lang, notice.id), location.href).href : t('compareNoNotice'),
    ),
  ]) +
  tableRows(compared, lang, t)
    .map((row) => csvLine([row.label, ...row.cells.map((cell) => cell.plain)]))
    .join('');

// last, so that everything above is there
if (picker && output) void start(picker, output);
