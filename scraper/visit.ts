import type { Cause, NoticeSource, Source, SourceHealth } from '../src/model/index.ts';
import { type CaptureFacts, capturePath, findCapture, hasText, saveCapture, sha256 } from './archive.ts';
import { InputError } from './error.ts';
import { type Failure, type Fetcher, isAllowedHost, type Page, ROBOTS_FORBID } from './fetch.ts';
import { type Look, type Looks, openLooks } from './looks.ts';
import {
  AttachmentTrouble,
  type Fetched,
  type Found,
  fetchNotice,
  get,
  type NoticeReading,
  type Reader,
  read,
  readPage,
  validators,
} from './notice-page.ts';
import type { Lookups } from './pipeline.ts';
import { isWanted, type ListReading, policyOf, readList } from './sources.ts';
import type { Plan, Store } from './store.ts';

/** What all visits of a run share. */
export interface RunContext {
  readonly workspace: string;
  readonly lookups: Lookups;
  readonly store: Store;
  readonly fetcher: Fetcher;
  /** Paths of the captures that the archive holds, by the first 12 digits of their hash. */
  readonly captures: Map<string, string[]>;
  /** Rows dated before this day (YYYY-MM-DD) are left alone. */
  readonly since: string | null;
  /** When the run began; a run that goes on after an interruption keeps its beginning, so that nothing is asked for twice. */
  readonly startedAt: string;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Called with the number of notices that a visit is going to look at. */
  readonly expect: (notices: number) => void;
  /** Called after each notice. */
  readonly step: () => void;
  /** One storing at a time over all sources: recognising and writing a notice must not interleave. */
  readonly serially: <T>(work: () => Promise<T>) => Promise<T>;
}

type Counts = SourceHealth['counts'];

/** What a visit found; `summarise` turns it into the source’s health. */
export interface Visited {
  readonly lists: { readonly reading: ListReading; readonly wanted: number }[];
  readonly counts: Counts;
  /** Failed notices by cause. */
  readonly causes: Partial<Record<Cause, number>>;
  readonly unread: { url: string; cause: Cause; reason: string }[];
  readonly proposals: SourceHealth['proposals'];
  readonly repairs: Record<string, number>;
  /** Lines that are no failure but should be read. */
  readonly remarks: string[];
  /** What the reader warned of, with the pages it concerns. */
  readonly warnings: Map<string, string[]>;
}

interface Visit extends RunContext, Reader {
  readonly looks: Looks;
  /** The documents of the pages that were looked at. */
  readonly attached: Set<string>;
  readonly visited: Visited;
}

const MAX_UNREAD = 50;
const DAY_MS = 86_400_000;
/** A page is gone when it was missing on so many different days. */
const DAYS_UNTIL_GONE = 3;
/** How often a page that is gone is looked for. */
const GONE_REVISIT_DAYS = 30;
/** Who turns us away so often in a row is left alone until the next run. */
const REFUSALS = 5;
const SUCCESSES = new Set(['new', 'changed', 'added', 'reread', 'unchanged']);

const NO_COUNTS: Counts = {
  new: 0,
  changed: 0,
  added: 0,
  reread: 0,
  unchanged: 0,
  missing: 0,
  gone: 0,
  failed: 0,
  unread: 0,
  postponed: 0,
  fresh: 0,
};

const captureFacts = ({ source, now }: Visit, page: Page, kind: CaptureFacts['kind']): CaptureFacts => ({
  url: page.url,
  ...(page.finalUrl !== page.url && { finalUrl: page.finalUrl }),
  retrievedAt: now().toISOString(),
  kind,
  status: page.status,
  headers: page.headers,
  source: source.id,
  publisher: source.name,
  by: 'scrape',
  ...(source.sample && { sample: source.sample }),
});

