/** The body of an article in the WeChat client; no other site names an element so. */
const ARTICLE = /\bid\s{0,3}=\s{0,3}["']js_content["']/;
/** The moment of publication, in seconds: var ct = "1638520200"; or ct:"…", create_time: … */
const MOMENT = /\b(?:var\s+ct|ct|create_time|oriCreateTime)\s{0,3}[=:]\s{0,3}["']?(\d{10})\b/;
const BEIJING_MS = 8 * 3_600_000;

/**
 * WeChat writes an article’s date by script: the page itself shows none. Read from the script as if it were a meta tag,
 * in Beijing time; nothing for any other page.
 */
export function readWechatDate(html: string): { name: string; content: string }[] {
  if (!ARTICLE.test(html)) return [];
  const seconds = MOMENT.exec(html)?.[1];
  if (!seconds) return [];
  return [{ name: 'publish_time', content: new Date(Number(seconds) * 1000 + BEIJING_MS).toISOString().slice(0, 10) }];
}
