import { createHash } from 'node:crypto';
import type { Message } from '../i18n/index.ts';
import { downloads } from '../urls.ts';
import type { Ledger } from '../views/ledger.ts';
import { readRecord } from '../workspace.ts';
import { BOM, csvLine } from './csv.ts';
import { recordSchema } from './dictionary.ts';
import { FIGURE_COLUMNS, figureCells } from './figures.ts';
import { NOTICE_COLUMNS, noticeCells } from './notices.ts';
import { collectParts, type FiguresPart } from './parts.ts';

/** A generated file: its address, what it is, and its bytes. */
export interface Dataset {
  readonly path: string;
  readonly label: Message;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly body: () => Uint8Array<ArrayBuffer>;
}

export interface Datasets {
  readonly files: readonly Dataset[];
  readonly parts: ReadonlyMap<string, FiguresPart>;
}

/** Every download and the figures index, from one pass over the records. */
export function buildDatasets(dir: string, ledger: Ledger): Datasets {
  const records: Uint8Array[] = [];
  const figures: Uint8Array[] = [encode(csvLine(FIGURE_COLUMNS))];
  const { add, parts } = collectParts();
  ledger.notices.forEach((notice, i) => {
    const record = readRecord(dir, notice.id);
    records.push(encode(`${i === 0 ? '[\n' : ',\n'}${JSON.stringify(record)}`));
    figures.push(encode(record.figures.map((f, n) => csvLine(figureCells(notice, f, n))).join('')));
    add(notice, record.figures);
  });
  records.push(encode(ledger.notices.length > 0 ? '\n]\n' : '[]\n'));
  const notices = [encode(csvLine(NOTICE_COLUMNS)), ...ledger.notices.map((n) => encode(csvLine(noticeCells(n))))];
  const schema = [encode(`${JSON.stringify(recordSchema(), null, 2)}\n`)];
  const json = 'application/json; charset=utf-8';
  const csv = 'text/csv; charset=utf-8';
  return {
    parts,
    files: [
      dataset(downloads.records, 'dataRecords', json, records),
      dataset(downloads.noticesCsv, 'dataNotices', csv, notices),
      dataset(downloads.noticesCsvBom, 'dataNoticesBom', csv, [encode(BOM), ...notices]),
      dataset(downloads.figuresCsv, 'dataFigures', csv, figures),
      dataset(downloads.figuresCsvBom, 'dataFiguresBom', csv, [encode(BOM), ...figures]),
      dataset(downloads.recordSchema, 'dataSchema', json, schema),
    ],
  };
}

const encoder = new TextEncoder();
const encode = (words: string): Uint8Array => encoder.encode(words);

/** The pieces are shared between files and joined only while one is written. */
function dataset(path: string, label: Message, type: string, pieces: readonly Uint8Array[]): Dataset {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of pieces) {
    hash.update(piece);
    bytes += piece.length;
  }
  const body = (): Uint8Array<ArrayBuffer> => {
    const whole = new Uint8Array(bytes);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  };
  return { path, label, type, bytes, sha256: hash.digest('hex'), body };
}
