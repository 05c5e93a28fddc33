import { describe, expect, it } from '@jest/globals';
import {
  ArchiveIncompleteError,
  claimOf,
  judgeRecord,
  type JudgingContext,
  numberSigned,
} from '../../../src/checking/judge-record.js';
import { StatementFrame } from '../../../src/checking/statement-frame.js';
import type { CertificateJudge } from '../../../src/checking/ports.js';
import { issueChallenge } from '../../../src/core/challenge.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { fail } from '../../../src/core/result.js';
import {
  evidenceOf,
  intake,
  judgeTrusting,
  otherIntake,
  type RecordShape,
  signingTime,
  storedRecord,
  subject,
} from '../../support/checking/signed-records.js';

const context: JudgingContext = {
  open: (record) => record,
  frame: new StatementFrame(subject),
  intakeKeys: [intake.publicKey],
  judge: judgeTrusting('6789'),
};
const failing = (code: string): CertificateJudge => ({ judgeAsOf: () => Promise.resolve(fail(code)) });
const challengeAt = signingTime.getTime() - 90_000;
const good = await evidenceOf({
  challenge: issueChallenge(new Uint8Array(32), 'co-sign:9001:1', new Date(challengeAt)),
});

/** What the check says of this evidence: a code, or the number that counts. */
async function verdictOn(evidence: Uint8Array, changed: Partial<JudgingContext> = {}): Promise<string> {
  const judged = await judgeRecord(storedRecord(evidence), { ...context, ...changed });
  return judged.kind === 'good' ? judged.claim.nationalId : judged.code;
}

describe('judgeRecord', () => {
  it('gives the claim of a good record: number, countersigned second, challenge in milliseconds', async () => {
    const stored = storedRecord(good);
    const claim = {
      commitment: stored.commitment,
      nationalId: 'A123456789',
      signedAt: Math.floor(signingTime.getTime() / 1000) * 1000,
      challengeIssuedAt: challengeAt,
    };
    expect(await judgeRecord(stored, context)).toEqual({ kind: 'good', claim });
    expect(claimOf(stored, context)).toEqual(claim);
    expect(numberSigned(stored, context)).toBe('A123456789');
  });

  it.each(['cms-attached', 'cms-detached-without-attributes', 'pkcs1'] as const)('takes %s', async (form) => {
    expect(await verdictOn(await evidenceOf({ form }))).toBe('A123456789');
  });

  it.each<[string, RecordShape, string]>([
    ['a statement for another case', { subject: { ...subject, caseNumber: '9002' as CaseNumber } }, 'E02'],
    ['a statement for another round', { subject: { ...subject, round: 2 } }, 'E02'],
    ['a statement on another platform', { subject: { ...subject, origin: 'https://fake.example' } }, 'E02'],
    ['a statement on another text', { subject: { ...subject, mainText: '你是否反對本案？' } }, 'E02'],
    ['what is no challenge', { challenge: 'x' }, 'E02'],
    ['a countersignature by another key', { signer: otherIntake }, 'E02'],
    ['a check digit that is wrong', { nationalId: 'A113456789' }, 'E05'],
    ['a resident’s number', { nationalId: 'A800006789' }, 'E05'],
    ['a number that is none', { nationalId: 'X6789' }, 'E05'],
    ['a number that is not the certificate’s', { nationalId: 'B123456780' }, 'E05'],
  ])('strikes out %s', async (_what, shape, code) => {
    expect(await verdictOn(await evidenceOf(shape))).toBe(code);
  });

  it.each<[string, Partial<JudgingContext>, string]>([
    ['a record that does not open', { open: () => undefined }, 'E01'],
    ['a record that opens to something else', { open: () => Buffer.from('something else') }, 'E02'],
    ['an untrusted certificate', { judge: failing('certificate-untrusted') }, 'E03'],
    ['a certificate of the wrong type', { judge: failing('certificate-wrong-type') }, 'E03'],
    ['a certificate that was not valid then', { judge: failing('certificate-expired') }, 'E03'],
    ['a certificate that its authority does not know', { judge: failing('revocation-unknown') }, 'E03'],
    ['a certificate revoked then', { judge: failing('certificate-revoked') }, 'E04'],
    ['four digits that differ', { judge: judgeTrusting('6788') }, 'E05'],
  ])('strikes out %s', async (_what, changed, code) => {
    expect(await verdictOn(good, changed)).toBe(code);
  });

  it('asks for the certificate as of the countersigned time, with the data used then', async () => {
    const asked: unknown[] = [];
    const judge: CertificateJudge = {
      judgeAsOf: (question) => {
        asked.push([question.at.toISOString(), question.references]);
        return judgeTrusting('6789').judgeAsOf(question);
      },
    };
    await verdictOn(good, { judge });
    expect(asked).toEqual([['2025-10-01T02:03:04.000Z', []]]);
  });

  it('judges nothing while the archive lacks what the intake relied on', async () => {
    await expect(verdictOn(good, { judge: failing('revocation-unavailable') })).rejects.toThrow(
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
      flipped[place] ^= 1 << (index % 8);
      const judged = await judgeRecord(storedRecord(flipped), context);
      if (judged.kind === 'good') expect({ ...judged.claim, commitment }).toEqual({ ...claim, commitment });
      else expect([place, judged.code]).toEqual([place, 'E02']);
    }
  });
});

describe('claimOf', () => {
  it.each<[string, RecordShape]>([
    ['of another case', { subject: { ...subject, caseNumber: '9002' as CaseNumber } }],
    ['countersigned by another', { signer: otherIntake }],
  ])('throws on a record %s, which was never judged good', async (_what, shape) => {
    const stored = storedRecord(await evidenceOf(shape));
    expect(() => claimOf(stored, context)).toThrow('judged good');
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
