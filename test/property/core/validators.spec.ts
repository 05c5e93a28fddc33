import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signDocument } from '../../../src/core/cms/index.js';
import { certifiedSignerOf, ecPair, certified, rsaPair, spkiOf } from '../../support/cms/certificates.js';
import { bothOnDocument, bothOnEvidence, storedEvidence } from '../../support/cms/validators.js';

const content = Buffer.from('公民投票案電子連署書\n');
const intake = ecPair();
const signers = [certified(rsaPair()), certified(ecPair(), { serial: 8 })];
const seeds: { readonly bytes: Uint8Array; readonly both: (bytes: Uint8Array) => Promise<string> }[] = [];

beforeAll(async () => {
  const onEvidence = (bytes: Uint8Array): Promise<string> => bothOnEvidence(bytes, spkiOf(intake.publicKey));
  for (const signer of signers) {
    seeds.push(
      { bytes: await storedEvidence(signer, content, intake), both: onEvidence },
      { bytes: await storedEvidence(signer, content, intake, { attributes: null }), both: onEvidence },
      {
        bytes: await signDocument(content, certifiedSignerOf(signer), new Date(0)),
        both: bothOnDocument,
      },
    );
  }
});

const seed = fc.nat(5);

describe('two validators never disagree', () => {
  it('on any one bit flipped', async () => {
    await fc.assert(
      fc.asyncProperty(seed, fc.nat(), async (index, place) => {
        const { bytes, both } = seeds[index]!;
        const flipped = Uint8Array.from(bytes);
        const bit = place % (flipped.length * 8);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        expect(await both(flipped)).not.toBe('validators-disagree');
      }),
      { numRuns: 300 },
    );
  });

  it('on octets set, cut or repeated', async () => {
    const edit = fc.record({ kind: fc.constantFrom('set', 'cut', 'repeat'), at: fc.nat(), by: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(seed, fc.array(edit, { minLength: 1, maxLength: 4 }), async (index, edits) => {
        const { bytes, both } = seeds[index]!;
        expect(await both(edits.reduce(edited, bytes))).not.toBe('validators-disagree');
      }),
      { numRuns: 300 },
    );
  });
});

function edited(
  bytes: Uint8Array,
  { kind, at, by }: { readonly kind: string; readonly at: number; readonly by: number },
): Uint8Array {
  const place = at % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'cut') return Buffer.concat([before, after.subarray(by)]);
  if (kind === 'repeat') return Buffer.concat([before, after.subarray(0, by), after]);
  return Buffer.concat([before, Buffer.of(by), after.subarray(1)]);
}
