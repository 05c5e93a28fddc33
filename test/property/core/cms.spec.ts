import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../../../src/devkit/index.js';
import { verifyChallenge } from '../../../src/core/challenge.js';
import { openEnvelopeWithKey } from '../../../src/core/cms/card-decryption.js';
import {
  countersign,
  encryptForCard,
  openingKey,
  openEvidence,
  openRecord,
  openWithKey,
  openSealed,
  parseCardSignature,
  parseEvidence,
  parseSignedDocument,
  sealForCertificate,
  sealingKey,
  sealRecord,
  sealToKey,
  verifyCardSignature,
  verifyCountersignature,
  verifySignedData,
} from '../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { hashLeaf, inclusionProof, merkleRoot, verifyInclusion } from '../../../src/core/merkle/index.js';
import { type NationalId, parseNationalId } from '../../../src/core/national-id.js';
import { checkCaseText, renderStatement } from '../../../src/core/statement/index.js';
import { ecPair, certified, rsaPair, signerOf, spkiOf } from '../../support/cms/certificates.js';
import { signedDataBy } from '../../support/cms/signed-data.js';

const signer = certified(ecPair());
const rsa = certified(rsaPair(), { serial: 8 });
const intake = ecPair();
const round = ecPair();
const commissionRound = ecPair();
const sealing = {
  lead: sealingKey(spkiOf(round.publicKey)),
  commission: sealingKey(spkiOf(commissionRound.publicKey)),
};
const opening = openingKey(round.privateKey)!;
const commissionOpening = openingKey(commissionRound.privateKey)!;
/** A number or none, as the mode has it. */
const anyNumber = fc.option(fc.stringMatching(/^[A-Z][12][0-9]{8}$/), { nil: undefined });
const anyBytes = fc.uint8Array({ maxLength: 2000 });

async function evidenceOver(statement: Uint8Array): Promise<Uint8Array> {
  const verified = valueOf(
    verifyCardSignature({ form: 'cms', signedData: signedDataBy(signer, statement) }, statement),
  );
  return countersign(verified, { signer: signerOf(intake), at: new Date(0), references: [] });
}

