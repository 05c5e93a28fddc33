/**
 * `npm run bench -- web [loads] [--json]`: the first load of a case page, each in a browser that keeps nothing: the JavaScript that comes
 * over the wire, as it is compressed, and when the largest paint is, with the CPU throttled four times. What must hold: at most 120 KB,
 * and a median below one second. Needs Debian's Chromium and the built pages (`npm run build`).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import 'reflect-metadata';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { collectingCase, enterStaff } from '../support/application/cases.js';
import { TestInstallation } from '../support/application/installation.js';
import { benchArguments } from '../support/bench/arguments.js';
import { TestBrowser } from '../support/chromium/test-browser.js';

const { count: loads, json } = benchArguments('web', { name: 'loads', usual: 7, least: 1 });

const folder = await mkdtemp(path.join(tmpdir(), 'lianshu-bench-'));
const postgres = await startEmbeddedPostgres({ folder });
const installation = await TestInstallation.create();
const application = await installation.start({ database: postgres });
await enterStaff(application);
await collectingCase(application, '9001', installation.people.lead);
await installation.nextDay();
const browser = await TestBrowser.start(application);

interface Load {
  readonly javascriptBytes: number;
  readonly files: number;
  readonly largestPaintMilliseconds: number;
}

/** The time of the latest entry, once the page has been still for a while. */
const largestPaint = `new Promise((resolve) => {
  let latest = 0;
  new PerformanceObserver((list) => {
    latest = list.getEntries().at(-1).startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(() => resolve(latest), 500);
})`;

async function load(page: Page): Promise<Load> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const scripts = new Set<string>();
  let javascriptBytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) javascriptBytes += encodedDataLength;
  });
  await page.goto('/cases/9001', { waitUntil: 'networkidle' });
  const largestPaintMilliseconds = Math.round(Number(await page.evaluate(largestPaint)));
  return { javascriptBytes, files: scripts.size, largestPaintMilliseconds };
}

const measured: Load[] = [];
for (let index = 0; index < loads; index++) {
  const page = await browser.page();
  measured.push(await load(page));
  await page.context().close();
}
await browser.stop();
await installation.remove();
await postgres.stop();
await rm(folder, { recursive: true, force: true });

const paints = measured.map((each) => each.largestPaintMilliseconds).toSorted((a, b) => a - b);
const bytes = Math.max(...measured.map(({ javascriptBytes }) => javascriptBytes));
const median = paints[Math.floor(paints.length / 2)] ?? 0;
const figures = {
  bench: 'web',
  node: process.version,
  loads,
  /** Over the wire, with the headers of the answers. */
  javascriptBytes: bytes,
  files: measured[0]?.files ?? 0,
  cpuThrottling: 4,
  largestPaintMilliseconds: { least: paints[0] ?? 0, median, most: paints.at(-1) ?? 0 },
  holds: {
    javascriptAtMost120Kilobytes: bytes > 0 && bytes <= 120 * 1024,
    largestPaintBelowOneSecond: median > 0 && median < 1000,
  },
};
if (json) console.log(JSON.stringify(figures));
else {
  console.log(
    `JavaScript of a case page: ${String(Math.round(bytes / 1024))} KB in ${String(figures.files)} files, compressed`,
  );
  console.log(`largest paint, CPU throttled four times: ${String(median)} ms (median of ${String(loads)})`);
}
if (Object.values(figures.holds).includes(false)) process.exitCode = 1;
