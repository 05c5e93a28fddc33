import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';

interface JestReport {
  readReport(report: unknown, root: string): Readonly<Record<string, unknown>>;
  floorsNotMet(output: string): readonly string[];
}

// Plain JavaScript, since it runs before anything is compiled: its types are stated here.
const module = pathToFileURL(join(import.meta.dirname, '../../../.config/jest-report.mjs')).href;
const { readReport, floorsNotMet } = (await import(module)) as JestReport;

const test = (status: string, fullName: string, ...failureMessages: string[]) => ({
  status,
  fullName,
  failureMessages,
});

const report = {
  testResults: [
    {
      name: '/clone/test/a.spec.ts',
      status: 'failed',
      message: 'not shown, the test says it',
      assertionResults: [
        test('passed', 'a holds'),
        test('failed', 'b holds', '\u001b[31mexpected\u001b[39m 1\n    at a.spec.ts:3'),
        test('pending', 'vectors crl NOT RUN: no folder'),
        test('todo', 'c'),
      ],
    },
    { name: '/clone/test/b.spec.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
    { name: '/clone/test/c.spec.ts', status: 'passed', message: '', assertionResults: [test('passed', 'd')] },
  ],
};

describe('the closing lines of npm test', () => {
  const read = readReport(report, '/clone');

  it('count a file that does not load as one failure, and todo as skipped', () => {
    expect(read).toMatchObject({ passed: 2, failed: 2, skipped: 2 });
  });

  it('name what was skipped, with its file and why', () => {
    expect(read['skippedNames']).toEqual([
      'test/a.spec.ts: vectors crl NOT RUN: no folder',
      'test/a.spec.ts: c (todo)',
    ]);
  });

  it('name what failed, with its message and without colours', () => {
    expect(read['failures']).toEqual([
      'test/a.spec.ts: b holds\n      expected 1\n          at a.spec.ts:3',
      'test/b.spec.ts did not run\n      Cannot find module',
    ]);
  });

  it('name the folder that is below its floor of coverage', () => {
    const below = 'Jest: Coverage for lines (79%) does not meet "src/cli/" threshold (80%)';
    const missing = 'Jest: Coverage data for src/gone/ was not found.';
    expect(floorsNotMet(`PASS a\n\u001b[31m${below}\n${missing}\u001b[39m\nTests: 3`)).toEqual([
      below,
      missing,
    ]);
  });
});
