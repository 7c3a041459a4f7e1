import { gather, type Reply } from './gather.ts';
import type { Request } from './session.ts';
import type { Suggestion } from './suggest.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** An answer within so many milliseconds is felt as immediate: its parts are shown together. */
const QUICK = 80;

/** The search, seen from the page. */
export interface Engine {
  /** Asks; replies to an earlier question stop. */
  readonly ask: (request: Request, reply: (reply: Reply) => void) => void;
  /** Asks beside the current question and collects every reply. */
  readonly collect: (request: Request) => Promise<Reply[]>;
  readonly suggest: (typed: string) => Promise<readonly Suggestion[]>;
  /** Forgets everything that was read: the next question begins with a fresh header. */
  readonly reopen: () => void;
}

/** Starts the worker. The header is fetched from here, so that it travels while the worker’s script does. */
export function startEngine(folder: string): Engine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const post = (message: ToWorker, transfer: Transferable[] = []): void => worker.postMessage(message, transfer);
  const waiting = new Map<number, (message: FromWorker) => void>();
  let lastId = 0;
  let asked = 0;
  let stopLast = (): void => {};
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => waiting.get(data.id)?.(data));

  let ready = fetchHeader(`${folder}header.bin`).then((header) =>
    post({ kind: 'open', folder, header }, header ? [header] : []),
  );
  const replyOf = (message: FromWorker): Reply | null =>
    message.kind === 'answer' ? message.answer : message.kind === 'failed' ? message : null;
  return {
    ask(request, reply) {
      waiting.delete(asked);
      stopLast();
      const { hear, stop } = gather(reply, QUICK);
      stopLast = stop;
      asked = ++lastId;
      const id = asked;
      waiting.set(id, (message) => {
        const said = replyOf(message);
        if (said) hear(said);
      });
      void ready.then(() => post({ kind: 'ask', id, request }));
    },
    collect(request) {
      const id = ++lastId;
      const replies: Reply[] = [];
      void ready.then(() => post({ kind: 'collect', id, request }));
      return new Promise((resolve) => {
        waiting.set(id, (message) => {
          const said = replyOf(message);
          if (!said) return;
          replies.push(said);
          if (said.kind !== 'done' && said.kind !== 'failed') return;
          waiting.delete(id);
          resolve(replies);
        });
      });
    },
    suggest(typed) {
      const id = ++lastId;
      void ready.then(() => post({ kind: 'suggest', id, typed }));
      return new Promise((resolve) => {
        waiting.set(id, (message) => {
          waiting.delete(id);
          resolve(message.kind === 'suggestions' ? message.suggestions : []);
        });
      });
    },
    reopen() {
      ready = Promise.resolve(post({ kind: 'open', folder, header: null }));
    },
  };
}

/** Null where it does not come: the worker then asks itself and says what is wrong. */
async function fetchHeader(address: string): Promise<ArrayBuffer | null> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}
