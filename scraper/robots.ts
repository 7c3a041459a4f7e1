import * as robotsParserModule from 'robots-parser';

/** What a robots.txt says to us. */
export interface Robots {
  readonly allows: (url: string) => boolean;
  /** Seconds; 0 where none is asked for. */
  readonly crawlDelay: number;
  /** For the log. */
  readonly summary: string;
}

export const ALLOW_ALL: Robots = { allows: () => true, crawlDelay: 0, summary: 'allows all' };
export const FORBID_ALL: Robots = { allows: () => false, crawlDelay: 0, summary: 'forbids all' };

type Parser = (
  url: string,
  text: string,
) => {
  isAllowed: (url: string, agent: string) => boolean | undefined;
  getCrawlDelay: (agent: string) => number | undefined;
};
// A CommonJS module whose types promise an ES default export.
const parse = robotsParserModule.default as unknown as Parser;

/** Reads a robots.txt (RFC 9309) for one robot. A page of HTML in its place holds no rules and allows all. */
export function readRobots(url: string, bytes: Uint8Array, robot: string): Robots {
  const text = new TextDecoder().decode(bytes);
  const robots = parse(url, text);
  const delay = robots.getCrawlDelay(robot) ?? 0;
  const crawlDelay = Number.isFinite(delay) && delay > 0 ? delay : 0;
  const rules = (text.match(/^[ \t]*(dis)?allow[ \t]*:/gim) ?? []).length;
  return {
    allows: (each) => robots.isAllowed(each, robot) !== false,
    crawlDelay,
    summary: `${rules} rules${crawlDelay > 0 ? `, Crawl-delay ${crawlDelay} s` : ''}`,
  };
}
