import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { origin } from '../application/application.js';

/** Debian's Chromium. */
export const chromiumPath = '/usr/bin/chromium';

/** Whether there is a Chromium to test in. */
export const hasChromium = existsSync(chromiumPath);

/** Starts Chromium, which reaches nobody but the platform and the card program. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Where requests for the two fixed origins really go. */
interface Servers {
  /** Of the platform, such as `http://127.0.0.1:40001`. */
  readonly platform: string;
  /** Of the card program; nothing answers where there is none. */
  readonly cardProgram: () => string | undefined;
}

const cardProgramOrigin = 'http://localhost:61161';

/**
 * A person's browser. The pages are at the origin that statements name, as in production, and the card program at its port: requests are
 * led to the servers of the test. Nothing else is reachable.
 */
export async function browserContext(
  browser: Browser,
  { platform, cardProgram }: Servers,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-TW', acceptDownloads: true, ...options });
  await context.route('**/*', async (route) => {
    const { origin: asked } = new URL(route.request().url());
    const program = cardProgram();
    if (asked === origin) await lead(route, origin, platform);
    else if (asked === cardProgramOrigin && program !== undefined)
      await lead(route, cardProgramOrigin, program);
    else await route.abort('connectionrefused');
  });
  return context;
}

async function lead(route: Route, from: string, to: string): Promise<void> {
  const request = route.request();
  const headers = { ...request.headers() };
  if (headers.origin === from) headers.origin = to;
  try {
    const response = await route.fetch({ url: request.url().replace(from, to), headers, maxRedirects: 0 });
    await route.fulfill({ response });
  } catch {
    await route.abort('connectionrefused').catch(() => undefined);
  }
}

/** What the browser's console and the page's scripts complained of. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
