import { userInfo } from 'node:os';
import {
  applyCorrections,
  type CorrectionEntry,
  correctionPath,
  type NoticeRecord,
  valueAt,
  without,
} from '../../src/model/index.ts';
import { type Ask, openAsk } from '../ask.ts';
import {
  addCorrections,
  changesFor,
  correctablePaths,
  entryOf,
  evidenceOf,
  type Grounds,
  recordToCorrect,
} from '../correct.ts';
import { readStored } from '../corrected.ts';
import { correctionProblems, correctionsById, loadCorrections } from '../corrections.ts';
import { InputError, UsageError } from '../error.ts';
import { takeLock } from '../lock.ts';
import { problemLine } from '../problem.ts';
import { plain, type Terminal } from '../terminal.ts';
import { openWorkspace } from '../workspace.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { flagText } from './flags.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

/** A path with what it holds and the words that it was read from. */
const factLine = (record: NoticeRecord, path: string, value: string): string => {
  const evidence = evidenceOf(record, path);
  return plain(`${path} = ${value}${evidence ? ` “${evidence.quote}”` : ''}`);
};

/** What a correction needs: from flags, and what is missing from a person. */
function answersOf({ flags, inputs }: Arguments, { log }: Terminal, ask: Ask) {
  /** Throws InputError where nobody answers. */
  const answer = async (name: string, question: string): Promise<string> => {
    const given = flagText(flags, name) ?? (await ask(`${question}：`));
    if (given) return given;
    throw new InputError(`nothing was changed: --${name} is missing`);
  };
  return {
    field: async (record: NoticeRecord): Promise<string> => {
      if (inputs[1] !== undefined) return inputs[1];
      for (const { path, value } of correctablePaths(record)) log(factLine(record, path, value));
      const field = await ask('字段 field (headline.issues, inspection.start, figures.3.value …)：');
      if (!field) throw new InputError('nothing was changed: no field');
      return field;
    },
    to: () => answer('to', '改为 new value (JSON or words; null = not stated)'),
    grounds: async (): Promise<Grounds> => {
      const reason = await answer('reason', '理由 reason');
      const isAsking = flagText(flags, 'to') === undefined;
      const evidence =
        flagText(flags, 'evidence') ??
        (isAsking ? await ask('依据（原文或网址，可空） evidence (may be empty)：') : null);
      const by = flagText(flags, 'by') ?? userInfo().username;
      return { reason, ...(evidence && { evidence }), by, on: today() };
    },
  };
}

/** What the checks say no longer, and what they say now. */
function checkLines(before: NoticeRecord, after: NoticeRecord): string[] {
  const findings = ({ checks }: NoticeRecord): string[] => checks.map(({ rule, message }) => `${rule}: ${message}`);
  const [old, now] = [findings(before), findings(after)];
  return [
    ...without(old, now).map((each) => `核验 check −${each}`),
    ...without(now, old).map((each) => `核验 check +${each}`),
  ];
}

const line = ({ id, field, from, to }: CorrectionEntry): string =>
  `${id}: ${field}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`;

/** @param open where answers come from */
export async function correctRecord(args: Arguments, terminal: Terminal, open = openAsk): Promise<ExitCode> {
  const [id, , ...more] = args.inputs;
  if (id === undefined) throw new UsageError('no record: give its id');
  if (more.length > 0) throw new UsageError(`unexpected ${more.join(' ')}: give one id and one field`);
  const workspace = await openWorkspace(flagText(args.flags, 'workspace'));
  const release = await takeLock(workspace, 'correct', terminal.log);
  const { ask, close } = open();
  try {
    const stored = await readStored(workspace, id);
    const files = await loadCorrections(workspace);
    const existing = correctionsById(files).get(id) ?? [];
    const [problem] = [
      ...files.filter(({ file }) => file === correctionPath(id)).flatMap(({ problems }) => problems),
      ...correctionProblems(stored, existing, files),
    ];
    if (problem) throw new InputError(problemLine(problem));
    const record = recordToCorrect(stored, existing);
    const answers = answersOf(args, terminal, ask);
    const field = await answers.field(record);
    terminal.log(`${id}: ${factLine(record, field, JSON.stringify(valueAt(record, field) ?? null))}`);
    // a value that does not fit is told before anyone writes down a reason
    const changes = changesFor(stored, existing, { field, to: await answers.to(), only: args.flags.only === true });
    const grounds = await answers.grounds();
    const entries = changes.map((change) => entryOf(id, change, grounds));
    const path = await addCorrections(workspace, id, entries);
    for (const entry of entries) await terminal.out(`${plain(line(entry))}\n`);
    const [before, after] = [existing, [...existing, ...entries]].map((each) => applyCorrections(stored, each).record);
    if (before && after) for (const each of checkLines(before, after)) terminal.log(plain(each));
    terminal.log(
      `已写入 written: ${path}${entries.length > 1 ? '（同一总数的另一处一并校正；--only 只改一处 / the other place of this total as well; --only leaves it）' : ''}`,
    );
    return 0;
  } finally {
    close();
    await release();
  }
}

export const correct: Command = {
  help: `
用法 Usage: zhenggai correct ID [FIELD] [options]

校正一条记录的一个字段：写入 content/corrections/<ID>.yaml，记录本身不变。缺少的内容会逐项询问；不写 FIELD 时先列出所有字段。
Corrects one field of a record: writes content/corrections/<ID>.yaml; the record itself stays. What is missing is asked for;
without FIELD every field is listed first.

  FIELD             字段路径 / path: headline.issues, inspection.start, figures.3.value, units.0 (null removes it)
  --to VALUE        现值：JSON 或文字；null 表示原文没有 / new value: JSON or words; null = not stated
  --reason TEXT     理由 / why
  --evidence TEXT   依据：原文或网址 / where to check it: a quote or an address
  --by WHO          校正人（默认：当前用户） / who (default: the current user)
  --only            不连带校正同一总数的另一处 / leave the other place of the same total alone`,
  options: {
    to: { type: 'string' },
    reason: { type: 'string' },
    evidence: { type: 'string' },
    by: { type: 'string' },
    only: { type: 'boolean' },
  },
  run: (args, terminal) => correctRecord(args, terminal),
};
