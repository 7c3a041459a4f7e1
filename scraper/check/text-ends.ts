import type { Rule } from './rule.ts';

const CLOSED = /(?:[。！？…”」）)】》]|\d{6}|[A-Za-z]{2,6}|日|党组|党委|委员会|公司|集团|办公室|银行|中心)$/u;

/** A text that stops in the middle of a sentence was cut, by the publisher or on the way. */
export const textEnds: Rule = (_record, text) => {
  const end = text.trimEnd();
  const last = end.slice(end.lastIndexOf('\n') + 1);
  if (last.includes('\t') || last.length < 8 || CLOSED.test(last) || /[\s\u3000]\S{2,12}$/u.test(last)) return [];
  return [
    {
      rule: 'text-ends',
      severity: 'warning',
      message: `the text ends abruptly: “…${last.slice(-16)}”`,
      fields: ['text'],
    },
  ];
};
