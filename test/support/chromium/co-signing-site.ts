import type { BrowserContextOptions, Page } from 'playwright-core';
import {
  type CardShape,
  CardServer,
  type DemoCardName,
  demoCardPin,
  issueDemoCardsOfEveryKind,
  type MockCard,
  personFor,
  type ServedCard,
} from '../../../src/devkit/index.js';
import type { TestApplication } from '../application/application.js';
import { collectingCase, enterStaff } from '../application/cases.js';
import { TestInstallation } from '../application/installation.js';
import { TestBrowser } from './test-browser.js';

/** The path to which a co-signature to the case of {@link CoSigningSite} is sent. */
export const coSignaturesPath = '/api/v1/cases/9001/co-signatures';

/** Somebody with a card. */
export interface CoSigner {
  readonly nationalId: string;
  readonly pin: string;
  readonly card: MockCard;
}

/** A platform with one case that collects, 9001; a card program with one reader; a browser. For one file of tests. */
export class CoSigningSite {
  private constructor(
    readonly installation: TestInstallation,
    private running: TestApplication,
    readonly cards: CardServer,
    readonly browser: TestBrowser,
    private readonly served: ServedCard[],
    private readonly ofEveryKind: ReturnType<typeof issueDemoCardsOfEveryKind>,
  ) {}

  /** Stands it all up; `stop()` it in the end. */
  static async start(): Promise<CoSigningSite> {
    const installation = await TestInstallation.create();
    const application = await installation.start();
    await enterStaff(application);
    await collectingCase(application, '9001', installation.people.lead);
    const ofEveryKind = issueDemoCardsOfEveryKind(installation.pki);
    await installation.nextDay();
    const served: ServedCard[] = [...ofEveryKind];
    const cards = await CardServer.start({ cards: served, port: 0 });
    const browser = await TestBrowser.start(application, Number(new URL(cards.origin).port));
    return new CoSigningSite(installation, application, cards, browser, served, ofEveryKind);
  }

  /** The platform, or what it was before it went away. */
  get application(): TestApplication {
    return this.running;
  }

  /** The platform is stopped, as by its operator. */
  goAway(): Promise<void> {
    return this.running.stop();
  }

  /** The platform is started again, where and as it was; answers pass to the browser. */
  async comeBack(): Promise<void> {
    this.browser.front.passAnswers();
    this.running = await this.installation.startAgain(this.running);
  }

  /** Puts the card of somebody new into the reader. */
  insertNew(name: string, { pin = demoCardPin, ...shape }: CardShape = {}): CoSigner {
    const { nationalId } = personFor(this.installation.pki.options.seed, name);
    const card = this.installation.card(name, { ...shape, pin });
    this.served.push({ name, description: name, card });
    this.cards.insert(name);
    return { nationalId, pin, card };
  }

  /** Puts a card of this kind into the reader. */
  insert(kind: DemoCardName): CoSigner {
    const found = this.ofEveryKind.find(({ name }) => name === kind)!;
    this.cards.insert(kind);
    return { nationalId: found.person.nationalId, pin: demoCardPin, card: found.card as MockCard };
  }

  /** A page of a new window, with nothing wrong with the card program. */
  page(options?: BrowserContextOptions): Promise<Page> {
    this.cards.fault = undefined;
    return this.browser.page(options);
  }

  /** How many co-signatures the platform has taken. */
  async taken(): Promise<number> {
    const [row] = await this.application.databases.owner.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM sealed_record',
    );
    return row!.count;
  }

  /** Ends all of it. */
  async stop(): Promise<void> {
    await this.browser.stop();
    await this.cards.close();
    await this.installation.remove();
  }
}
