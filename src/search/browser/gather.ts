import type { Answer } from './session.ts';

/** What comes back for a question, in any number, the last one `done` or `failed`. */
export type Reply = Answer | { readonly kind: 'failed'; readonly path: string; readonly reason: string };

/** Whether nothing follows a reply. */
const isLast = (reply: Reply): boolean =>
  reply.kind === 'done' || reply.kind === 'failed' || (reply.kind === 'understood' && reply.query === null);

/**
 * Holds back what is said within the first moments and hands it over in one go, so that a quick answer changes the
 * page once and not four times; what takes longer is handed over as it comes. A later reply of a kind replaces the
 * earlier one.
 */
export function gather(
  take: (reply: Reply) => void,
  patienceMs: number,
): { readonly hear: (reply: Reply) => void; readonly stop: () => void } {
  const start = performance.now();
  const held = new Map<Reply['kind'], Reply>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const release = (): void => {
    clearTimeout(timer);
    const replies = [...held.values()];
    held.clear();
    for (const reply of replies) take(reply);
  };
  return {
    hear(reply) {
      held.delete(reply.kind);
      held.set(reply.kind, reply);
      const left = start + patienceMs - performance.now();
      if (left <= 0 || isLast(reply)) release();
      else timer ??= setTimeout(release, left);
    },
    stop() {
      clearTimeout(timer);
      held.clear();
    },
  };
}
