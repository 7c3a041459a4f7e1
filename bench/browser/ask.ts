/**
 * Runs in a page of the bench's own that holds the measured page in a frame: asks one query after the other and sends
 * home what came and how long it took. Nothing is attached to the browser meanwhile.
 */

/** What the bench asks for; it lies beside this script. */
interface Task {
  /** Our search page is asked as a reader does it; the others by their functions, as their pages draw nothing. */
  readonly way: 'page' | 'functions';
  readonly queries: readonly string[];
}

interface Answer {
  readonly ids: readonly string[];
  /** The words above the results. */
  readonly status: string;
  /** Milliseconds until all first ten results are in the page, and until they are painted. */
  readonly ms: number;
  readonly painted: number;
}

type Rival = Window & { ready?: boolean; search: (q: string) => Promise<string[]>; firstTen: (q: string) => unknown };

/** Milliseconds between an answer and the next query: a reader looks, and the browser puts away what came. */
const LOOK = 100;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const frameDrawn = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** A task after the next frame was drawn: what stands in the page now has been painted. */
const painting = async (): Promise<void> => {
  await frameDrawn();
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
};

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}

async function openFrame(address: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0';
  frame.src = address;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve));
  return frame;
}

function part<T extends Element>(page: Document, selector: string): T {
  const found = page.querySelector<T>(selector);
  if (!found) throw new Error(`${selector}: not in the page`);
  return found;
}

/** Sets a query and submits it as a reader does who has typed it. */
async function askPage(page: Document, q: string): Promise<Answer> {
  const input = part<HTMLInputElement>(page, '#search-input');
  const results = part(page, '#search-results');
  const answered = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (results.hasAttribute('aria-busy')) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(results, { attributes: true, attributeFilter: ['aria-busy'] });
  });
  input.value = q;
  const start = performance.now();
  input.form?.requestSubmit();
  await answered;
  const ms = performance.now() - start;
  await painting();
  const painted = performance.now() - start;
  const ids = [...page.querySelectorAll('.hit[data-id]')].map((hit) => hit.getAttribute('data-id') ?? '');
  return { ids, status: part(page, '#search-status').textContent ?? '', ms, painted };
}

async function askRival(rival: Rival, q: string): Promise<Answer> {
  const start = performance.now();
  await rival.firstTen(q);
  const ms = performance.now() - start;
  return { ids: await rival.search(q), status: '', ms, painted: ms };
}

async function run({ way, queries }: Task): Promise<Answer[]> {
  const answers: Answer[] = [];
  const frame = await openFrame(way === 'page' ? '/search/' : '/');
  const page = frame.contentDocument as Document;
  const rival = frame.contentWindow as Rival;
  await until(() => (way === 'page' ? part(page, '#search-status').textContent !== '' : rival.ready === true));
  for (const q of queries) {
    answers.push(way === 'page' ? await askPage(page, q) : await askRival(rival, q));
    await sleep(LOOK);
  }
  return answers;
}

const send = (report: object): Promise<Response> =>
  fetch('/bench/report', { method: 'POST', body: JSON.stringify(report) });

fetch('/bench/task.json')
  .then((response) => response.json() as Promise<Task>)
  .then(run)
  .then(
    (answers) => send({ answers }),
    (error: unknown) => send({ failed: String(error) }),
  );
