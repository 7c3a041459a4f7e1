import type { Ledger } from '../../views/ledger.ts';
import type { SourceTable } from '../table.ts';
import { checks } from './checks.ts';
import { corrections } from './corrections.ts';
import { enterprises } from './enterprises.ts';
import { evidence } from './evidence.ts';
import { figures } from './figures.ts';
import { items } from './items.ts';
import type { Notice } from './notice.ts';
import { notices } from './notices.ts';
import { rounds } from './rounds.ts';
import { sources } from './sources.ts';
import { units } from './units.ts';

/** The tables whose rows come from notices, one notice after the other. */
export const NOTICE_TABLES: readonly SourceTable<Notice>[] = [
  notices,
  figures,
  units,
  items,
  evidence,
  sources,
  checks,
  corrections,
];

/** The tables of the registries. */
export const LEDGER_TABLES: readonly SourceTable<Ledger>[] = [enterprises, rounds];
