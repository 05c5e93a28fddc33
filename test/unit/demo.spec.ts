import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { runDemo } from '../../src/demo.js';

const reporter = { step: () => undefined, message: () => undefined, progress: () => undefined };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lianshu-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const claim = (): string => path.join(folder, 'home.running');
const { LIANSHU_DEMO_KEYS: keys } = process.env;
const settings = () => ({
  ...(keys === undefined ? {} : { keys }),
  home: path.join(folder, 'home'),
  out: path.join(folder, 'out'),
  seed: 'demo',
  citizens: 3,
  port: 0,
});

it('a demo does not start in the folder of one that runs, and leaves that one’s mark', async () => {
  writeFileSync(claim(), String(process.pid));
  const started = runDemo(settings(), reporter, new AbortController().signal);
  await expect(started).rejects.toMatchObject({
    failure: { code: 'demo-running', values: { pid: process.pid, file: claim() } },
  });
  expect(readFileSync(claim(), 'utf8')).toBe(String(process.pid));
});

it.each([
  ['nobody left a mark', undefined],
  ['the one that left its mark was killed', '2147483646'],
  ['the mark says nothing', ''],
])('a demo that is aborted takes its own mark away, where %s', async (_which, mark) => {
  if (mark !== undefined) writeFileSync(claim(), mark);
  const aborted = AbortSignal.abort(new Error('interrupted'));
  await expect(runDemo(settings(), reporter, aborted)).rejects.toThrow('interrupted');
  expect(existsSync(claim())).toBe(false);
});
