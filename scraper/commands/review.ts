import { userInfo } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { ReviewDecision, ReviewKind, ReviewVerdict, WORKSPACE } from '../../src/model/index.ts';
import { readText } from '../archive.ts';
import { openAsk } from '../ask.ts';
import { correctedRecords } from '../corrected.ts';
import { InputError, UsageError } from '../error.ts';
import { takeLock } from '../lock.ts';
import { type Problem, problemLine } from '../problem.ts';
import {
  candidateOf,
  codeOf,
  openItems,
  proposeDuplicates,
  type ReviewItem,
  reviewRecord,
  withDecisions,
} from '../review.ts';
import { plain, type Terminal } from '../terminal.ts';
import { openWorkspace, readYaml } from '../workspace.ts';
import { writeIfChanged } from '../write.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { flagText } from './flags.ts';

/** Everything in a workspace that asks for a person, decided or not. */
async function findItems(workspace: string, trouble: (problem: Problem) => void): Promise<ReviewItem[]> {
  const items: ReviewItem[] = [];
  const candidates = [];
  const hashes = new Map<string, string>();
  for await (const { record } of correctedRecords(workspace, trouble)) {
    items.push(...reviewRecord(record));
    candidates.push(candidateOf(record));
    hashes.set(record.id, record.text.sha256);
  }
  const duplicates = await proposeDuplicates(candidates, (id) => readText(workspace, id, hashes.get(id) ?? ''));
  return [...items, ...duplicates];
}

async function readDecisions(workspace: string): Promise<ReviewDecision[]> {
  const { values, problems } = await readYaml(workspace, WORKSPACE.reviews, z.array(ReviewDecision));
  // a workspace without decisions has no file
  const [problem] = problems.filter(({ message }) => !message.includes('ENOENT'));
  if (problem) throw new InputError(problemLine(problem));
  return values.flat();
}

const saveDecisions = (workspace: string, decisions: readonly ReviewDecision[]): Promise<boolean> =>
  writeIfChanged(join(workspace, WORKSPACE.reviews), stringify(decisions, { lineWidth: 0 }));

const decide = (item: ReviewItem, decision: ReviewVerdict, by: string, note?: string): ReviewDecision => ({
  id: item.id,
  kind: item.kind,
  about: item.about,
  text: item.text,
  decision,
  ...(note && { note }),
  by,
  on: new Date().toISOString().slice(0, 10),
});

const itemLine = (item: ReviewItem): string =>
  plain(`${codeOf(item)} ${item.kind} ${item.id}${item.sample ? ' (示例 sample)' : ''}: ${item.message}`);

/** The decisions on the codes that were named. Throws UsageError where a code is none. */
function decideNamed(args: Arguments, open: readonly ReviewItem[], by: string): ReviewDecision[] {
  const verdict = ReviewVerdict.safeParse(flagText(args.flags, 'decision'));
  if (!verdict.success) throw new UsageError(`--decision is one of ${ReviewVerdict.options.join(', ')}`);
  return args.inputs.map((code) => {
    const item = open.find((each) => codeOf(each) === code);
    if (!item) throw new UsageError(`no open item ${code}: "zhenggai review" lists them`);
    return decide(item, verdict.data, by, flagText(args.flags, 'note'));
  });
}

const ANSWERS: Readonly<Record<string, ReviewVerdict>> = { f: 'fine', w: 'wrong', l: 'later' };

/** Walks a person through the open items; an empty answer skips one, q ends. Every decision is kept as it is made. */
async function decideAsked(
  open: readonly ReviewItem[],
  by: string,
  { ask }: Pick<ReturnType<typeof openAsk>, 'ask'>,
  log: Terminal['log'],
  keep: (decision: ReviewDecision) => Promise<void>,
): Promise<void> {
  for (const [index, item] of open.entries()) {
    log(`${index + 1}/${open.length} ${itemLine(item)}`);
    let answer: string | null;
    do answer = await ask('f 无误 fine · w 有误 wrong · l 以后 later · 回车 skip · q 结束 quit：');
    while (answer && answer !== 'q' && !ANSWERS[answer]);
    if (answer === null || answer === 'q') return;
    const verdict = ANSWERS[answer];
    if (!verdict) continue;
    const note = verdict === 'fine' ? null : await ask('备注 note：');
    await keep(decide(item, verdict, by, note || undefined));
  }
}

/** @param openQuestions where answers come from */
export async function reviewWorkspace(args: Arguments, terminal: Terminal, openQuestions = openAsk): Promise<ExitCode> {
  const { flags, inputs } = args;
  const { out, log } = terminal;
  const kind = flagText(flags, 'kind');
  if (kind !== undefined && !ReviewKind.safeParse(kind).success)
    throw new UsageError(`--kind is one of ${ReviewKind.options.join(', ')}`);
  const workspace = await openWorkspace(flagText(flags, 'workspace'));
  const by = flagText(flags, 'by') ?? userInfo().username;
  const release = await takeLock(workspace, 'review', log);
  try {
    let troubles = 0;
    const items = await findItems(workspace, (problem) => {
      troubles++;
      log(plain(problemLine(problem)));
    });
    const decisions = await readDecisions(workspace);
    const open = openItems(items, decisions).filter((item) => kind === undefined || item.kind === kind);
    const made: ReviewDecision[] = [];
    const keep = async (...further: ReviewDecision[]): Promise<void> => {
      made.push(...further);
      await saveDecisions(workspace, withDecisions(decisions, made));
    };
    if (inputs.length > 0) await keep(...decideNamed(args, open, by));
    else if (flags.ask === true) {
      const questions = openQuestions();
      await decideAsked(open, by, questions, log, keep).finally(questions.close);
    } else for (const item of open) await out(`${itemLine(item)}\n`);
    const left = openItems(open, made).length;
    const decided = items.length - openItems(items, withDecisions(decisions, made)).length;
    log(`${left} 待审 open · ${decided} 已定 decided${made.length > 0 ? ` · ${made.length} 新定 new` : ''}`);
    return troubles > 0 ? 1 : 0;
  } finally {
    await release();
  }
}

export const review: Command = {
  help: `
用法 Usage: zhenggai review [CODE… --decision D] [options]

列出需要人看的：未登记的企业、核验错误、由上下文推出的事实、疑似重复；结论记入 content/reviews.yaml，正文不变则一直有效。
Lists what a person should look at: unknown enterprises, checks with errors, implied facts, proposed duplicates. Decisions
are kept in content/reviews.yaml and hold until the text changes.

  CODE…             对这些条目作结论 / decide on these items
  --decision D      fine 无误 · wrong 有误（已另行处理） · later 以后再看
  --note TEXT       备注 / what else to know
  --by WHO          审阅人（默认：当前用户） / who (default: the current user)
  --kind K          只看一类 / only one kind: unknown-enterprise, check-error, implied, duplicate
  --ask             逐条询问 / asks for each item`,
  options: {
    decision: { type: 'string' },
    note: { type: 'string' },
    by: { type: 'string' },
    kind: { type: 'string' },
    ask: { type: 'boolean' },
  },
  run: (args, terminal) => reviewWorkspace(args, terminal),
};
