import { bookmarks } from './bookmarks.ts';
import { compatibilityForms } from './compatibility-forms.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { applyEdits, type Doubt, type Edit, type Repair } from './edit.ts';
import { entities } from './entities.ts';
import { footnoteMarks } from './footnote-marks.ts';
import { fullWidth } from './full-width.ts';
import { invisible } from './invisible.ts';
import { leftoverTags } from './leftover-tags.ts';
import { lostDateParts } from './lost-date-parts.ts';
import { type OffsetMap, offsetMap, sourceEndOf, sourceOf } from './offsets.ts';
import { paragraphMarks } from './paragraph-marks.ts';
import { pinyinAnnotations } from './pinyin-annotations.ts';
import { spacedAddresses } from './spaced-addresses.ts';
import { spacedCharacters } from './spaced-characters.ts';
import { spacedNumbers } from './spaced-numbers.ts';
import { spaces } from './spaces.ts';
import { straySymbols } from './stray-symbols.ts';
import { traditional } from './traditional.ts';
import { variants } from './variants.ts';

/**
 * Every repair of characters and words, in the order in which one uncovers what the next one looks for.
 * `page-furniture` is made after these by the pipeline: it reads the publication line before that is cut,
 * and only where the body was not already taken out of a page.
 */
export const REPAIRS: readonly Repair[] = [
  // What a program wrote into the text, the outermost layer first.
  entities, // &lt;br&gt; is a leftover tag, &#8203; an invisible character
  leftoverTags,
  bookmarks,
  invisible, // before everything that compares neighbours
  spaces, // after it all blanks are plain and lines begin with text
  paragraphMarks,
  straySymbols,
  // The shapes of characters.
  fullWidth, // numbers and pinyin are ASCII from here on
  compatibilityForms,
  pinyinAnnotations, // before the script: the Traditional character is what shows an annotation, and phrases must be whole
  variants, // before the script: its phrases are made of standard forms
  traditional,
  // What was torn apart; reads units and words, so after the script.
  footnoteMarks,
  spacedCharacters,
  spacedNumbers,
  spacedAddresses,
  doubledPunctuation, // others may bring two marks together
  lostDateParts, // needs joined digits
];

/** How often a repair changed a text. */
export interface AppliedRepair {
  readonly name: string;
  readonly count: number;
}

export interface Repaired {
  readonly text: string;
  /** The repairs that changed something, in their order. */
  readonly applied: readonly AppliedRepair[];
  /** Damage that was recognised and left, because it can be read in several ways or in none. */
  readonly doubts: readonly Doubt[];
  /** The edits that made the text, in their order. */
  readonly rounds: readonly (readonly Edit[])[];
  /** Where a character of the text stood in the raw text; for a written one, where the replaced stretch began. */
  readonly toOriginal: (offset: number) => number;
  /** The stretch of the raw text that a span of the text came from. */
  readonly toOriginalSpan: (start: number, end: number) => { start: number; end: number };
}

/** One repair may uncover damage of a kind that came before it in the list; real pages need two rounds, hostile ones more. */
const MOST_ROUNDS = 8;

/** The text without its damage, and the way back to every character of the raw text. */
export function repair(raw: string): Repaired {
  const counts = new Map<string, number>();
  const rounds: Edit[][] = [];
  const maps: OffsetMap[] = [];
  let text = raw;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = text;
    for (const { name, find } of REPAIRS) {
      const edits = find(text);
      if (edits.length === 0) continue;
      text = applyEdits(text, edits);
      rounds.push(edits);
      maps.push(offsetMap(edits));
      counts.set(name, (counts.get(name) ?? 0) + edits.length);
    }
    if (text === before) break;
  }
  maps.reverse();
  return {
    text,
    applied: REPAIRS.filter(({ name }) => counts.has(name)).map(({ name }) => ({ name, count: counts.get(name) ?? 0 })),
    rounds,
    get doubts() {
      return REPAIRS.flatMap(({ doubt }) => doubt?.(text) ?? []);
    },
    toOriginal: (offset) => maps.reduce((at, map) => sourceOf(map, at), offset),
    toOriginalSpan: (start, end) => {
      const from = maps.reduce((at, map) => sourceOf(map, at), start);
      return {
        start: from,
        end: Math.max(
          from,
          maps.reduce((at, map) => sourceEndOf(map, at), end),
        ),
      };
    },
  };
}
