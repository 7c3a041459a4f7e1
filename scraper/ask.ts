import { createInterface } from 'node:readline';

/** Puts a question and waits for a line; null once there are no more answers. */
export type Ask = (question: string) => Promise<string | null>;

/** Questions on stderr, answers from stdin: a person’s keyboard, or lines that a script pipes in. */
export function openAsk(): { readonly ask: Ask; readonly close: () => void } {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      process.stderr.write(question);
      const answer = await answers.next();
      return answer.done ? null : answer.value.trim();
    },
    close: () => lines.close(),
  };
}
