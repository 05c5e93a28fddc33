import type { Page } from 'playwright-core';
import { accessibilityViolations } from './accessibility.js';
import { type PageState, takePictures } from './pictures.js';

/**
 * Looks at a page as it stands, and takes the pictures that are asked for: what axe-core finds wrong, and whether the page is wider than a
 * phone of 360 px. A line for each, with the name of the state.
 */
export async function lookedAt(page: Page, state: PageState): Promise<readonly string[]> {
  const found = [...(await accessibilityViolations(page))];
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 780 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 360) found.push(`is ${width} px wide on a screen of 360 px`);
  if (size !== null) await page.setViewportSize(size);
  await takePictures(page, state);
  return found.map((line) => `${state.name} (${state.language}): ${line}`);
}
