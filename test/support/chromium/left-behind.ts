import type { Page } from 'playwright-core';
import { buffersWith, heapStrings, textsOf } from './heap.js';
import type { LeakWatch } from './leak-watch.js';

/**
 * Where a secret number is, as it stands: the requests that had it, whatever the page kept or said, the strings of its heap, and how many of
 * the buffers that its scripts hold (`rememberBuffers`). Of the other secrets, the strings of the heap alone. Throws where the searches would
 * not find anything: a marker that the page holds shows that they do.
 */
export async function leftBehind(
  page: Page,
  watch: LeakWatch,
  number: Uint8Array,
  secrets: readonly string[],
): Promise<readonly string[]> {
  const texts = textsOf(number);
  const hasNumber = (text: string): boolean => texts.some((each) => text.includes(each));
  const marker = Buffer.from(number).reverse();
  await page.evaluate(holdMarker, marker.toString('base64'));
  const strings = await heapStrings(page);
  if (!strings.some((each) => each.includes(marker.toString('base64'))) || !(await buffersWith(page, marker)))
    throw new Error('the marker was not found');
  const left = strings.filter((each) => hasNumber(each) || secrets.some((secret) => each.includes(secret)));
  const buffers = await buffersWith(page, number);
  return [
    ...watch.sentWith(...texts),
    ...watch.keptOrSaid.filter(hasNumber),
    ...left,
    ...(buffers === 0 ? [] : [`${buffers} buffers`]),
  ];
}

/** Runs in the page. */
function holdMarker(text: string): void {
  const octets = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  Object.assign(globalThis, { marker: text, markerOctets: octets });
}
