import { describe, expect, it } from '@jest/globals';
import { RefreshLog } from '../../../src/trust/refresh-log.js';
import type { SourceHealth } from '../../../src/trust/revocation-source.js';

const at = new Date('2026-03-02T01:00:00Z');
const listOf = (sha256: string) => ({ sha256, number: '7', thisUpdate: at, nextUpdate: at, entries: 3 });
const fresh: SourceHealth = {
  source: 'moica-g2',
  state: 'fresh',
  lastGood: at,
  nextAttempt: at,
  failures: 0,
  lastFailure: undefined,
  list: listOf('aa'),
};
const failing = (failures: number): SourceHealth => ({ ...fresh, failures, lastFailure: 'fetch-timed-out' });

describe('the log of revocation data', () => {
  it.each<[string, readonly SourceHealth[], readonly string[]]>([
    ['a list, once', [fresh, fresh], ['info a revocation list is in use and archived']],
    [
      'each further list',
      [fresh, { ...fresh, list: listOf('bb') }],
      ['info a revocation list is in use and archived', 'info a revocation list is in use and archived'],
    ],
    [
      'each failure, once',
      [fresh, failing(1), failing(1), failing(2), fresh],
      [
        'info a revocation list is in use and archived',
        'warn revocation data could not be fetched',
        'warn revocation data could not be fetched',
      ],
    ],
    [
      'stale data once, and that it is fresh again',
      [fresh, { ...fresh, state: 'stale' }, { ...fresh, state: 'stale' }, fresh],
      [
        'info a revocation list is in use and archived',
        'error revocation data is not current: no certificate is taken for good',
        'info revocation data is fresh again',
      ],
    ],
    [
      'a source that has no list from the start',
      [{ ...fresh, state: 'missing', list: undefined }],
      ['error revocation data is not current: no certificate is taken for good'],
    ],
  ])('tells %s', (_what, seen, expected) => {
    const lines: string[] = [];
    const write = (rank: string) => (_fields: object, message: string) =>
      void lines.push(`${rank} ${message}`);
    const log = new RefreshLog({ info: write('info'), warn: write('warn'), error: write('error') });
    for (const health of seen) log.tell([health]);
    expect(lines).toEqual(expected);
  });
});
