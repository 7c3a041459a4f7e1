import { readXml } from './xml.ts';

/** What a paragraph style says of the paragraphs that bear it. */
export interface ParagraphStyle {
  /** Lower-case: “heading 1”, “title”, “toc 1”. */
  name: string;
  basedOn: string | null;
  list: string | null;
  level: number | null;
  centred: boolean | null;
}

/** word/styles.xml → paragraph styles by id. */
export function readStyles(xml: string): Map<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>();
  let style: ParagraphStyle | null = null;
  readXml(xml, 'word/styles.xml', {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') {
        style = { name: '', basedOn: null, list: null, level: null, centred: null };
        if (attributes['w:styleId']) styles.set(attributes['w:styleId'], style);
      } else if (!style) return;
      else if (name === 'w:name') style.name = value.toLowerCase();
      else if (name === 'w:basedOn') style.basedOn = value;
      else if (name === 'w:numId') style.list = value;
      else if (name === 'w:ilvl') style.level = Number.parseInt(value, 10) || 0;
      else if (name === 'w:jc') style.centred = value === 'center';
    },
    text: () => {},
    close: (name) => {
      if (name === 'w:style') style = null;
    },
  });
  return styles;
}

/** Styles inherit from one another; a chain longer than this is a circle. */
const MAX_CHAIN = 20;

/** A property of a style or of the nearest style that it is based on. */
export function inherited<K extends 'list' | 'level' | 'centred'>(
  styles: Map<string, ParagraphStyle>,
  id: string | null,
  key: K,
): ParagraphStyle[K] | null {
  let at = id;
  for (let i = 0; at && i < MAX_CHAIN; i++) {
    const style = styles.get(at);
    const value = style?.[key] ?? null;
    if (value !== null) return value;
    at = style?.basedOn ?? null;
  }
  return null;
}
