import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from './words.js';

/** `docs` for the pictures of the guides, or a folder outside the repository for a picture of every state. Nothing is written without it. */
const wanted = process.env.LIANSHU_PICTURES;

/** Where the pictures are that the guides in `docs/zh-TW` show. */
export const guidePictures = path.join(import.meta.dirname, '../../../docs/images/guide');

/** Small enough for a guide: below 80 KB as PNG. */
const guideSize = { width: 600, height: 600 };
const sizes = [
  { width: 1280, height: 900 },
  { width: 360, height: 780 },
];

/** A state of a page, as its pictures are named. */
export interface PageState {
  readonly name: string;
  readonly language: Language;
  /** The picture of a guide that shows it; in zh-TW alone. */
  readonly guide?: string | undefined;
  /** What the guide's picture begins with; the top of the page otherwise. */
  readonly from?: string | undefined;
}

/** Takes the pictures that `LIANSHU_PICTURES` asks for, and leaves the page at the size it had. */
export async function takePictures(page: Page, { name, language, guide, from }: PageState): Promise<void> {
  if (wanted === undefined) return;
  const size = page.viewportSize();
  if (wanted === 'docs') {
    if (guide !== undefined && language === 'zh-TW') await takeForGuide(page, guide, from);
  } else {
    mkdirSync(wanted, { recursive: true });
    for (const each of sizes) {
      await page.setViewportSize(each);
      await takeWhole(page, path.join(wanted, `${name}-${language}-${each.width}.png`));
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await takeWhole(page, path.join(wanted, `${name}-${language}-360-dark.png`));
    await page.emulateMedia({ colorScheme: null });
  }
  if (size !== null) await page.setViewportSize(size);
}

/** The whole page, once it has been painted at its new size: Chromium's shell would leave parts of it empty. */
async function takeWhole(page: Page, file: string): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((painted) => {
        requestAnimationFrame(() => requestAnimationFrame(() => painted()));
      }),
  );
  await page.screenshot({ path: file, fullPage: true });
}

async function takeForGuide(page: Page, guide: string, from: string | undefined): Promise<void> {
  await page.setViewportSize(guideSize);
  await page.evaluate((selector) => {
    const first = selector === undefined ? undefined : document.querySelector(selector);
    scrollTo(0, first === undefined || first === null ? 0 : first.getBoundingClientRect().top + scrollY - 16);
  }, from);
  mkdirSync(guidePictures, { recursive: true });
  await page.screenshot({ path: path.join(guidePictures, `${guide}.png`), animations: 'disabled' });
}