/** Keeps the bytes of a page, once per content and address. */
async function archivePage(visit: Visit, page: Page, kind: CaptureFacts['kind'], from?: string): Promise<void> {
  const { workspace, captures } = visit;
  const known = await findCapture(workspace, captures, sha256(page.bytes));
  if (known?.capture.url === page.url) return;
  const capture = await saveCapture(
    workspace,
    { ...captureFacts(visit, page, kind), ...(from && { from }) },
    page.bytes,
  );
  const key = capture.sha256.slice(0, 12);
  captures.set(key, [...(captures.get(key) ?? []), `${capturePath(capture)}.json`]);
}

// ---- lists ----

async function readLists(visit: Visit): Promise<string[]> {
  const { source, visited, looks, log, now, since } = visit;
  const targets: string[] = [];
  for (const list of source.lists) {
    const reading = await readList(
      list,
      (url, post) => visit.fetcher.get({ url, policy: visit.policy, ...(post !== undefined && { post }) }),
      source.encoding,
      (row) => since !== null && row.date !== null && row.date < since,
    );
    const rows = reading.rows.filter(
      (row) => isWanted(row, source) && !(since !== null && row.date !== null && row.date < since),
    );
    const near = rows.filter((row) => isAllowedHost(visit.policy.hosts, new URL(row.url).host));
    if (near.length < rows.length) {
      const hosts = [...new Set(rows.filter((row) => !near.includes(row)).map((row) => new URL(row.url).host))];
      visited.remarks.push(
        `${rows.length - near.length} rows lead to other hosts (${hosts.slice(0, 3).join(', ')}): name them under hosts if they are this publisher’s`,
      );
    }
    visited.lists.push({ reading, wanted: near.length });
    if (reading.problem) {
      log(`${source.id}: list ${list.url}: ${reading.problem.cause}: ${reading.problem.reason}`);
      if (reading.troublePage) await archivePage(visit, reading.troublePage, 'trouble');
    }
    await looks.add({
      url: list.url,
      at: now().toISOString(),
      outcome: reading.problem?.cause ?? 'list',
      requests: reading.attempts,
    });
    targets.push(...near.map((row) => row.url));
  }
  return targets;
}

/** Addresses of this source that we know from before: by our looks, and by the records where the looks are lost. */
function knownAddresses({ looks, store, policy, source }: Visit): string[] {
  const lists = new Set(source.lists.map(({ url }) => url));
  const fromLooks = [...looks.latest.values()]
    .filter((look) => look.id && !lists.has(look.url))
    .map((look) => look.url);
  const fromRecords = [...store.entries()]
    .flatMap(({ urls }) => urls)
    .filter((url) => URL.canParse(url) && isAllowedHost(policy.hosts, new URL(url).host));
  return [...fromLooks, ...fromRecords];
}

/** New addresses first, so that the daily cap cannot starve them. */
function chooseTargets(visit: Visit, listed: readonly string[]): string[] {
  const known = visit.since === null ? knownAddresses(visit) : [];
  const skipped = new Set(visit.source.skip.map(({ url }) => url));
  const all = [...new Set([...listed, ...visit.source.known, ...known])].filter((url) => !skipped.has(url));
  const isKnown = (url: string) => visit.looks.latest.get(url)?.id !== undefined;
  return [...all.filter((url) => !isKnown(url)), ...all.filter(isKnown)];
}

function isFresh({ looks, store, source, startedAt, now }: Visit, url: string): boolean {
  const look = looks.latest.get(url);
  if (!look?.id || !store.has(look.id)) return false;
  if (look.outcome === 'gone') return now().getTime() - Date.parse(look.at) < GONE_REVISIT_DAYS * DAY_MS;
  if (!SUCCESSES.has(look.outcome)) return false;
  return look.at >= startedAt || now().getTime() - Date.parse(look.at) < source.pace.revisitDays * DAY_MS;
}

// ---- one notice ----

