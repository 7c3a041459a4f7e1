import { readFile, stat } from 'node:fs/promises';
import { DAMAGE_ADVICE, isDamaged } from '../damage.ts';
import { InputError, UsageError } from '../error.ts';
import { type Lookups, readNotice } from '../pipeline.ts';
import { orderRecord } from '../store.ts';
import { plain, type Terminal } from '../terminal.ts';
import { openWorkspace, readRegistries } from '../workspace.ts';
import type { Arguments, Command, ExitCode } from './command.ts';
import { flagText } from './flags.ts';

/** What one input gave. */
type Result =
  | { readonly input: string; readonly record: unknown; readonly isDamaged: boolean }
  | { readonly input: string; readonly error: string };

interface Wanted {
  readonly url: string | null;
  readonly withText: boolean;
}

/** Larger than any notice; a disk image is not one. */
const MAX_BYTES = 256 * 1024 * 1024;

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    if (size > MAX_BYTES) throw new InputError(`-: more than ${MAX_BYTES} bytes: give one notice`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

const ACCESS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file: check the path',
  EACCES: 'cannot be read: check its permissions',
  EISDIR: 'is a folder: give its files, or use "zhenggai ingest" for folders',
};

/** The bytes of an input and when they were saved: the time that "parse" gives as retrievedAt, so that a second run says the same. */
async function readInput(input: string): Promise<{ bytes: Uint8Array; retrievedAt: string }> {
  if (input === '-') return { bytes: await readStdin(), retrievedAt: new Date().toISOString() };
  try {
    const { mtime, size } = await stat(input);
    if (size > MAX_BYTES)
      throw new InputError(`${input}: ${size} bytes are too many for a notice (at most ${MAX_BYTES})`);
    return { bytes: await readFile(input), retrievedAt: mtime.toISOString() };
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(`${input}: ${ACCESS[code ?? ''] ?? `cannot be read (${code})`}`);
  }
}

/** One input’s failure must not take the others with it, our own bugs included: they are named as such. */
function failure(input: string, error: unknown, log: (line: string) => void): string {
  const { message, stack } = error as Error;
  if (error instanceof InputError) return message.startsWith(input) ? message : `${input}: ${message}`;
  if (process.env.ZHENGGAI_DEBUG) log(`${stack}`);
  return `${input}: internal error: ${message} (a bug of ours: please report it with the file)`;
}

async function readOne(
  input: string,
  { url, withText }: Wanted,
  lookups: Lookups,
  log: (line: string) => void,
): Promise<Result> {
  try {
    const { bytes, retrievedAt } = await readInput(input);
    const name = input === '-' ? 'stdin' : input;
    const reading = await readNotice({ bytes, name, url, retrievedAt }, lookups);
    const { record, text, warnings } = reading;
    const damaged = isDamaged(reading, name);
    for (const warning of warnings) log(`${input}: ${warning}${damaged ? `: ${DAMAGE_ADVICE}` : ''}`);
    const full = withText ? { ...record, text: { ...record.text, content: text } } : record;
    return { input, record: orderRecord(full), isDamaged: damaged };
  } catch (error) {
    return { input, error: failure(input, error, log) };
  }
}

/** What stands on stdout. */
type Written = { readonly input: string } & ({ readonly record: unknown } | { readonly error: string });

/** Writes results as they come, in order. */
function writer(format: string, count: number, out: Terminal['out']) {
  let written = 0;
  return {
    write: async (result: Written) => {
      if (format === 'jsonl') return out(`${JSON.stringify(result)}\n`);
      if (count === 1) return 'record' in result ? out(`${JSON.stringify(result.record, null, 2)}\n`) : undefined;
      await out(`${written++ === 0 ? '[' : ','}\n${JSON.stringify(result, null, 2)}`);
    },
    end: async () => {
      if (format === 'json' && count > 1) await out('\n]\n');
    },
  };
}

function readFlags({ flags, inputs }: Arguments): Wanted & { format: string } {
  const format = flagText(flags, 'format') ?? 'json';
  if (format !== 'json' && format !== 'jsonl') throw new UsageError(`--format is json or jsonl, not "${format}"`);
  if (inputs.length === 0) throw new UsageError('no input: give files, or - for the standard input');
  if (inputs.filter((input) => input === '-').length > 1) throw new UsageError('- can be given once only');
  const url = flagText(flags, 'url') ?? null;
  if (url !== null && inputs.length > 1) throw new UsageError('--url is the address of one input; there are several');
  if (url !== null && !URL.canParse(url)) throw new UsageError(`--url is not an address: ${url}`);
  return { format, url, withText: flags['with-text'] === true };
}

async function run(args: Arguments, { out, log, progress }: Terminal): Promise<ExitCode> {
  const wanted = readFlags(args);
  const lookups = await readRegistries(await openWorkspace(flagText(args.flags, 'workspace')));
  const { write, end } = writer(wanted.format, args.inputs.length, out);
  let failed = 0;
  for (const [index, input] of args.inputs.entries()) {
    if (args.inputs.length > 1) progress(`${index + 1}/${args.inputs.length} ${plain(input)}`);
    const result = await readOne(input, wanted, lookups, (line) => log(plain(line)));
    if ('error' in result) log(plain(result.error));
    if ('error' in result || result.isDamaged) failed++;
    await write('error' in result ? result : { input, record: result.record });
  }
  progress('');
  await end();
  return failed > 0 ? 1 : 0;
}

export const parse: Command = {
  help: `
用法 Usage: zhenggai parse FILE… [options]

读取文本、HTML、PDF、DOCX（“-”为标准输入），把每份通报的记录写到标准输出；不写任何文件。
Reads text, HTML, PDF or DOCX (or - for stdin) and writes each notice’s record to stdout; writes nothing else.

  --format json     一个输入：记录本身；多个：{input, record|error} 数组（默认） / the record alone, or an array for several (default)
  --format jsonl    每个输入一行，顺序不变 / one line per input, in order
  --url U           该文件的网址 / address that the file comes from
  --with-text       在 record.text.content 中附正文 / adds the clean text as record.text.content`,
  options: { format: { type: 'string' }, url: { type: 'string' }, 'with-text': { type: 'boolean' } },
  run,
};
