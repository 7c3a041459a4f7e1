import type { Check } from '../check.ts';
import type { Figure } from '../figure.ts';
import type { NoticeRecord } from '../record.ts';

/** A consistency rule over the facts alone: changes nothing, says what it found. */
export type FactRule = (record: NoticeRecord) => Check[];

/**
 * The judgement of a rule over figures that the text puts side by side. Which figures those are only the text tells
 * (scraper/check); whether they agree can be told again without it.
 * @param side places of the compared figures in the list
 */
export type FigureRule = (figures: readonly Figure[], side: readonly number[]) => Check[];