/** Whether the page’s text is another than at the last look; a better reader alone changes no page. */
async function isPageChanged(
  visit: Visit,
  previous: Look | undefined,
  reading: NoticeReading,
): Promise<boolean | undefined> {
  if (!previous?.text) return undefined;
  if (previous.text === reading.record.text.sha256) return false;
  const before = previous.sha256 ? await findCapture(visit.workspace, visit.captures, previous.sha256) : null;
  if (!before) return true;
  const { capture, bytes } = before;
  const page: Page = {
    kind: 'page',
    url: capture.url ?? '',
    finalUrl: capture.finalUrl ?? capture.url ?? '',
    status: capture.status ?? 200,
    headers: capture.headers ?? {},
    bytes,
    attempts: 0,
  };
  const again = await read(visit, page, capture.retrievedAt).catch(() => null);
  return again === null || again.record.text.sha256 !== reading.record.text.sha256;
}

/** Stores what was read. A kill in between leaves no look, so the page is asked for again and what is missing is added. */
async function keep(visit: Visit, page: Page, found: Found, previous: Look | undefined, at: string): Promise<Plan> {
  const { store, visited, source } = visit;
  const { reading, attachment } = found;
  const place = (from: Page): NoticeSource => ({
    url: from.url,
    publisher: source.name,
    retrievedAt: at,
    sha256: sha256(from.bytes),
    status: 'live',
  });
  const pageChanged = await isPageChanged(visit, previous, reading);
  const { record, text, passages } = reading;
  const plan = await visit.serially(() =>
    store.plan({ record, text, passages, source: place(page), ...(pageChanged !== undefined && { pageChanged }) }),
  );
  const known = previous?.sha256 ?? plan.previous?.sources.find(({ url }) => url === page.url)?.sha256;
  const hasCapture = known !== undefined && (await findCapture(visit.workspace, visit.captures, known)) !== null;
  const isNews = plan.outcome === 'new' || plan.outcome === 'changed' || plan.outcome === 'added' || !hasCapture;
  await Promise.all([
    store.commit(plan),
    isNews ? archivePage(visit, page, 'notice') : undefined,
    isNews && attachment ? archivePage(visit, attachment, 'attachment', page.url) : undefined,
  ]);
  if (attachment) {
    const named = { ...record, id: plan.record.id };
    const further = {
      record: named,
      text,
      passages,
      source: place(attachment),
      pageChanged: plan.outcome === 'changed',
    };
    await store.commit(await visit.serially(() => store.plan(further)));
  }
  for (const like of plan.proposals) visited.proposals.push({ id: plan.record.id, like });
  return plan;
}

/** What the reader warned of, on pages that are new or changed: an old page’s defects are known. */
function noteWarnings({ visited, log, source }: Visit, url: string, warnings: readonly string[]): void {
  for (const warning of warnings) {
    log(`${source.id}: ${url}: ${warning}`);
    const pages = visited.warnings.get(warning) ?? [];
    visited.warnings.set(warning, [...pages, url]);
  }
}

function countRepairs({ visited }: Visit, { record }: NoticeReading): void {
  const counts = record.repairCounts ?? Object.fromEntries(record.repairs.map((name) => [name, 1]));
  for (const [name, count] of Object.entries(counts)) visited.repairs[name] = (visited.repairs[name] ?? 0) + count;
}

/** A page that is not there: remembered by day; gone after three days. Its record stays. */
async function noteMissing(
  visit: Visit,
  url: string,
  reason: string,
  previous: Look | undefined,
  requests: number,
): Promise<void> {
  const { looks, store, visited, now } = visit;
  const at = now().toISOString();
  const id = previous?.id ?? store.idsByUrl(url)[0];
  if (id === undefined || !store.has(id)) {
    visited.counts.failed++;
    visited.causes.moved = (visited.causes.moved ?? 0) + 1;
    visit.note(url, 'moved', `the list leads to a page that is not there: ${reason}`);
    return looks.add({ url, at, outcome: 'moved', reason, requests });
  }
  const missing = [...new Set([...(previous?.missing ?? []), at.slice(0, 10)])];
  const isGone = missing.length >= DAYS_UNTIL_GONE;
  visited.counts[isGone ? 'gone' : 'missing']++;
  if (isGone && previous?.outcome !== 'gone') await visit.serially(() => store.setSourceStatus(id, url, 'gone'));
  visited.remarks.push(
    `${url}: ${isGone ? `gone (missing on ${missing.join(', ')})` : `missing (day ${missing.length} of ${DAYS_UNTIL_GONE})`}: ${reason}; its record stays`,
  );
  const { etag: _etag, lastModified: _lastModified, reason: _reason, ...rest } = previous ?? { url, at, outcome: '' };
  await looks.add({ ...rest, url, at, outcome: isGone ? 'gone' : 'missing', reason, id, missing, requests });
}

