import { expect, test } from 'vitest';
import { escapeHtml, html, join, jsonForScript, raw } from '../src/html.ts';

test('values are escaped, pieces are not, and nothing comes of null and false', () => {
  const piece = html`<b>${'<i>'}</b>`;
  expect(html`<p title="${'"><script>'}">${piece}${null}${false}${undefined}${0}</p>`.html).toBe(
    '<p title="&quot;&gt;&lt;script&gt;"><b>&lt;i&gt;</b>0</p>',
  );
  expect(html`${[piece, raw('<hr>')]}`.html).toBe('<b>&lt;i&gt;</b><hr>');
  expect(join([piece, piece], '、').html).toBe('<b>&lt;i&gt;</b>、<b>&lt;i&gt;</b>');
});

test('every character that could end an attribute or open a tag is escaped', () => {
  expect(escapeHtml(`<>&"'`)).toBe('&lt;&gt;&amp;&quot;&#39;');
});

test('JSON inside a script element cannot close it', () => {
  const json = jsonForScript({ a: '</script><script>alert(1)</script>\u2028&' });
  expect(json).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(json)).toEqual({ a: '</script><script>alert(1)</script>\u2028&' });
});
