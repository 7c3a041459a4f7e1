import type { Check, NoticeRecord } from '../../src/model/index.ts';

/** One consistency rule: reads a record and its text, changes nothing, says what it found. */
export type Rule = (record: NoticeRecord, text: string) => Check[];