async function noteFailure(
  visit: Visit,
  url: string,
  failed: Extract<Fetched, { kind: 'failed' }>,
  previous: Look | undefined,
  requests: number,
) {
  const { visited, looks, now } = visit;
  const { cause, reason, page } = failed;
  visit.note(url, cause, reason);
  if (cause === 'postponed' || reason === ROBOTS_FORBID) {
    visited.counts.postponed++;
    return; // nothing was asked: no look
  }
  visited.counts[cause === 'unread' ? 'unread' : 'failed']++;
  visited.causes[cause] = (visited.causes[cause] ?? 0) + 1;
  // One example of each kind of trouble is evidence enough.
  if (page && visited.causes[cause] === 1) await archivePage(visit, page, 'trouble');
  await looks.add({ ...previous, url, at: now().toISOString(), outcome: cause, reason, requests });
}

/** Null where the page’s document, if its text was read from one, is still the same; else what became of it. */
async function lookAtAttachment(visit: Visit, look: Look | undefined): Promise<'changed' | Failure | null> {
  if (!look?.attachment) return null;
  const answer = await get(visit, look.attachment.url, look.attachment);
  if (answer.kind === 'failure') return answer;
  return answer.kind === 'not-modified' || sha256(answer.bytes) === look.attachment.sha256 ? null : 'changed';
}

async function lookAt(visit: Visit, url: string): Promise<void> {
  const { looks, store, visited, now, workspace } = visit;
  const previous = looks.latest.get(url);
  const stored = previous?.id && previous.text && store.has(previous.id) ? previous : undefined;
  // What the archive has lost is asked for in full.
  const isWhole =
    stored?.id !== undefined &&
    (await store.read(stored.id).then(
      (r) => hasText(workspace, r.id, r.text.sha256),
      () => false,
    ));
  const isSame = (got: Fetched): boolean =>
    got.kind === 'same' || (got.kind === 'page' && isWhole && stored?.sha256 === sha256(got.page.bytes));
  let fetched = await fetchNotice(visit, url, isWhole ? stored : undefined);
  const attached = isSame(fetched) ? await lookAtAttachment(visit, stored) : null;
  if (attached === 'changed') fetched = await fetchNotice(visit, url, undefined);
  const at = now().toISOString();
  const { requests } = fetched;
  if (fetched.kind === 'missing') return noteMissing(visit, url, fetched.reason, previous, requests);
  if (fetched.kind === 'failed') return noteFailure(visit, url, fetched, previous, requests);
  if (attached !== null && attached !== 'changed') {
    const { cause, reason } = attached;
    return noteFailure(visit, url, { kind: 'failed', cause, reason: `${attached.url}: ${reason}` }, previous, requests);
  }
  const { missing: _missing, reason: _reason, ...before } = previous ?? { url, at, outcome: '' };
  if (fetched.kind === 'same' || (attached === null && isSame(fetched))) {
    if (previous?.outcome === 'gone' && previous.id)
      await visit.serially(() => store.setSourceStatus(previous.id as string, url, 'live'));
    visited.counts.unchanged++;
    return looks.add({ ...before, url, at, outcome: 'unchanged', requests });
  }
  const { page, attachments } = fetched;
  let found: Found;
  try {
    found = await readPage(visit, page, attachments, at);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof AttachmentTrouble)) throw error;
    const cause = error instanceof AttachmentTrouble ? error.why : 'unread';
    const failed = { kind: 'failed', cause, reason: error.message, page } as const;
    return noteFailure(visit, url, failed, previous, requests);
  }
  const plan = await keep(visit, page, found, stored, at);
  visited.counts[plan.outcome]++;
  if (plan.outcome !== 'unchanged') noteWarnings(visit, url, found.reading.warnings);
  if (plan.outcome !== 'unchanged') countRepairs(visit, found.reading);
  // An unchanged text keeps the hash of the capture that the archive holds.
  const kept = plan.outcome === 'unchanged' && before.sha256 ? before.sha256 : sha256(page.bytes);
  const { attachment } = found;
  if (attachment) visit.attached.add(attachment.url);
  await looks.add({
    url,
    at,
    outcome: plan.outcome,
    ...validators(page),
    sha256: kept,
    text: found.reading.record.text.sha256,
    id: plan.record.id,
    ...(attachment && {
      attachment: { url: attachment.url, sha256: sha256(attachment.bytes), ...validators(attachment) },
    }),
    requests,
  });
}

