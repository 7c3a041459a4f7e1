import type { Round } from '../../src/model/index.ts';
import { readOrdinal } from '../vocabulary.ts';

/** What is known of an inspection when its round is looked up. */
export interface RoundClues {
  /** The round as the text states it, or null. */
  readonly text: string | null;
  readonly level: string | null;
  readonly start: string | null;
  readonly feedbackDate: string | null;
  readonly enterpriseId: string | null;
}

const CHINESE = '[一二三四五六七八九十]{1,3}';
/** 十九届中央第三轮, 十四届省委第三轮: term, body, number. */
const TERM = new RegExp(`(${CHINESE})届([\\u4e00-\\u9fff]{1,12}?)第(${CHINESE})轮`, 'u');
const YEAR_NUMBER = new RegExp(`(\\d{4})年(?:中央)?(?:第(${CHINESE})|(首))轮`, 'u');

const CENTRE = '中央';

const inspects = (round: Round, enterpriseId: string | null): boolean =>
  enterpriseId !== null && round.units.some(({ enterprise }) => enterprise === enterpriseId);

/**
 * Id of the round in the registry: by body, term and number, by year and number (central rounds), or by its dates and
 * the enterprise. An enterprise’s own rounds are not in the registry.
 */
export function linkRound(clues: RoundClues, rounds: readonly Round[]): string | null {
  if (clues.level === null || clues.level === 'group') return null;
  const isCentral = clues.level === 'central';
  const candidates = rounds.filter(({ body }) => (body === CENTRE) === isCentral);
  const term = clues.text ? TERM.exec(clues.text) : null;
  if (term) return byTerm(term, clues.enterpriseId, candidates);
  return (isCentral ? byYear(clues.text, candidates) : null) ?? byDates(clues, candidates);
}

/** A province’s round is mostly stated without its name (十四届省委第三轮): then the enterprise tells which province. */
function byTerm(
  [, term = '', body = '', number = '']: readonly string[],
  enterpriseId: string | null,
  candidates: readonly Round[],
): string | null {
  const found = candidates.filter(
    (round) =>
      round.term === readOrdinal(term) &&
      round.number === readOrdinal(number) &&
      (round.body === body || (round.body.endsWith(body) && inspects(round, enterpriseId))),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

function byYear(text: string | null, candidates: readonly Round[]): string | null {
  const yearly = text ? YEAR_NUMBER.exec(text) : null;
  if (!yearly?.[1]) return null;
  const number = yearly[3] ? 1 : readOrdinal(yearly[2] ?? '');
  const ofYear = candidates
    .filter((round) => round.start?.startsWith(yearly[1] ?? '-'))
    .sort((a, b) => (a.start ?? '').localeCompare(b.start ?? ''));
  return ofYear[number - 1]?.id ?? null;
}

/** The one round that inspected this enterprise in the stated months. */
function byDates({ start, enterpriseId }: RoundClues, candidates: readonly Round[]): string | null {
  if (!start || start.startsWith('-') || !enterpriseId) return null;
  const month = start.slice(0, 7);
  const found = candidates.filter(({ start: from, end, units }) => {
    const own = units.filter((unit) => unit.enterprise === enterpriseId);
    if (own.length === 0) return false;
    const begin = own[0]?.start ?? from;
    const finish = own[0]?.end ?? end;
    return begin !== undefined && finish !== undefined && begin.slice(0, 7) <= month && month <= finish.slice(0, 7);
  });
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
