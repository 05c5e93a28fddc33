import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { cardServerPort } from '../../../src/devkit/index.js';
import { origin, type TestApplication } from '../application/application.js';
import { TlsFront } from './tls-front.js';

const shell = '/usr/bin/chromium-headless-shell';

/** The one that `LIANSHU_CHROMIUM` names, or Debian's Chromium: its shell without windows, where it is installed. */
export const chromiumProgram =
  process.env.LIANSHU_CHROMIUM ?? (existsSync(shell) ? shell : '/usr/bin/chromium');

/** With these it asks nothing but the servers under test. */
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // So that a heap snapshot has strings whole.
  '--js-flags=--heap-snapshot-string-limit=10000000',
];

/** A Chromium before which the platform of a test stands at its origin, and the card server at HiPKI's address. */
export class TestBrowser {
  /** What pages wrote to their consoles as errors, and what they threw. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly browser: Browser,
    /** What stands between it and the platform. */
    readonly front: TlsFront,
  ) {}

  /** `cardServer` is the port on which a card server of the test listens; none where there is no card program. */
  static async start(application: TestApplication, cardServer?: number): Promise<TestBrowser> {
    const { hostname } = new URL(origin);
    const front = await TlsFront.start(hostname, application.address);
    // Port 9 takes no connection.
    const rules = [
      `MAP ${hostname}:443 127.0.0.1:${front.port}`,
      `MAP localhost:${cardServerPort} 127.0.0.1:${cardServer ?? 9}`,
      'MAP * ~NOTFOUND',
    ];
    const browser = await chromium.launch({
      executablePath: chromiumProgram,
      args: [...quiet, '--no-sandbox', '--disable-gpu', `--host-resolver-rules=${rules.join(', ')}`],
    });
    return new TestBrowser(browser, front);
  }

  /** A window of its own: no cookies, no storage, nothing kept. */
  async window(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: origin,
      ignoreHTTPSErrors: true,
      locale: 'zh-TW',
      timezoneId: 'Asia/Taipei',
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    context.on('page', (page) => this.listenTo(page));
    return context;
  }

  /** A page in a window of its own. */
  async page(options: BrowserContextOptions = {}): Promise<Page> {
    return (await this.window(options)).newPage();
  }

  /** Ends all of it. */
  async stop(): Promise<void> {
    await this.browser.close();
    await this.front.stop();
  }

  private listenTo(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }
}