/** Whether no list could be had at all: a publisher that refuses us or is down is not asked for its notices either. */
const isRefused = ({ lists }: Visited): boolean =>
  lists.length > 0 &&
  lists.every(({ reading }) => reading.problem?.cause === 'blocked' || reading.problem?.cause === 'down');

/** A bug of ours on one page (an exception that is no InputError) is noted with the page and does not take the others with it. */
async function lookAtOrNote(visit: Visit, url: string): Promise<void> {
  try {
    await lookAt(visit, url);
  } catch (error) {
    const { message, stack, name } = error as Error;
    if (name === 'UsageError') throw error;
    const { visited, log } = visit;
    visited.counts.failed++;
    visited.causes.unread = (visited.causes.unread ?? 0) + 1;
    const isOurs = !(error instanceof InputError);
    visit.note(url, 'unread', isOurs ? `internal error: ${message} (a bug of ours: please report it)` : message);
    if (process.env.ZHENGGAI_DEBUG) log(`${stack}`);
  }
}

/** A guest who was turned away again and again goes. */
function leaveAlone(visit: Visit, rest: readonly string[]): void {
  visit.visited.counts.postponed += rest.length;
  visit.note(rest[0] as string, 'postponed', `left alone in this run: ${REFUSALS} refusals in a row`);
  for (const _ of rest) visit.step();
}

/** One visit to a source: its lists, then its notices, one after the other. */
export async function visitSource(context: RunContext, source: Source): Promise<Visited> {
  const looks = await openLooks(context.workspace, source.id);
  const visited: Visited = {
    lists: [],
    counts: { ...NO_COUNTS },
    causes: {},
    unread: [],
    proposals: [],
    repairs: {},
    remarks: [],
    warnings: new Map(),
  };
  const attached = new Set([...looks.latest.values()].flatMap(({ attachment }) => attachment?.url ?? []));
  const note = (url: string, cause: Cause, reason: string): void => {
    context.log(`${source.id}: ${url}: ${cause}: ${reason}`);
    if (visited.unread.length < MAX_UNREAD) visited.unread.push({ url, cause, reason });
  };
  const visit: Visit = { ...context, source, policy: policyOf(source), note, looks, attached, visited };
  const listed = await readLists(visit);
  const targets = isRefused(visited) ? [] : chooseTargets(visit, listed);
  const due = targets.filter((url) => !isFresh(visit, url));
  visited.counts.fresh = targets.length - due.length;
  context.expect(due.length);
  let refusals = 0;
  for (const [index, url] of due.entries()) {
    if (refusals === REFUSALS) {
      leaveAlone(visit, due.slice(index));
      break;
    }
    // By now its page has been looked at, if there is one.
    if (visit.attached.has(url) && !listed.includes(url)) continue;
    const before = visited.causes.blocked ?? 0;
    await lookAtOrNote(visit, url);
    refusals = (visited.causes.blocked ?? 0) > before ? refusals + 1 : 0;
    context.step();
  }
  await looks.compact();
  return visited;
}
