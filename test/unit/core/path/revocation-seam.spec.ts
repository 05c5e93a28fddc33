import { describe, expect, it } from '@jest/globals';
import type { Certificate } from '../../../../src/core/x509/index.js';
import { buildChain, parsed } from '../../../support/path/chain-draft.js';
import { fixedChain, validateDraft } from '../../../support/path/fixed-chain.js';

describe('checkRevocation', () => {
  it('is called once for a valid path, target first', () => {
    const calls: (readonly Certificate[])[] = [];
    const result = validateDraft(fixedChain(), {
      checkRevocation: (certificates) => {
        calls.push(certificates);
        return { ok: true, value: undefined };
      },
    });
    expect(result.ok && calls).toEqual(result.ok && [result.value.certificates]);
  });

  it('is not called for a path that is not valid', () => {
    const draft = fixedChain();
    draft.links[1]!.shape.notAfter = new Date('2021-01-01T00:00:00Z');
    const result = validateDraft(draft, {
      checkRevocation: () => {
        throw new Error('called');
      },
    });
    expect(result).toMatchObject({ ok: false, failure: { code: 'certificate-expired' } });
  });

  it.each(['certificate-revoked', 'revocation-unknown', 'revocation-unavailable'])(
    'says %s, whatever is wrong with other paths',
    (code) => {
      const draft = fixedChain();
      const [, one, two] = buildChain(draft).map(parsed) as [Certificate, Certificate, Certificate];
      draft.links[1]!.shape.notAfter = new Date('2021-01-01T00:00:00Z');
      const expired = parsed(buildChain(draft)[1]!);
      draft.links[1]!.shape = {};
      for (const candidates of [
        [expired, one, two],
        [one, expired, two],
      ]) {
        const result = validateDraft<string>(draft, {
          candidates,
          checkRevocation: ([certificate]) => ({ ok: false, failure: { code, certificate } }),
        });
        expect(result).toMatchObject({ ok: false, failure: { code } });
      }
    },
  );

  it('lets the search go on to the next path', () => {
    const draft = fixedChain();
    const [, one, two] = buildChain(draft).map(parsed) as [Certificate, Certificate, Certificate];
    draft.links[1]!.shape.serialNumber = 77;
    const again = parsed(buildChain(draft)[1]!);
    draft.links[1]!.shape = {};
    const result = validateDraft<'certificate-revoked'>(draft, {
      candidates: [one, again, two],
      checkRevocation: (certificates) =>
        certificates.includes(one)
          ? { ok: false, failure: { code: 'certificate-revoked' } }
          : { ok: true, value: undefined },
    });
    expect(result.ok && result.value.certificates[2]).toBe(again);
  });
});
