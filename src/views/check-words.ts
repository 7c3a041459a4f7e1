import type { Lang } from '../i18n/index.ts';
import type { Check } from '../model/index.ts';
import { fieldLabel } from './field-labels.ts';
import { categoryLabel } from './labels.ts';

type Words = (found: readonly string[], name: (id: string) => string) => string;
/** A sentence of a rule, and how each language says it. */
interface Sentence {
  readonly pattern: RegExp;
  readonly words: Readonly<Record<Lang, Words>>;
}

const COUNT = String.raw`([\d.]+)`;
const sentence = (pattern: string, zh: Words, en: Words): Sentence => ({
  pattern: new RegExp(`^${pattern}$`, 'u'),
  words: { zh, en },
});

/** Records hold what the rules found as English sentences; a rule that words its finding anew changes its row here. */
const SENTENCES: Readonly<Record<string, readonly Sentence[]>> = {
  'done-within-total': [
    sentence(
      String.raw`(\w+) ${COUNT} > (\w+) ${COUNT}`,
      ([done = '', some, total = '', all], name) => `${name(done)} ${some} 多于${name(total)} ${all}`,
      ([done = '', some, total = '', all], name) => `${name(done)}: ${some}, more than ${name(total)}: ${all}`,
    ),
  ],
  'rate-agrees': [
    sentence(
      String.raw`completionRate ${COUNT}% but (\w+) ${COUNT} / (\w+) ${COUNT} = ${COUNT}%`,
      ([rate, done = '', some, total = '', all, ratio], name) =>
        `所写为 ${rate}%，而${name(done)} ${some} ÷ ${name(total)} ${all} = ${ratio}%`,
      ([rate, done = '', some, total = '', all, ratio], name) =>
        `${rate}% is stated, but ${name(done)} ${some} ÷ ${name(total)} ${all} = ${ratio}%`,
    ),
  ],
  'table-sums': [
    sentence(
      String.raw`(\w+): rows sum to ${COUNT}, total row says ${COUNT}`,
      ([category = '', sum, total], name) => `${name(category)}：各行相加为 ${sum}，合计行写 ${total}`,
      ([category = '', sum, total], name) => `${name(category)}: the rows sum to ${sum}, the total row says ${total}`,
    ),
  ],
  'dates-in-order': [
    sentence(
      String.raw`(\S+) (\S+) is after (\S+) (\S+)`,
      ([earlier = '', date, later = '', other], name) => `${name(earlier)} ${date} 晚于${name(later)} ${other}`,
      ([earlier = '', date, later = '', other], name) => `${name(earlier)} ${date} is after ${name(later)} ${other}`,
    ),
  ],
  'working-days': [
    sentence(
      String.raw`(\S+) to (\S+) has (\d+) working days, (\d+) stated`,
      ([from, to, counted, stated]) => `${from} 至 ${to} 有 ${counted} 个工作日，所写为 ${stated} 个`,
      ([from, to, counted, stated]) => `${from} to ${to} has ${counted} working days, ${stated} are stated`,
    ),
  ],
  'unit-names': [
    sentence(
      String.raw`(\d+) units are named, (\d+) stated`,
      ([named, stated]) => `点名的单位有 ${named} 个，所写为 ${stated} 个`,
      ([named, stated]) => `${named} units are named, ${stated} are stated`,
    ),
    sentence(
      String.raw`only (\d+) of (\d+) units were found by name`,
      ([named, stated]) => `${stated} 个单位中只读出 ${named} 个名称`,
      ([named, stated]) => `only ${named} of ${stated} units were found by name`,
    ),
  ],
  'items-counted': [
    sentence(
      String.raw`(\d+) items in the outline, (\d+) issues stated`,
      ([items, issues]) => `结构中有整改事项 ${items} 项，所写问题为 ${issues} 个`,
      ([items, issues]) => `${items} items in the outline, ${issues} issues are stated`,
    ),
  ],
  'parts-sum': [
    sentence(
      String.raw`(\w+): parts (.+) = ${COUNT} > ${COUNT}`,
      ([category = '', parts, sum, whole], name) => `${name(category)}：分项 ${parts} = ${sum}，多于 ${whole}`,
      ([category = '', parts, sum, whole], name) => `${name(category)}: parts ${parts} = ${sum}, more than ${whole}`,
    ),
  ],
  'figure-repeated': [
    sentence(
      String.raw`(\w+): “(.*)” and “(.*)”`,
      ([category = '', one, other], name) => `${name(category)}：“${one}”与“${other}”`,
      ([category = '', one, other], name) => `${name(category)}: “${one}” and “${other}”`,
    ),
  ],
  'outline-gaps': [
    sentence(
      String.raw`a heading is missing: (.+) → (.+)`,
      ([before, after]) => `缺少标题：${before}之后就是${after}`,
      ([before, after]) => `a heading is missing: ${before} → ${after}`,
    ),
  ],
  'text-ends': [
    sentence(
      'the text ends abruptly: “…(.*)”',
      ([last]) => `正文似乎没有完：“…${last}”`,
      ([last]) => `the text ends abruptly: “…${last}”`,
    ),
  ],
};

/** What a check found, with the names of facts instead of their ids; null for a sentence that no rule of today says. */
export function checkWords({ rule, message }: Pick<Check, 'rule' | 'message'>, lang: Lang): string | null {
  const name = (id: string): string => fieldLabel(id, lang) ?? categoryLabel(id, lang);
  for (const { pattern, words } of SENTENCES[rule] ?? []) {
    const match = pattern.exec(message);
    if (match) return words[lang](match.slice(1), name);
  }
  return null;
}
