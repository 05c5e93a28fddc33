import { describe, expect, it } from '@jest/globals';
import { StatementFrame } from '../../../src/checking/batch/statement-frame.js';
import {
  ArchiveIncompleteError,
  claimOf,
  numberSigned,
  type OpenedRecord,
  type VerificationContext,
  verifyRecord,
} from '../../../src/checking/batch/verify-record.js';
import type { PastCertificateValidator } from '../../../src/checking/ports.js';
import { issueChallenge } from '../../../src/core/challenge.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { fail } from '../../../src/core/result.js';
import {
  evidenceOf,
  intake,
  otherIntake,
  type RecordShape,
  signingTime,
  storedRecord,
  fields,
  validatorTrusting,
} from '../../support/checking/signed-records.js';

/** The record of this evidence, opened, with the number of the good one outside. */
const opened = (evidence: Uint8Array, nationalId: string | undefined = 'A123456789'): OpenedRecord => ({
  nationalId,
  evidence,
});
const context: VerificationContext = {
  open: (evidence) => opened(evidence),
  mode: 'number-to-lead',
  frame: new StatementFrame(fields),
  intakeKeys: [intake.publicKey],
  validator: validatorTrusting('6789'),
};
const failing = (code: string): PastCertificateValidator => ({
  validateCertificateAsOf: () => Promise.resolve(fail(code)),
});
const challengeAt = signingTime.getTime() - 90_000;
const good = await evidenceOf({
  challenge: issueChallenge(new Uint8Array(32), 'co-sign:9001:1', new Date(challengeAt)),
});

/** What the check says of this evidence: a code, or the number that counts. */
async function verdictOn(evidence: Uint8Array, changed: Partial<VerificationContext> = {}): Promise<string> {
  const checked = await verifyRecord(storedRecord(evidence), { ...context, ...changed });
  return checked.kind === 'good' ? checked.claim.nationalId : checked.code;
}

