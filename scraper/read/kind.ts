/** What the first bytes of a file say it is, and what can be done about the kinds that hold no text of ours. */
export type Kind = 'pdf' | 'zip' | 'ole' | 'other';

const latin = (bytes: Uint8Array, end: number): string => Buffer.from(bytes.subarray(0, end)).toString('latin1');

/** Kinds of files that are no documents, by their first bytes: what they are called in the error line. */
const NO_DOCUMENT: [magic: string, name: string][] = [
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['BM', 'a BMP image'],
  ['II*\0', 'a TIFF image'],
  ['MM\0*', 'a TIFF image'],
  ['RIFF', 'an image, sound or film'],
  ['\0\0\0\x18ftyp', 'a film'],
  ['\0\0\0\x20ftyp', 'a film'],
  ['ID3', 'a sound'],
  ['\x1f\x8b', 'gzip-compressed data'],
  ['BZh', 'bzip2-compressed data'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\x7fELF', 'a program'],
  ['MZ', 'a program'],
  ['SQLite format 3', 'a database'],
  ['{\\rtf', 'an RTF document'],
];

export function kindOf(bytes: Uint8Array): Kind {
  const head = latin(bytes, 1024);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole';
  return 'other';
}

/** What a file without text is called, null where it may be text. A page begins with no such bytes by chance: two-letter ones need a NUL beside them. */
export function nameOfBinary(bytes: Uint8Array): string | null {
  const head = latin(bytes, 4096);
  const known = NO_DOCUMENT.find(([magic]) => head.startsWith(magic) && (magic.length > 2 || head.includes('\0')));
  if (known) return known[1];
  const nuls = head.split('\0').length - 1;
  let control = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c && code !== 0x1b) control++;
  }
  // UTF-16 has NULs in every other byte and few other control characters.
  const utf16 = nuls > head.length / 50 && control - nuls < head.length / 50;
  return !utf16 && control > head.length / 20 ? 'binary data' : null;
}

/** Whether bytes look like a page: markup near the beginning. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = latin(bytes, 4096).replaceAll('\0', '');
  return /<(?:!doctype html|html|head|body|meta|title|table|div|p|script|founder-content)[\s>]/i.test(head);
}

/** Whether the very first markup is that of a page: then no ending makes it plain text. */
export function beginsAsHtml(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype html|html)[\s>]/i.test(latin(bytes, 1024));
}
