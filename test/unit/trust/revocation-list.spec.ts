import { describe, expect, it } from '@jest/globals';
import { acceptList, type ListFacts } from '../../../src/trust/revocation-list.js';

const now = new Date('2026-03-01T00:00:00Z');
const hour = 3_600_000;
const facts = (edit: Partial<ListFacts> = {}): ListFacts => ({
  sha256: Uint8Array.of(1),
  number: 7n,
  thisUpdate: now.getTime() - hour,
  nextUpdate: now.getTime() + hour,
  ...edit,
});
const other = { sha256: Uint8Array.of(2) };

describe('acceptList', () => {
  it.each<[string, ListFacts, ListFacts | undefined, string]>([
    ['the first list', facts(), undefined, 'ok'],
    ['the same list again', facts(), facts(), 'ok'],
    ['the next number', facts({ ...other, number: 8n }), facts(), 'ok'],
    ['a list whose last millisecond it is', facts({ nextUpdate: now.getTime() + 1 }), undefined, 'ok'],
    ['a list of this very moment', facts({ thisUpdate: now.getTime() }), undefined, 'ok'],
    ['a list from the future', facts({ thisUpdate: now.getTime() + 1 }), undefined, 'crl-not-yet-valid'],
    ['a list at its nextUpdate', facts({ nextUpdate: now.getTime() }), undefined, 'crl-stale'],
    ['a list without nextUpdate', facts({ nextUpdate: undefined }), undefined, 'crl-stale'],
    ['a lower number', facts({ ...other, number: 6n }), facts(), 'crl-older'],
    ['no number after a number', facts({ ...other, number: undefined }), facts(), 'crl-older'],
    ['a number after no number', facts(other), facts({ number: undefined }), 'ok'],
    [
      'a higher number of an earlier time',
      facts({ ...other, number: 8n, thisUpdate: now.getTime() - 2 * hour }),
      facts(),
      'crl-older',
    ],
    ['other content under the same number', facts(other), facts(), 'crl-number-reused'],
    ['no numbers at all', facts({ ...other, number: undefined }), facts({ number: undefined }), 'ok'],
  ])('%s', (_case, fetched, current, expected) => {
    const result = acceptList(fetched, current, now);
    expect(result.ok ? 'ok' : result.failure.code).toBe(expected);
  });
});
