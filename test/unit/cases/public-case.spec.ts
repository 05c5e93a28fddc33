import { describe, expect, it } from '@jest/globals';
import { bindingOf, type Case, leadNameOf } from '../../../src/cases/index.js';
import { publicCaseOn } from '../../../src/cases/public-case.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';

const day = '2026-03-10' as TaipeiDate;
const round = { ordinal: 1, firstDay: '2026-03-01', lastDay: '2026-08-31', openedOn: '2026-02-27' };
const collecting = (rounds: readonly object[]): Case =>
  ({
    number: '9001',
    state: 'collecting',
    leadSigningCertificate: Uint8Array.of(1),
    rounds,
  }) as unknown as Case;

describe('what everybody sees of a case', () => {
  it('of which the round was opened before there were bindings: no origin, and no name where the certificate has none', () => {
    expect(publicCaseOn(collecting([round]), day)).toMatchObject({
      origin: '',
      leadName: '',
      rounds: [{ collecting: true }],
    });
    expect(leadNameOf({ leadSigningCertificate: Uint8Array.of() })).toBe('');
  });

  it('shows no round that has not opened', () => {
    expect(
      publicCaseOn(collecting([round, { ...round, ordinal: 2, openedOn: undefined }]), day)?.rounds,
    ).toHaveLength(1);
  });

  it('is bound to something once a round has opened: anything else is a bug', () => {
    expect(() => bindingOf(round as unknown as Case['rounds'][number])).toThrow('bound to nothing');
  });
});