describe('verifyRecord', () => {
  it('gives the claim of a good record: number, countersigned second, challenge in milliseconds', async () => {
    const stored = storedRecord(good);
    const claim = {
      commitment: stored.commitment,
      nationalId: 'A123456789',
      signedAt: Math.floor(signingTime.getTime() / 1000) * 1000,
      challengeIssuedAt: challengeAt,
    };
    expect(await verifyRecord(stored, context)).toEqual({ kind: 'good', claim });
    expect(claimOf(stored, context)).toEqual(claim);
    expect(numberSigned(stored, context)).toBe('A123456789');
  });

  it('takes a record without a number outside in two-key mode', async () => {
    const open = (evidence: Uint8Array): OpenedRecord => ({ nationalId: undefined, evidence });
    expect(await verdictOn(good, { mode: 'two-key', open })).toBe('A123456789');
  });

  it.each(['cms-attached', 'cms-detached-without-attributes', 'pkcs1'] as const)('takes %s', async (form) => {
    expect(await verdictOn(await evidenceOf({ form }))).toBe('A123456789');
  });

  it.each<[string, RecordShape, string]>([
    ['a statement for another case', { fields: { ...fields, caseNumber: '9002' as CaseNumber } }, 'E02'],
    ['a statement for another round', { fields: { ...fields, round: 2 } }, 'E02'],
    ['a statement on another platform', { fields: { ...fields, origin: 'https://fake.example' } }, 'E02'],
    ['a statement on another text', { fields: { ...fields, mainText: '你是否反對本案？' } }, 'E02'],
    ['what is no challenge', { challenge: 'x' }, 'E02'],
    ['a countersignature by another key', { signer: otherIntake }, 'E02'],
    ['a check digit that is wrong', { nationalId: 'A113456789' }, 'E05'],
    ['a resident’s number', { nationalId: 'A800006789' }, 'E05'],
    ['a number that is none', { nationalId: 'X6789' }, 'E05'],
    ['a number that is not the certificate’s', { nationalId: 'B123456780' }, 'E05'],
  ])('strikes out %s', async (_what, shape, code) => {
    const open = (evidence: Uint8Array): OpenedRecord => opened(evidence, shape.nationalId);
    expect(await verdictOn(await evidenceOf(shape), { open })).toBe(code);
  });

  it.each<[string, Partial<VerificationContext>, string]>([
    ['a record that does not open', { open: () => undefined }, 'E01'],
    ['a record that opens to something else', { open: () => opened(Buffer.from('something else')) }, 'E02'],
    ['an untrusted certificate', { validator: failing('certificate-untrusted') }, 'E03'],
    ['a certificate of the wrong type', { validator: failing('certificate-wrong-type') }, 'E03'],
    ['a certificate that was not valid then', { validator: failing('certificate-expired') }, 'E03'],
    ['a certificate that its authority does not know', { validator: failing('revocation-unknown') }, 'E03'],
    ['a certificate revoked then', { validator: failing('certificate-revoked') }, 'E04'],
    ['four digits that differ', { validator: validatorTrusting('6788') }, 'E05'],
    ['a number outside that is not the one signed', { open: (each) => opened(each, 'A123456790') }, 'E05'],
    ['a number outside that is empty', { open: (each) => opened(each, '') }, 'E05'],
    ['no number outside', { open: (each) => ({ nationalId: undefined, evidence: each }) }, 'E05'],
    ['a number outside in two-key mode', { mode: 'two-key' }, 'E05'],
    [
      'a number outside that differs, after a certificate revoked then',
      { open: (each) => opened(each, 'A123456790'), validator: failing('certificate-revoked') },
      'E04',
    ],
  ])('strikes out %s', async (_what, changed, code) => {
    expect(await verdictOn(good, changed)).toBe(code);
  });

  it('asks for the certificate as of the countersigned time, with the data used then', async () => {
    const asked: unknown[] = [];
    const validator: PastCertificateValidator = {
      validateCertificateAsOf: (question) => {
        asked.push([question.at.toISOString(), question.references, question.ocspResponses]);
        return validatorTrusting('6789').validateCertificateAsOf(question);
      },
    };
    await verdictOn(good, { validator: validator });
    expect(asked).toEqual([['2025-10-01T02:03:04.000Z', [], []]]);
  });

  it('gives no verdict while the archive lacks data that the intake relied on', async () => {
    await expect(verdictOn(good, { validator: failing('revocation-unavailable') })).rejects.toThrow(
      ArchiveIncompleteError,
    );
  });

  it('never throws on a flipped bit, and never lets it change what counts', async () => {
    const flips = Array.from({ length: 97 }, (_, i) => Math.floor((i * good.length) / 97));
    const stored = storedRecord(good);
    const { commitment } = stored;
    const claim = claimOf(stored, context);
    for (const [index, place] of flips.entries()) {
      const flipped = Uint8Array.from(good);
      flipped[place]! ^= 1 << (index % 8);
      const checked = await verifyRecord(storedRecord(flipped), context);
      if (checked.kind === 'good') expect({ ...checked.claim, commitment }).toEqual({ ...claim, commitment });
      else expect([place, checked.code]).toEqual([place, 'E02']);
    }
  });
});

describe('claimOf', () => {
  it.each<[string, RecordShape]>([
    ['of another case', { fields: { ...fields, caseNumber: '9002' as CaseNumber } }],
    ['countersigned by another', { signer: otherIntake }],
  ])('throws on a record %s, which can never have been found good', async (_what, shape) => {
    const stored = storedRecord(await evidenceOf(shape));
    expect(() => claimOf(stored, context)).toThrow('found good');
  });
});

describe('numberSigned', () => {
  it('writes no text that is not like a number into a list that a spreadsheet may open', async () => {
    expect(numberSigned(storedRecord(await evidenceOf({ nationalId: 'X6789' })), context)).toBe('');
    expect(numberSigned(storedRecord(Buffer.from('x')), context)).toBe('');
    expect(numberSigned(storedRecord(await evidenceOf({ nationalId: 'A800006789' })), context)).toBe(
      'A800006789',
    );
  });
});
