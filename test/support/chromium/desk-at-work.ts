import { encodePem } from '../../../src/core/pem.js';
import type { CardServer } from '../../../src/devkit/index.js';
import type { Page } from 'playwright-core';
import { PersonAtWork } from './person-at-work.js';
import { type Language, wordsIn } from './words.js';

/** A member of staff at the desk: a window of a browser, and a card by which the card server knows them. */
export class DeskAtWork extends PersonAtWork {
  private cardServer!: CardServer;
  private card!: string;

  static async at(
    page: Page,
    language: Language,
    {
      pin,
      cardServer,
      card,
    }: { readonly pin: string; readonly cardServer: CardServer; readonly card: string },
  ): Promise<DeskAtWork> {
    const person = new DeskAtWork(page, language, pin, await wordsIn(language));
    person.cardServer = cardServer;
    person.card = card;
    return person;
  }

  /** Puts their card into the one reader, enters the PIN and presses the button. */
  override async useCard(action: string, pin = this.pin): Promise<void> {
    this.cardServer.insert(this.card);
    await super.useCard(action, pin);
  }

  /** Signs in at the page that is open, and waits until it is shown. */
  async signIn(): Promise<void> {
    await this.useCard('desk:sign-in.action');
    await this.offers('desk:bar.sign-out');
  }

  /** Goes to a place of the navigation, in the window as it is: a reload would sign out. */
  async visit(place: string): Promise<void> {
    const nav = this.page.getByRole('navigation', { name: this.words('desk:bar.label') });
    await nav.getByRole('link', { name: this.words(`desk:bar.places.${place}`), exact: true }).click();
    await this.page.locator('h1').waitFor();
  }

  /** Goes to the page of a case, by the list of all. */
  async toCase(number: string): Promise<void> {
    await this.visit('cases');
    if (number.startsWith('R')) await this.choose('desk-cases:list.rehearsals');
    await this.page.getByRole('link', { name: number, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: number }).waitFor();
  }

  /** Opens what stands behind a name. */
  async open(key: string): Promise<void> {
    await this.page.locator('summary', { hasText: this.words(key) }).click();
  }

  /** Enters a day, `YYYY-MM-DD`. */
  async day(key: string, day: string): Promise<void> {
    await this.page.getByLabel(this.words(key), { exact: true }).fill(day);
  }

  /** Chooses a file with this certificate (DER). */
  async chooseCertificate(key: string, certificate: Uint8Array): Promise<void> {
    await this.page.getByLabel(this.words(key), { exact: true }).setInputFiles({
      name: 'certificate.pem',
      mimeType: 'application/x-pem-file',
      buffer: Buffer.from(encodePem('CERTIFICATE', certificate)),
    });
  }

  /** The latest request that waits for this person: reads it, and signs it with the card. */
  async approveLatest(): Promise<void> {
    await this.visit('approvals');
    await this.page.locator('tbody th a').first().click();
    await this.offers('desk:approval.approve');
    await this.useCard('desk:approval.approve');
    await this.reads('desk:approval.standing.executed');
  }
}
