import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { chromiumProgram } from './test-browser.js';

/** Tests that need a browser. Without one they are skipped, and say so. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (existsSync(chromiumProgram)) describe(name, tests);
  else describe.skip(`${name} NOT RUN: no Chromium`, tests);
}
