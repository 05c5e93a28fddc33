import type { BrowserContext, Page } from 'playwright-core';
import type { CoSigner } from './co-signing-site.js';

/** What the pages of a co-signature say, as far as a test looks for it. */
const words = {
  'zh-TW': {
    prefix: '',
    begin: '開始連署',
    number: '國民身分證統一編號',
    next: '繼續',
    pin: /^卡片密碼/,
    sign: '簽署',
    taken: /^您的連署已收下並密封$/,
  },
  en: {
    prefix: '/en',
    begin: 'Start co-signing',
    number: 'National ID number',
    next: 'Continue',
    pin: /^PIN of your/,
    sign: 'Sign',
    // A hyphen at which no line breaks.
    taken: /^Your co.signature was taken and sealed$/,
  },
} as const;

/** A person's way through the pages of a co-signature, in one language. */
export class CoSigningSteps {
  private readonly words: (typeof words)[keyof typeof words];

  constructor(
    readonly page: Page,
    language: keyof typeof words = 'zh-TW',
    private readonly caseNumber = '9001',
  ) {
    this.words = words[language];
  }

  get pin() {
    return this.page.getByLabel(this.words.pin);
  }

  get number() {
    return this.page.getByLabel(this.words.number);
  }

  /** The heading of the receipt's page. */
  get taken() {
    return this.page.getByRole('heading', { level: 1, name: this.words.taken });
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  /** Opens the page at this address within the language, and waits until its script has taken over. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.words.prefix}${path}`);
    await this.page.waitForFunction(() =>
      Object.keys(document.querySelector('h1') ?? {}).some((key) => key.startsWith('__react')),
    );
  }

  /** Opens the case's page and presses the button there. */
  async begin(): Promise<void> {
    await this.open(`/cases/${this.caseNumber}`);
    await this.page.getByRole('link', { name: this.words.begin }).click();
    await this.number.waitFor();
  }

  /** Enters the number: the statement and the field of the PIN come. */
  async enterNumber(nationalId: string): Promise<void> {
    await this.number.click();
    await this.page.keyboard.type(nationalId);
    await this.page.keyboard.press('Enter');
    await this.pin.waitFor();
  }

  /** From the case's page to the field of the PIN. */
  async toStatement({ nationalId }: Pick<CoSigner, 'nationalId'>): Promise<void> {
    await this.begin();
    await this.enterNumber(nationalId);
  }

  /** Enters the PIN and has the card sign. */
  async sign({ pin }: Pick<CoSigner, 'pin'>): Promise<void> {
    await this.pin.click();
    await this.page.keyboard.type(pin);
    await this.page.keyboard.press('Enter');
  }

  /** From the case's page to the receipt. */
  async coSign(coSigner: CoSigner): Promise<void> {
    await this.toStatement(coSigner);
    await this.sign(coSigner);
    await this.taken.waitFor();
  }
}

/** Counts what is pressed in every window of a context: clicks, Enter, and Space beside typing. */
export async function countPresses(context: BrowserContext): Promise<{ readonly count: number }> {
  const pressed = { count: 0 };
  await context.exposeBinding('pressed', () => {
    pressed.count++;
  });
  await context.addInitScript(() => {
    const { pressed: tell } = globalThis as unknown as { pressed: () => void };
    const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLInputElement;
    addEventListener('pointerdown', () => tell(), { capture: true });
    addEventListener(
      'keydown',
      ({ key, target }) => {
        if (key === 'Enter' || (key === ' ' && !isTyping(target))) tell();
      },
      { capture: true },
    );
  });
  return pressed;
}
