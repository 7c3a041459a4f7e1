import { createHash } from 'node:crypto';
import { compareStates, type FactSheet, type NoticeChange, type Release } from '../model/index.ts';

/** Which state of the data this is, and what led to it. */
export interface Versions {
  /** The latest release where nothing changed since, else `<latest>+<8 digits of the state>`. */
  readonly version: string;
  /** The latest first. */
  readonly releases: readonly Release[];
  /** What changed since the latest release, in this build only. */
  readonly unreleased: readonly NoticeChange[];
}

/** The state as 8 hexadecimal digits: the same facts give the same digits, wherever they are built. */
function digest(sheets: ReadonlyMap<string, FactSheet>): string {
  const hash = createHash('sha256');
  for (const [, sheet] of [...sheets].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(JSON.stringify(sheet));
  return hash.digest('hex').slice(0, 8);
}

/** @param sheets what the notices say now, samples left out */
export function versionsOf(
  releases: readonly Release[],
  released: ReadonlyMap<string, FactSheet>,
  sheets: ReadonlyMap<string, FactSheet>,
): Versions {
  const unreleased = compareStates(released, sheets);
  const latest = releases[0]?.id ?? 'unreleased';
  const version = unreleased.length === 0 && releases.length > 0 ? latest : `${latest}+${digest(sheets)}`;
  return { version, releases, unreleased };
}