describe('any record', () => {
  it('round-trips: statement, evidence, seal and back', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, anyNumber, async (statement, nationalId) => {
        const evidence = await evidenceOver(statement);
        const record = valueOf(openRecord(sealRecord({ nationalId, evidence }, sealing), opening));
        expect(record.nationalId).toBe(nationalId);
        const parsed = valueOf(parseEvidence(valueOf(openEvidence(record, commissionOpening))));
        expect(Buffer.compare(parsed.content, statement)).toBe(0);
        expect(verifySignedData(parsed, statement).ok).toBe(true);
        expect(verifyCountersignature(parsed, [spkiOf(intake.publicKey)]).ok).toBe(true);
      }),
    );
  });

  it('is refused with any one bit flipped', () => {
    fc.assert(
      fc.property(anyBytes, anyNumber, fc.nat(), (evidence, nationalId, place) => {
        const record = Uint8Array.from(sealRecord({ nationalId, evidence }, sealing));
        const bit = place % (record.length * 8);
        record[bit >> 3]! ^= 1 << (bit & 7);
        expect(openRecord(record, opening).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('with the lead’s layer rebuilt around edited content is refused, or has its evidence unchanged', () => {
    fc.assert(
      fc.property(anyBytes, anyNumber, edits, (evidence, nationalId, changes) => {
        const sound = valueOf(openWithKey(sealRecord({ nationalId, evidence }, sealing), opening, 66_560));
        const bytes = edited(sound, changes);
        const record = openRecord(sealToKey(bytes, sealing.lead), opening);
        const inner = record.ok ? openEvidence(record.value, commissionOpening) : record;
        if (record.ok && inner.ok) expect(Buffer.compare(inner.value, evidence)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

/** What an enemy does with a good object: flips, cuts, repeats, splices. */
const edits = fc.array(
  fc.record({ kind: fc.constantFrom('set', 'cut', 'repeat', 'nest'), at: fc.nat(), by: fc.nat(255) }),
  { minLength: 1, maxLength: 6 },
);

function edited(sound: Uint8Array, changes: readonly { kind: string; at: number; by: number }[]): Uint8Array {
  let bytes = Buffer.from(sound);
  for (const { kind, at, by } of changes) {
    const place = at % (bytes.length + 1);
    const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
    if (kind === 'cut') bytes = Buffer.concat([before, after.subarray(by)]);
    else if (kind === 'repeat') bytes = Buffer.concat([before, after.subarray(0, by), after]);
    else if (kind === 'nest') bytes = Buffer.concat([before, bytes.subarray(0, by), after]);
    else bytes = Buffer.concat([before, Buffer.of(by), after.subarray(1)]);
  }
  return bytes;
}

describe('hostile bytes', () => {
  const seeds: Uint8Array[] = [];
  beforeAll(async () => {
    const statement = Buffer.from('statement');
    const evidence = await evidenceOver(statement);
    seeds.push(
      evidence,
      signedDataBy(rsa, statement),
      rsa.certificate.der,
      sealRecord({ nationalId: 'A123456789', evidence }, sealing),
      sealForCertificate(statement, rsa.certificate.der),
      await encryptForCard(statement, [rsa.certificate.der]),
    );
  });

  /** Every reader of bytes must answer with a value. */
  async function answersFrom(bytes: Uint8Array): Promise<void> {
    const { der } = rsa.certificate;
    const answers = [
      parseCardSignature({ form: 'cms', signedData: bytes }),
      parseCardSignature({ form: 'pkcs1', signature: bytes, certificate: bytes }),
      parseCardSignature({ form: 'pkcs1', signature: bytes, certificate: der }),
      parseEvidence(bytes),
      parseSignedDocument(bytes),
      openRecord(bytes, opening),
      openEvidence({ nationalId: undefined, sealedEvidence: bytes }, commissionOpening),
      openRecord(sealToKey(bytes.subarray(0, 65_000), sealing.lead), opening),
      openSealed(bytes, der, rsa.privateKey),
      await openEnvelopeWithKey(bytes, der, rsa.privateKey),
    ];
    for (const answer of answers) expect(typeof answer.ok).toBe('boolean');
    const [evidence] = [parseEvidence(bytes)];
    if (evidence.ok) {
      verifySignedData(evidence.value, bytes);
      verifyCountersignature(evidence.value, [spkiOf(intake.publicKey)]);
    }
  }

  it('never make a reader throw: random', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), answersFrom), { numRuns: 300 });
  });

  it('never make a reader throw: good objects, edited', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5), edits, (seed, changes) => answersFrom(edited(seeds[seed]!, changes))),
      { numRuns: 1000 },
    );
  });

  it('never make a reader throw: huge, deep and repeating', async () => {
    const hostile = [
      Buffer.alloc(70_000_000),
      Buffer.alloc(16_384, 0x30),
      Buffer.alloc(16_384, 0x31),
      Buffer.from('3080'.repeat(8000), 'hex'),
      Buffer.from('30840000ffff'.repeat(2000), 'hex'),
      Buffer.from('0500'.repeat(8000), 'hex'),
      Buffer.alloc(16_384, 0xff),
    ];
    for (const bytes of hostile) await answersFrom(bytes);
  });

  it('never make a reader of text throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(parseNationalId(text).ok).toBe(false);
        expect(verifyChallenge(new Uint8Array(32), 'co-sign:9001:1', text, new Date()).ok).toBe(false);
      }),
    );
  });
});

describe('the statement', () => {
  const render = (mainText: string): Buffer =>
    Buffer.from(
      renderStatement(
        {
          caseNumber: '9001' as CaseNumber,
          round: 1,
          mainText,
          documentDigest: new Uint8Array(32),
          origin: 'https://connect.example.gov.tw',
        },
        'A123456789' as NationalId,
        'challenge',
      ),
    );

  it('has the same lines whatever main text was registered', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 100 });
    fc.assert(
      fc.property(texts, (mainText) => {
        const checked = checkCaseText({ mainText, reason: '理由' });
        if (!checked.ok) return;
        const rendered = render(checked.value.mainText);
        expect(rendered.toString('utf8').split('\n')).toHaveLength(11);
        expect(rendered.toString('utf8')).toBe(rendered.toString('utf8').normalize('NFC'));
      }),
      { numRuns: 1000 },
    );
  });

  it('is checked once: a text that passed passes unchanged', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme' }),
        (mainText, reason) => {
          const once = checkCaseText({ mainText, reason });
          if (once.ok) expect(checkCaseText(once.value)).toEqual(once);
        },
      ),
    );
  });
});

describe('a Merkle tree', () => {
  it('proves any leaf of any tree, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 }),
        fc.nat(),
        (leaves, place) => {
          const index = place % leaves.length;
          const claim = {
            leafHash: hashLeaf(leaves[index]!),
            index,
            treeSize: leaves.length,
            proof: inclusionProof(leaves, index),
            root: merkleRoot(leaves),
          };
          expect(verifyInclusion(claim)).toBe(true);
          expect(
            verifyInclusion({ ...claim, leafHash: hashLeaf(Buffer.concat([leaves[index]!, Buffer.of(0)])) }),
          ).toBe(false);
        },
      ),
    );
  });
});
