import type { Finding } from '../finding.ts';
import { abbreviates, holdsOtherWords } from '../names.ts';
import { stripLeadingWords } from '../vocabulary.ts';

const LEGAL_FORM = /有限责任公司|有限公司|集团公司|总公司/gu;
const NAME_TAIL = /[\u4e00-\u9fff]{2,24}(?:[（(][\u4e00-\u9fff]{2,6}[）)])?[\u4e00-\u9fff]{0,12}$/u;

/** 集团党委书记代表甲公司 → 甲公司 */
const BEFORE_NAME =
  /^.*(?:代表|书记|组长|主任|董事长|经理|负责人|中共|中国共产党|对原?|向|到|在|由|进驻)(?=[\u4e00-\u9fff]{4})/u;

/** Registered names (…有限公司, …集团公司) anywhere in the text, in order, each once. */
export function findFullNames(text: string): Finding<string>[] {
  const found: Finding<string>[] = [];
  let last = 0;
  for (const form of text.matchAll(LEGAL_FORM)) {
    const end = form.index + form[0].length;
    const tail = NAME_TAIL.exec(text.slice(Math.max(last, form.index - 44), form.index))?.[0];
    last = end;
    if (!tail) continue;
    const name = stripLeadingWords(`${tail}${form[0]}`.replace(BEFORE_NAME, '').replace(/^号/u, ''));
    const start = end - name.length;
    if (name.length < 6 || holdsOtherWords(name) || /党[委组]/u.test(name) || found.some(({ value }) => value === name))
      continue;
    found.push({ value: name, start, end: start + name.length, quote: name });
  }
  return found;
}

/** The registered name that the text itself gives for a short one: 鲁西集团 → 鲁西集团有限公司. */
export function fullerName(name: Finding<string>, fullNames: readonly Finding<string>[]): Finding<string> {
  if (/(?:有限责任公司|有限公司|集团公司|总公司)$/u.test(name.value)) return name;
  return (
    fullNames.find(({ value }) => value.includes(name.value.slice(0, 2)) && abbreviates(name.value, value)) ?? name
  );
}
