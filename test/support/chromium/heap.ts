import type { Page } from 'playwright-core';

/**
 * The strings in the heap of a page's scripts, after a garbage collection, as a heap snapshot has them (Chrome DevTools Protocol,
 * HeapProfiler): whole, by the flag with which `browser.ts` starts Chromium. A snapshot shows no content of an ArrayBuffer, no CryptoKey, no
 * text that the browser keeps outside the scripts, such as a field's value, and no memory that was freed but not yet overwritten.
 */
export async function heapStrings(page: Page): Promise<readonly string[]> {
  const inspector = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  inspector.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await inspector.send('HeapProfiler.collectGarbage');
  await inspector.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await inspector.detach();
  return (JSON.parse(chunks.join('')) as { strings: string[] }).strings;
}

/**
 * The texts in which octets may lie in a string: hex, a binary string, numbers with commas, and base64 and base64url at each of the three
 * places where the octets may begin in what is encoded.
 */
export function textsOf(octets: Uint8Array): readonly string[] {
  const hex = Buffer.from(octets).toString('hex');
  const base64 = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), octets]);
    // Only what these octets alone decide.
    return whole.subarray(before === 0 ? 0 : 3, whole.length - (whole.length % 3)).toString('base64');
  });
  return [
    ...[hex, hex.toUpperCase(), Buffer.from(octets).toString('latin1'), octets.join(',')],
    ...base64.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
  ];
}
