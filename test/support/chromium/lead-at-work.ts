import type { Page } from 'playwright-core';
import { encodePem } from '../../../src/core/pem.js';
import type { MockCard } from '../../../src/devkit/index.js';
import { PersonAtWork } from './person-at-work.js';
import { type Language, wordsIn } from './words.js';

/** A lead at a window of a browser. */
export class LeadAtWork extends PersonAtWork {
  static async at(page: Page, language: Language, pin: string): Promise<LeadAtWork> {
    return new LeadAtWork(page, language, pin, await wordsIn(language));
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
}
