import type { BrowserContext, Page, Request } from 'playwright-core';
import { origin } from '../application/application.js';

/** A request of a page or of the card program's window, as it went out. */
interface Sent {
  /** Such as `POST https://…/api/v1/sign-in/lead`. */
  readonly what: string;
  /** All of it: method, address, headers, body. */
  readonly text: string;
}

/** Watches what a browser's window sends, keeps and says. What an answer brings, it does not read. */
export class LeakWatch {
  readonly sent: Sent[] = [];
  /** Lines of the console. */
  private readonly said: string[] = [];
  /** What lay in storage, cookies, history and addresses whenever {@link look} was called. */
  private readonly kept = new Set<string>();

  constructor(private readonly window: BrowserContext) {
    window.on('request', (request) => this.sent.push(written(request)));
    window.on('console', (message) => this.said.push(message.text()));
    window.on('weberror', (failure) => this.said.push(String(failure.error())));
  }

  /** Notes what the page keeps now. */
  async look(page: Page): Promise<void> {
    for (const found of await page.evaluate(keptByPage)) this.kept.add(found);
    for (const cookie of await this.window.cookies()) this.kept.add(JSON.stringify(cookie));
  }

  /** Everything that lay in storage, cookies, history or an address, or was written to the console. */
  get keptOrSaid(): readonly string[] {
    return [...this.kept, ...this.said];
  }

  /** The requests that contain one of these texts. */
  sentWith(...secrets: readonly string[]): readonly string[] {
    const found = this.sent.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
    return [...new Set(found.map(({ what }) => what))];
  }

  /** Where requests went, without those to the platform. */
  get elsewhere(): readonly string[] {
    const hosts = this.sent.map(({ what }) => new URL(what.slice(what.indexOf(' ') + 1)).origin);
    return [...new Set(hosts)].filter((each) => each !== origin && each !== 'null');
  }
}

function written(request: Request): Sent {
  const what = `${request.method()} ${request.url()}`;
  const body = request.postDataBuffer()?.toString('latin1') ?? '';
  return { what, text: `${what}\n${JSON.stringify(request.headers())}\n${body}` };
}

/** Runs in the page. */
async function keptByPage(): Promise<readonly string[]> {
  const storages = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage));
  const databases = await indexedDB.databases();
  const entries = (globalThis as unknown as { navigation: Navigation }).navigation.entries();
  return [
    ...storages.flat().map(String),
    ...databases.map(({ name }) => `a database: ${String(name)}`),
    ...(await caches.keys()).map((name) => `a cache: ${name}`),
    ...entries.flatMap((entry) => [String(entry.url), JSON.stringify(entry.getState() ?? null)]),
    JSON.stringify(history.state),
    document.cookie,
    document.title,
    window.name,
    location.href,
  ];
}

/** Of the Navigation API, as far as it is asked. */
interface Navigation {
  entries(): readonly { readonly url: string | null; getState(): unknown }[];
}
