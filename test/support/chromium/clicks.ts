import type { BrowserContext } from 'playwright-core';

/** What somebody has pressed at a window: with the pointer, or a button by the keyboard, and each field that they went into to type. Typing is none. */
export interface Clicks {
  count: number;
}

/** Counts every press at a window from now on. A file dialog is none of the page's: whoever chooses files adds one. Call before a page is opened. */
export async function countClicks(window: BrowserContext): Promise<Clicks> {
  const clicks: Clicks = { count: 0 };
  await window.exposeFunction('pressed', () => {
    clicks.count += 1;
  });
  await window.addInitScript(() => {
    const { pressed } = globalThis as unknown as { readonly pressed: () => void };
    addEventListener('pointerdown', ({ isTrusted }) => {
      if (isTrusted) pressed();
    });
    addEventListener('focusin', ({ target }) => {
      const isTyped = target instanceof HTMLInputElement && /^(?:text|password)$/.test(target.type);
      if (isTyped || target instanceof HTMLTextAreaElement) pressed();
    });
    addEventListener('keydown', ({ isTrusted, key }) => {
      if (isTrusted && (key === 'Enter' || key === ' ')) pressed();
    });
  });
  return clicks;
}
