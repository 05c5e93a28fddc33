import type { Page } from 'playwright-core';
import { encodePem } from '../../../src/core/pem.js';
import type { MockCard } from '../../../src/devkit/index.js';
import { lookedAt } from './looked-at.js';
import type { PageState } from './pictures.js';
import { type Language, type Words, wordsIn } from './words.js';

/** A lead at a window of a browser, who finds every field and button by the pages' own words. */
export class LeadAtWork {
  /** What {@link look} found wrong. */
  readonly violations: string[] = [];

  private constructor(
    readonly page: Page,
    readonly language: Language,
    private readonly pin: string,
    readonly words: Words,
  ) {}

  static async at(page: Page, language: Language, pin: string): Promise<LeadAtWork> {
    page.setDefaultTimeout(30_000);
    return new LeadAtWork(page, language, pin, await wordsIn(language));
  }

  /** The address of a page in this language. */
  address(path: string): string {
    return this.language === 'en' ? `/en${path}` : path;
  }

  /** Opens a page anew, as by typing its address. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(this.address(path));
  }

  /** Looks at the page as it stands, as `lookedAt` does. */
  async look(name: string, of: Pick<PageState, 'guide' | 'from'> = {}): Promise<void> {
    const { page, language } = this;
    this.violations.push(...(await lookedAt(page, { name, language, ...of })));
  }

  async press(key: string): Promise<void> {
    await this.page.getByRole('button', { name: this.words(key), exact: true }).click();
  }

  async follow(key: string): Promise<void> {
    await this.page.getByRole('link', { name: this.words(key), exact: true }).click();
  }

  async type(key: string, text: string, values?: Parameters<Words>[1]): Promise<void> {
    const field = this.page.getByLabel(this.words(key, values));
    await field.fill('');
    // As by the keyboard: no script of the test brings the text into the page's heap.
    await field.focus();
    await this.page.keyboard.insertText(text);
  }

  /** Chooses the one of several that says this. */
  async choose(key: string): Promise<void> {
    await this.page.getByRole('radio', { name: this.words(key), exact: true }).check();
  }

  /** Waits until the page says this. */
  async reads(key: string, values?: Parameters<Words>[1]): Promise<void> {
    await this.page.getByText(this.words(key, values)).first().waitFor();
  }

  /** Waits until a button says this, and can be pressed. */
  async offers(key: string): Promise<void> {
    await this.page.getByRole('button', { name: this.words(key), exact: true }).waitFor();
  }

  /** Enters a PIN, the card's own unless another is given, and presses the button. */
  async useCard(action: string, pin = this.pin): Promise<void> {
    await this.type('frame:pin.label', pin);
    await this.press(action);
  }

  async signIn(accessCode: string): Promise<void> {
    await this.type('lead:sign-in.access-code', accessCode);
    await this.useCard('lead:sign-in.action');
    const heading = this.page.getByRole('heading', { level: 1 });
    await heading.filter({ hasNotText: this.words('lead:sign-in.heading') }).waitFor();
  }

  /** Steps 1 and 2 of the opening: the undertaking, and the key for the card in the reader. */
  async makeRoundKey(): Promise<void> {
    await this.press('lead:opening.steps.undertaking.action');
    await this.press('lead:opening.steps.key.action');
    await this.offers('lead:opening.steps.recovery.action-none');
  }

  /** Chooses a file with this person's certificate as a deputy's. */
  async addDeputy(certificate: Uint8Array): Promise<void> {
    await this.page.getByLabel(this.words('lead:opening.steps.recovery.deputies.file')).setInputFiles({
      name: 'deputy.pem',
      mimeType: 'application/x-pem-file',
      buffer: Buffer.from(encodePem('CERTIFICATE', certificate)),
    });
  }

  /** Step 3 with a deputy alone. */
  async wrapForDeputy({ encryptionCertificate }: MockCard): Promise<void> {
    await this.addDeputy(encryptionCertificate);
    await this.press('lead:opening.steps.recovery.action');
    await this.offers('lead:opening.steps.trial.action');
  }

  /** Steps 4 and 5: the card opens the wrapped key, and signs the key statement. */
  async tryAndSign(): Promise<void> {
    await this.useCard('lead:opening.steps.trial.action');
    await this.offers('lead:opening.steps.signing.action');
    await this.useCard('lead:opening.steps.signing.action');
  }

  /** The submission, from what it will do to the page that says that it is done. */
  async submit(caseNumber: string): Promise<void> {
    await this.prepareSubmission(caseNumber);
    await this.useCard('lead:submission.steps.key.action');
    await this.offers('lead:submission.steps.signing.action');
    await this.useCard('lead:submission.steps.signing.action');
    await this.reads('lead:submission.done.what');
  }

  /** As far as the card's first operation. */
  async prepareSubmission(number: string): Promise<void> {
    await this.press('lead:submission.steps.explained.action');
    await this.type('lead:submission.steps.prepared.type-number', number, { number });
    await this.press('lead:submission.steps.prepared.action');
    await this.offers('lead:submission.steps.key.action');
  }

  /** Goes on with the Tab key to the field or button of these words, types the text if there is one, and presses Enter. */
  async byKeyboard(key: string, text = '', values?: Parameters<Words>[1]): Promise<void> {
    await this.tabTo(this.words(key, values));
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Throws where the Tab key leads to nothing of this name within a round. */
  async tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await this.page.keyboard.press('Tab');
      const at = await this.page.evaluate(() => {
        const { activeElement } = document;
        const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : activeElement;
        return label?.textContent.trim();
      });
      if (at === name) return;
    }
    throw new Error(`the Tab key does not lead to ${name}`);
  }
}
