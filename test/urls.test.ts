import { expect, test } from 'vitest';
import { evidenceAnchor, figureAnchor, noticeUrl, page, paths, safeLink, textFragment } from '../src/urls.ts';

test('Chinese pages live at the root, English ones under /en/', () => {
  expect(page('zh', paths.rounds)).toBe('/rounds/');
  expect(page('en', paths.rounds)).toBe('/en/rounds/');
  expect(noticeUrl('en', 'x-1', figureAnchor(11))).toBe('/en/notices/x-1/#f-12');
  expect(paths.noticesPage(1)).toBe('/notices/');
});

test('only http and https addresses become links', () => {
  expect(safeLink('https://example.org/a')).toBe('https://example.org/a');
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:1', '//x', 'x', '', null, undefined])
    expect(safeLink(bad)).toBeNull();
});

test('a text fragment replaces the fragment and escapes what has a meaning there', () => {
  expect(textFragment('http://a.example/b#c', '2019-2020，16个')).toBe(
    'http://a.example/b#:~:text=2019%2D2020%EF%BC%8C16%E4%B8%AA',
  );
});

test('paths of facts become anchors without spaces or dots', () => {
  expect(evidenceAnchor('inspection.groups.0')).toBe('e-inspection-groups-0');
  expect(evidenceAnchor('a b"<')).toMatch(/^[\w-]+$/);
});
