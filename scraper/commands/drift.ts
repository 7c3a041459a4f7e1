import { UsageError } from '../error.ts';
import type { Command } from './command.ts';
import { reread } from './reread.ts';

/** The same as `reread`, but nothing is written unless asked: what a change of the reader would do. */
export const drift: Command = {
  help: `
用法 Usage: zhenggai drift [ID…] [--write]

解析器改动之后：用当前的解析器重读归档，列出哪些记录的哪些事实会变；--write 才写入（编号不变）。
After a change of the reader: reads the archive again and lists which facts of which records would change.

  --write           写入 / writes the records, ids stay`,
  options: { write: { type: 'boolean' } },
  run: ({ flags, inputs }, terminal) => {
    const { write, ...rest } = flags;
    if (Array.isArray(write)) throw new UsageError('--write is given once');
    return reread.run({ flags: { ...rest, 'dry-run': write !== true }, inputs }, terminal);
  },
};
