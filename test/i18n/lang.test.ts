import { expect, test } from 'vitest';
import { formatNumber, LANGS, percent } from '../../src/i18n/lang.ts';

test.each(LANGS)('small whole numbers are told as the formatter tells them: %s', (lang) => {
  const formatter = new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-GB');
  for (const n of [0, 1, 7, 42, 999, 1000, 1001, 12_345, -5, 0.5, 12.345])
    expect(formatNumber(n, lang), String(n)).toBe(formatter.format(n));
  expect(formatNumber(3, lang, { maximumFractionDigits: 2 })).toBe('3');
  expect(percent(1, lang)).toBe('100%');
});
