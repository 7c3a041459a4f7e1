import { el } from './dom.ts';
import type { Note, Query } from './query.ts';
import type { Say, Surroundings } from './say.ts';

/** A question in words: 含“甲” 且 （含“乙” 或 含“丙”） 且 不含“丁”. */
export function describeQuery(query: Query, say: Say, lang: Surroundings['lang']): string {
  const describe = (part: Query): string => describeQuery(part, say, lang);
  const inner = (part: Query): string =>
    part.kind === 'and' || part.kind === 'or' ? `（${describe(part)}）` : describe(part);
  switch (query.kind) {
    case 'phrase':
      return say('contains', { text: query.text });
    case 'near':
      return `${describe(query.first)} ${say('near', { n: query.distance })} ${describe(query.second)}`;
    case 'not':
      return query.part.kind === 'phrase' ? `${say('not')}“${query.part.text}”` : `${say('not')} ${inner(query.part)}`;
    case 'and':
    case 'or':
      return query.parts.map(inner).join(` ${say(query.kind)} `);
    case 'field': {
      const labels = query.values.slice(0, 3).map(({ zh, en }) => (lang === 'en' ? (en ?? zh) : zh));
      const more = query.values.length > 3 ? '……' : '';
      return `${say(query.field)}＝${labels.join('、')}${more}`;
    }
  }
}

/** What the reader should know, each in a sentence; where another query may be meant, a link to it. */
export function describeNotes(notes: readonly Note[], say: Say, search: (q: string) => void): HTMLElement[] {
  return notes
    .filter(({ kind }) => kind !== 'empty')
    .map((note) => {
      const without = 'without' in note && note.without !== '' ? note.without : null;
      return el(
        'p',
        {},
        noteText(note, say),
        without !== null && ' ',
        without !== null && otherQuery(without, say, search),
      );
    });
}

function noteText(note: Note, say: Say): string {
  switch (note.kind) {
    case 'empty':
      return '';
    case 'too-long':
      return say('noteTooLong', { limit: note.limit });
    case 'too-many':
      return say('noteTooMany', { limit: note.limit });
    case 'unbalanced-quote':
      return say('noteUnbalanced');
    case 'chinese-quotes':
      return say('noteChineseQuotes');
    case 'unknown-field':
      return say('noteUnknownField', { field: note.field });
    case 'unknown-value':
      return say('noteUnknownValue', { field: say(note.field), value: note.value });
    case 'only-excluded':
      return say('noteOnlyExcluded');
  }
}

function otherQuery(q: string, say: Say, search: (q: string) => void): HTMLElement {
  const link = el('a', { href: `?q=${encodeURIComponent(q)}` }, say('noteWithout', { text: q }));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    search(q);
  });
  return link;
}
