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

const CENTRAL_TERM = /([一二三四五六七八九十]{1,3})届中央第([一二三四五六七八九十]{1,3})轮/u;
const YEAR_NUMBER = /(\d{4})年(?:中央)?(?:第([一二三四五六七八九十]{1,3})|(首))轮/u;

/** Id of the round in the registry: by term and number, by year and number, or by its dates and the enterprise. */
export function linkRound(clues: RoundClues, rounds: readonly Round[]): string | null {
  if (clues.level !== 'central') return null;
  const term = clues.text ? CENTRAL_TERM.exec(clues.text) : null;
  if (term?.[1] && term[2]) {
    const [wanted, number] = [readOrdinal(term[1]), readOrdinal(term[2])];
    return rounds.find((round) => round.term === wanted && round.number === number)?.id ?? null;
  }
  const yearly = clues.text ? YEAR_NUMBER.exec(clues.text) : null;
  if (yearly?.[1]) {
    const number = yearly[3] ? 1 : readOrdinal(yearly[2] ?? '');
    const ofYear = rounds
      .filter((round) => round.start?.startsWith(yearly[1] ?? '-'))
      .sort((a, b) => (a.start ?? '').localeCompare(b.start ?? ''));
    const found = ofYear[number - 1];
    if (found) return found.id;
  }
  return byDates(clues, rounds);
}

/** The one round that inspected this enterprise in the stated months. */
function byDates({ start, enterpriseId }: RoundClues, rounds: readonly Round[]): string | null {
  if (!start || start.startsWith('-') || !enterpriseId) return null;
  const month = start.slice(0, 7);
  const found = rounds.filter(({ start: from, end, units }) => {
    const own = units.filter((unit) => unit.enterprise === enterpriseId);
    if (own.length === 0) return false;
    const begin = own[0]?.start ?? from;
    const finish = own[0]?.end ?? end;
    return begin !== undefined && finish !== undefined && begin.slice(0, 7) <= month && month <= finish.slice(0, 7);
  });
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
