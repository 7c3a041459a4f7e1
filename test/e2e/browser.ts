import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';

/** Made for functions in a cloud: in one process, the browser dies with the first page that is closed. */
const UNWANTED = new Set(['--single-process', '--no-zygote']);

// our pages draw no WebGL; its emulation would take the processor from what is tested and measured
chromium.setGraphicsMode = false;

/** How the browser is started. */
export const browserCommand = async (): Promise<{ executablePath: string; args: string[] }> => ({
  executablePath: await chromium.executablePath(),
  args: chromium.args.filter((argument) => !UNWANTED.has(argument)),
});

/** A browser for the tests. Close it in afterAll. */
export const openBrowser = async (): Promise<Browser> =>
  playwright.launch({ ...(await browserCommand()), headless: true });

/** A page that remembers every error a script raised and every message of the security policy. */
export interface WatchedPage {
  readonly page: Page;
  readonly errors: string[];
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}

/** One page of every kind of the site of generated notices, in Chinese; English ones have /en before. */
export const PAGE_TYPES = [
  '/',
  '/notices/',
  '/notices/demo-01-r2/',
  '/notices/demo-02-r1/',
  '/notices/nanpu-practice/',
  '/enterprises/',
  '/enterprises/demo-01/',
  '/rounds/',
  '/rounds/demo-3/',
  '/compare/?e=demo-01,demo-02,demo-03',
  '/topics/',
  '/topics/procurement/',
  '/figures/',
  '/quality/',
  '/quality/sources/',
  '/data/',
  '/about/',
] as const;
