import type { parseArgs } from 'node:util';
import type { Terminal } from '../terminal.ts';

/** 0 all well · 1 some sources or files failed, the rest is saved · 2 wrong usage or unreadable workspace */
export type ExitCode = 0 | 1 | 2;

export type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** What parseArgs found: flags without a value are true, repeatable ones are arrays. */
export interface Arguments {
  readonly flags: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly inputs: readonly string[];
}

/** A command: its flags, its help, and the function that does it. */
export interface Command {
  readonly help: string;
  readonly options: Options;
  readonly run: (args: Arguments, terminal: Terminal) => Promise<ExitCode>;
}
