import { type Html, html, join } from '../html.ts';
import { type Lang, type Message, translator } from '../i18n/index.ts';
import type { NoticeRecord, Round, StatedDate } from '../model/index.ts';
import { evidenceAnchor, page, paths } from '../urls.ts';
import { daysBetween, formatDate } from './dates.ts';
import { docTypeLabel, kindLabel, levelLabel, roundName } from './labels.ts';

/** A fact of the card: its label, and its value with a link to the evidence; null = not stated. */
export interface FactRow {
  readonly label: Message;
  readonly value: Html | null;
}

/**
 * The facts of a notice in the order in which a reader asks for them.
 * @param registered the round of the registry that the notice belongs to
 */
export function factRows(record: NoticeRecord, registered: Round | null, lang: Lang): FactRow[] {
  const { inspection, publication } = record;
  const t = translator(lang);
  const linked = (path: string, words: string | null): Html | null =>
    words === null ? null : cite(record, path, words);
  const date = (path: string, value: StatedDate | null): Html | null => dateFact(record, path, value, lang);
  const lag = daysBetween(inspection.feedbackDate, publication.publishedDate);
  const rows: (FactRow | null)[] = [
    { label: 'docType', value: cite(record, 'docType', docTypeLabel(record.docType, lang)) },
    { label: 'enterprise', value: enterpriseFact(record, lang) },
    { label: 'level', value: inspection.level && linked('inspection.level', levelLabel(inspection.level, lang)) },
    { label: 'groups', value: groupsFact(record) },
    { label: 'round', value: roundFact(record, registered, lang) },
    {
      label: 'inspectionTypes',
      value: inspection.types.length
        ? join(
            inspection.types.map((type, i) => cite(record, `inspection.types.${i}`, kindLabel(type, lang))),
            ' ',
          )
        : null,
    },
    {
      label: 'period',
      value: range(date('inspection.start', inspection.start), date('inspection.end', inspection.end)),
    },
    { label: 'feedback', value: date('inspection.feedbackDate', inspection.feedbackDate) },
    { label: 'published', value: date('publication.publishedDate', publication.publishedDate) },
    record.docType === 'rectification'
      ? { label: 'lag', value: lag === null ? null : html`<strong>${t('days', { n: lag })}</strong>` }
      : null,
    publication.signedDate || publication.signer
      ? {
          label: 'signed',
          value: join(
            [
              own(linked('publication.signer', publication.signer)),
              date('publication.signedDate', publication.signedDate),
            ].filter((part): part is Html => part !== null),
            ' ',
          ),
        }
      : null,
    publication.disclosureStart || publication.disclosureEnd || publication.workingDays !== null
      ? { label: 'disclosure', value: disclosureFact(record, lang) }
      : null,
    inspection.unitCount === null
      ? null
      : { label: 'unitCount', value: cite(record, 'inspection.unitCount', String(inspection.unitCount)) },
  ];
  return rows.filter((row): row is FactRow => row !== null);
}

/** Words that lead to their evidence, where the record has it; the quote shows on hover. */
function cite(record: NoticeRecord, path: string, words: string): Html {
  const evidence = record.evidence[path];
  if (evidence) return html`<a class="cited" href="#${evidenceAnchor(path)}" title="${evidence.quote}">${words}</a>`;
  const onPage = record.pageEvidence?.[path];
  return onPage
    ? html`<a class="cited" href="#${evidenceAnchor(path)}" title="${onPage.quote}">${words}</a>`
    : html`${words}`;
}

/** A date, never broken over two lines. */
const dateFact = (record: NoticeRecord, path: string, value: StatedDate | null, lang: Lang): Html | null =>
  value === null ? null : html`<span class="nw">${cite(record, path, formatDate(value, lang))}</span>`;

/** The notice’s own words on a page of any language. */
const own = (words: Html | null): Html | null => words && html`<span lang="zh-Hans">${words}</span>`;

function enterpriseFact(record: NoticeRecord, lang: Lang): Html | null {
  if (!record.enterprise) return null;
  const { id, name } = record.enterprise;
  return id
    ? html`<a href="${page(lang, paths.enterprise(id))}" lang="zh-Hans">${name}</a>`
    : html`<span lang="zh-Hans">${name}</span>（${translator(lang)('unregistered')}）`;
}

function groupsFact(record: NoticeRecord): Html | null {
  const { groups } = record.inspection;
  if (groups.length === 0) return null;
  return join(
    groups.map((group, i) => html`<span lang="zh-Hans">${cite(record, `inspection.groups.${i}`, group)}</span>`),
    '、',
  );
}

function roundFact(record: NoticeRecord, registered: Round | null, lang: Lang): Html | null {
  const { round } = record.inspection;
  if (!round) return null;
  const words = round.text ? html`<span lang="zh-Hans">${cite(record, 'inspection.round', round.text)}</span>` : null;
  const name = registered && roundName(registered, lang);
  const link =
    registered &&
    html`<a href="${page(lang, paths.round(registered.id))}">${name === round.text ? translator(lang)('roundsCovered') : name}</a>`;
  return words && link ? html`${words} · ${link}` : (words ?? link);
}

function disclosureFact(record: NoticeRecord, lang: Lang): Html {
  const t = translator(lang);
  const { disclosureStart, disclosureEnd, workingDays } = record.publication;
  const from = dateFact(record, 'publication.disclosureStart', disclosureStart, lang);
  const to = dateFact(record, 'publication.disclosureEnd', disclosureEnd, lang);
  const days =
    workingDays === null ? null : cite(record, 'publication.workingDays', t('workingDays', { n: workingDays }));
  return join(
    [range(from, to), days].filter((part): part is Html => Boolean(part)),
    ' · ',
  );
}

/** From–to; an end that is not stated stays open. */
const range = (from: Html | null, to: Html | null): Html | null =>
  from && to ? html`${from} — ${to}` : from ? html`${from} —` : to ? html`— ${to}` : null;
