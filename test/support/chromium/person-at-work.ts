import type { Page } from 'playwright-core';
import { lookedAt } from './looked-at.js';
import type { PageState } from './pictures.js';
import type { Language, Words } from './words.js';

/** Somebody at a window of a browser, who finds every field and button by the pages' own words. */
export class PersonAtWork {
  /** What {@link look} found wrong. */
  readonly violations: string[] = [];

  protected constructor(
    readonly page: Page,
    readonly language: Language,
    protected readonly pin: string,
    readonly words: Words,
  ) {
    page.setDefaultTimeout(8_000);
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

  /** Goes on with the Tab key to the field or button of these words, types the text if there is one, and presses Enter. */
  async byKeyboard(key: string, text = '', values?: Parameters<Words>[1]): Promise<void> {
    await this.tabTo(this.words(key, values));
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** The fields, links and buttons on the way, to this one. Throws where the Tab key leads to nothing of this name within a round, or to what doesn't show that it has the focus. */
  async tabTo(name: string): Promise<readonly string[]> {
    const way: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await this.page.keyboard.press('Tab');
      const { text, isOutlined, isPage } = await this.focused();
      // The way goes once around, by the browser's own fields.
      if (isPage) continue;
      if (!isOutlined) throw new Error(`nobody sees that ${text} has the focus`);
      way.push(text);
      if (text === name) return way;
    }
    throw new Error(`the Tab key does not lead to ${name}`);
  }

  /** Waits until the element of this kind that says this has the focus. */
  async isAt(kind: 'h1' | 'button' | '[role=status]', key: string): Promise<void> {
    await this.page.locator(`${kind}:focus`, { hasText: this.words(key) }).waitFor();
  }

  /** What has the focus: its label or its text, and whether it has the outline of the pages. */
  private focused() {
    return this.page.evaluate(() => {
      const activeElement = document.activeElement ?? document.body;
      const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
      const isOutlined = outlineStyle !== 'none' && outlineWidth !== '0px';
      const isPage = activeElement === document.body;
      return { text: label?.textContent.trim() ?? '', isOutlined, isPage };
    });
  }
}
