import { createHash, randomBytes } from 'node:crypto';
import type { PastCertificateValidator, StoredRecord } from '../../../src/checking/ports.js';
import { issueChallenge } from '../../../src/core/challenge.js';
import type { SignatureForm } from '../../../src/core/cms/card.js';
import {
  countersign,
  parseCardSignature,
  type Signer,
  verifySignedData,
} from '../../../src/core/cms/index.js';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { ok } from '../../../src/core/result.js';
import { renderStatement, type StatementFields } from '../../../src/core/statement/index.js';
import { type MockCard, valueOf } from '../../../src/devkit/index.js';
import { demoPki } from '../demo-pki.js';

/** The instant at which everything here is signed. */
export const signingTime = new Date('2025-10-01T02:03:04.567Z');

/** What everybody here signs for. */
export const fields: StatementFields = {
  caseNumber: '9001' as CaseNumber,
  round: 1,
  mainText: '你是否同意本案？',
  documentDigest: new Uint8Array(32).fill(7),
  origin: 'https://connect.example.gov.tw',
};

/** A demo PKI with an intake key and another platform's. */
export const pki = demoPki({ at: new Date('2025-09-01T00:00:00Z') });
export const intake: Signer = pki.office('intake', 'p256').signer;
export const otherIntake: Signer = pki.office('other intake', 'p256').signer;

/** How a record differs from a good one. */
export interface RecordShape {
  readonly nationalId?: string;
  readonly fields?: StatementFields;
  readonly challenge?: string;
  readonly signedAt?: Date;
  readonly signer?: Signer;
  readonly form?: SignatureForm;
}

/** A card whose number ends in these four digits. */
function cardOf(nationalId: string): MockCard {
  return pki.issueCard({ name: '王小明', nationalId, holderSerialNumber: `00000000${nationalId.slice(-8)}` });
}

/** Evidence as the intake stores it, DER; the shape may be one no intake would let in. */
export async function evidenceOf(shape: RecordShape = {}): Promise<Uint8Array> {
  const nationalId = (shape.nationalId ?? 'A123456789') as NationalId;
  const signedAt = shape.signedAt ?? signingTime;
  const challenge = shape.challenge ?? issueChallenge(new Uint8Array(32), 'co-sign:9001:1', signedAt);
  const statement = renderStatement(shape.fields ?? fields, nationalId, challenge);
  const parsed = valueOf(
    parseCardSignature(await cardOf(nationalId).sign(statement, shape.form ?? 'cms-attached')),
  );
  const verified = valueOf(verifySignedData(parsed, statement));
  return countersign(verified, { signer: shape.signer ?? intake, at: signedAt, references: [] });
}

/** Evidence "sealed" in the clear under a random commitment, for tests that bring their own `open`. */
export function storedRecord(record: Uint8Array): StoredRecord {
  const commitment = createHash('sha256').update(randomBytes(8)).update(record).digest();
  return { commitment: commitment as Uint8Array as Commitment, record };
}

/** A validator that accepts every certificate and reads the digits of the number it is given. */
export function validatorTrusting(lastFourDigits: string): PastCertificateValidator {
  return {
    validateCertificateAsOf: () =>
      Promise.resolve(ok({ holder: { nationalIdPart: { from: 7, text: lastFourDigits } } })),
  };
}
