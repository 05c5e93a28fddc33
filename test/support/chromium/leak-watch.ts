import type { BrowserContext, Page } from 'playwright-core';

/** A place in which something could have leaked, and what stands there. */
interface Seen {
  readonly place: string;
  readonly text: string;
}

/** Watches all that a window sends and says, from before its first page; and looks into all that it keeps. */
export class LeakWatch {
  private readonly seen: Seen[] = [];
  private readonly pending: Promise<void>[] = [];

  constructor(private readonly context: BrowserContext) {
    context.on('request', (request) => {
      const place = `${request.method()} ${new URL(request.url()).origin}${new URL(request.url()).pathname}`;
      this.seen.push({ place, text: `${request.url()} ${request.postData() ?? ''}` });
      const headers = request.allHeaders().then(
        (all) => void this.seen.push({ place: `${place}, headers`, text: JSON.stringify(all) }),
        // A request that was cut off has none to tell.
        () => undefined,
      );
      this.pending.push(headers);
    });
    context.on('console', (message) => this.seen.push({ place: 'console', text: message.text() }));
    context.on('page', (page) => {
      page.on('framenavigated', (frame) => this.seen.push({ place: 'address', text: frame.url() }));
    });
  }

  /** Where this secret has been seen: as it is, percent-encoded, or inside base64. Each place once, sorted. */
  async placesOf(secret: string, page: Page): Promise<readonly string[]> {
    await Promise.all(this.pending);
    const all = [...this.seen, ...(await keptBy(page)), await this.cookies()];
    return [...new Set(all.filter(({ text }) => holds(text, secret)).map(({ place }) => place))].sort();
  }

  private async cookies(): Promise<Seen> {
    return { place: 'cookies', text: JSON.stringify(await this.context.cookies()) };
  }
}

/** Whether a text has a secret in it, also percent-encoded or inside base64. */
export function holds(text: string, secret: string): boolean {
  if (text.includes(secret) || text.includes(encodeURIComponent(secret))) return true;
  const encoded = text.replaceAll('%2B', '+').match(/[\w+/-]{12,}={0,2}/g) ?? [];
  return encoded.some((each) => Buffer.from(each, 'base64').includes(secret));
}

/** What the page has written where it outlives the page, or where another script could read it. */
async function keptBy(page: Page): Promise<readonly Seen[]> {
  const kept = await page.evaluate(async () => ({
    localStorage: Object.entries(localStorage),
    sessionStorage: Object.entries(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    history: navigation.entries().map((entry): unknown => [entry.url, entry.getState()]),
    state: [history.state as unknown, location.href, document.title, document.referrer, window.name],
    timings: performance.getEntries().map(({ name }) => name),
    document: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map((each) => (each as HTMLInputElement).value),
  }));
  return Object.entries(kept).map(([place, value]) => ({ place, text: JSON.stringify(value) }));
}
