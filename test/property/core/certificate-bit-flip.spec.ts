import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { trustAnchor, validatePath } from '../../../src/core/path/index.js';
import { everyAlgorithm, parseCertificate } from '../../../src/core/x509/index.js';
import { buildChain, draftTime, parsed } from '../../support/path/chain-draft.js';
import { fixedChain } from '../../support/path/fixed-chain.js';

const [root, ...chain] = buildChain(fixedChain());
const anchors = [trustAnchor(parsed(root!))];

function accepted(ders: readonly Uint8Array[]): boolean {
  const certificates = ders.flatMap((der) => {
    const certificate = parseCertificate(der);
    return certificate.ok ? [certificate.value] : [];
  });
  if (certificates.length < ders.length) return false;
  const target = certificates[certificates.length - 1]!;
  return validatePath({
    target,
    candidates: certificates,
    anchors,
    at: draftTime,
    algorithms: everyAlgorithm,
  }).ok;
}

describe('a signed certificate', () => {
  it('is accepted as it is', () => {
    if (!accepted(chain)) throw new Error('refused');
  });

  it('is refused after any flip of one bit', () => {
    fc.assert(
      fc.property(fc.nat(chain.length - 1), fc.nat(), fc.nat(7), (which, at, bit) => {
        const flipped = chain.map((der, index) =>
          index === which ? der.map((octet, n) => (n === at % der.length ? octet ^ (1 << bit) : octet)) : der,
        );
        return !accepted(flipped);
      }),
      { numRuns: 3000 },
    );
  });

  it('is refused after any cut', () => {
    fc.assert(
      fc.property(fc.nat(chain.length - 1), fc.nat(), (which, at) => {
        const cut = chain.map((der, index) => (index === which ? der.slice(0, at % der.length) : der));
        return !accepted(cut);
      }),
    );
  });
});
