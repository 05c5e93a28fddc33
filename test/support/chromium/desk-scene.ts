import { CardServer, type MockCard } from '../../../src/devkit/index.js';
import type { StaffRole } from '../../../src/staff/index.js';
import type { TestApplication } from '../application/application.js';
import { enterStaff } from '../application/cases.js';
import { TestInstallation } from '../application/installation.js';
import { DeskAtWork } from './desk-at-work.js';
import { LeadAtWork } from './lead-at-work.js';
import { TestBrowser } from './test-browser.js';
import type { Language } from './words.js';

/** The cards, as the devkit makes them, take any PIN. */
const pin = '49301867';

/** A platform that takes rehearsals too, and people with cards at windows of one browser. For one file of tests. */
export class DeskScene {
  readonly cards = new Map<string, MockCard>();

  private constructor(
    readonly installation: TestInstallation,
    readonly application: TestApplication,
    readonly cardServer: CardServer,
    readonly browser: TestBrowser,
    private readonly served: { name: string; description: string; card: MockCard }[],
  ) {}

  /** Stands it up, with the staff that the API's fixtures are; `stop()` it in the end. */
  static async start(): Promise<DeskScene> {
    const installation = await TestInstallation.create();
    const application = await installation.start({ configuration: { rehearsals: true } });
    await enterStaff(application);
    const served: DeskScene['served'] = [];
    const cardServer = await CardServer.start({ cards: served, port: 0 });
    const browser = await TestBrowser.start(application, Number(new URL(cardServer.origin).port));
    return new DeskScene(installation, application, cardServer, browser, served);
  }

  /** What pages wrote to their consoles as errors, but for the refusals of a server, which the console tells as well. */
  get complaints(): readonly string[] {
    return this.browser.complaints.filter((line) => !/status of 4\d\d/.test(line));
  }

  /** Makes a card one that can be in the reader. */
  serve(name: string, card: MockCard): void {
    this.cards.set(name, card);
    this.served.push({ name, description: name, card });
  }

  /** Enters a member of staff with this card, who is called so. */
  async member(name: string, card: MockCard, called: string, ...roles: readonly StaffRole[]): Promise<void> {
    this.serve(name, card);
    const { id } = await this.application.member(card, ...roles);
    const named = 'UPDATE staff_member SET name = $1 WHERE id = $2';
    await this.application.databases.owner.query(named, [called, id]);
  }

  /** A member of staff at a window of their own, at the time of the test, not signed in. */
  async atDesk(card: string, language: Language, path = '/staff'): Promise<DeskAtWork> {
    const { cardServer } = this;
    const person = await DeskAtWork.at(await this.page(), language, { pin, cardServer, card });
    await person.goTo(path);
    await person.offers('desk:sign-in.action');
    return person;
  }

  /** Somebody who is not on the staff, at a window of their own in Chinese, with a card in the reader. */
  async withCard(card: string): Promise<LeadAtWork> {
    this.cardServer.insert(card);
    return LeadAtWork.at(await this.page(), 'zh-TW', pin);
  }

  /** Ends all of it. */
  async stop(): Promise<void> {
    await this.browser.stop();
    await this.cardServer.close();
    await this.installation.remove();
  }

  private async page() {
    const window = await this.browser.window();
    await window.clock.setSystemTime(this.installation.clock.now());
    return window.newPage();
  }
}
