import { UsageError } from '../error.ts';
import type { Arguments } from './command.ts';

/** The text of a flag, undefined where it was not given. Throws UsageError where it is empty. */
export function flagText(flags: Arguments['flags'], name: string): string | undefined {
  const value = flags[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new UsageError(`--${name} needs a value`);
}

/** The texts of a flag that may be repeated; commas separate as well. */
export function flagList(flags: Arguments['flags'], name: string): string[] {
  const value = flags[name];
  const all = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return all
    .flatMap((each) => String(each).split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
