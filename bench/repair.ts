import { applyEdits } from '../scraper/repair/edit.ts';
import { REPAIRS, repair } from '../scraper/repair/index.ts';

/** One measurement: the median of the rounds, in milliseconds for the whole text. */
export interface RepairRow {
  readonly what: string;
  readonly chars: number;
  readonly ms: number;
}

const CLEAN =
  '（一）统一思想认识，提高政治站位。党组深入学习领会关于巡视工作的重要讲话精神，切实提高政治站位，把整改作为一项严肃的政治任务。' +
  '2023年4月6日至6月25日，第十四巡视组开展了常规巡视，集中整改期内召开会议8次，制定整改措施185项，完成率97.2%，修订制度38项（其中新建21项）。\n';
const TRADITIONAL =
  '黨組深入學習貫徹關(guān)于巡視工作的重要講話精神，切實提高政治站位，產(chǎn)業(yè)集團(tuán)召開會議8次，把整改作為一項嚴肅的政治任務(wù)。\n';

const repeat = (piece: string, chars: number): string => piece.repeat(Math.ceil(chars / piece.length)).slice(0, chars);

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function measure(what: string, text: string, run: (text: string) => unknown, rounds: number): RepairRow {
  run(text);
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run(text);
    return performance.now() - start;
  });
  return { what, chars: text.length, ms: Math.round(median(times) * 1000) / 1000 };
}

/** Clean and damaged notices, each repair on a clean one, and hostile texts twenty-five times as long. */
export function benchRepair(): RepairRow[] {
  const clean = repeat(CLEAN, 8000);
  const damaged = repeat(TRADITIONAL, 8000);
  return [
    measure('clean notice', clean, repair, 200),
    measure('Traditional notice with pinyin', damaged, repair, 50),
    ...REPAIRS.map(({ name, find }) =>
      measure(`clean notice: ${name}`, clean, (text) => applyEdits(text, find(text)), 200),
    ),
    ...[
      '產(',
      '1 ',
      '( ',
      '<p',
      '1, 3项',
      '，',
      ' ',
      '\u3000',
      '[1',
      '&amp;',
      '2022',
      '?',
      'a@',
      '中 ',
      '產',
      '⿰',
    ].map((piece) => measure(`hostile: ${JSON.stringify(piece)}`, repeat(piece, 200_000), repair, 3)),
  ];
}

if (import.meta.main) {
  for (const { what, chars, ms } of benchRepair())
    console.log(`${String(ms).padStart(10)} ms  ${chars} chars  ${what}`);
}
