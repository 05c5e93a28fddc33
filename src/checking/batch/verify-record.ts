import { challengeTime } from '../../core/challenge.js';
import {
  type Countersignature,
  type Evidence,
  parseEvidence,
  verifyCountersignature,
  verifySignedData,
} from '../../core/cms/index.js';
import { type BorneCharacters, hasCharacters, parseNationalId } from '../../core/national-id.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { SealingMode } from '../../core/statement/index.js';
import type { PastCertificateValidator, StoredRecord } from '../ports.js';
import type { Claim } from './claim.js';
import type { StatementFrame } from './statement-frame.js';
import type { CheckedRecord } from './verdict.js';
import type { EvidenceReason } from '../reason-codes.js';

/** A record with both layers opened. */
export interface OpenedRecord {
  /** The number outside the commission's layer, which the lead reads. Nothing has shown yet that it is the one that was signed. */
  readonly nationalId: string | undefined;
  readonly evidence: Uint8Array;
}

/**
 * What is needed to verify the records of one round. A worker can rebuild all of it from plain bytes, except the
 * validator and what opens with the commission's round key.
 */
export interface VerificationContext {
  /** Opens a sealed record with both round keys; undefined when it can't be opened. */
  readonly open: (record: Uint8Array) => OpenedRecord | undefined;
  readonly mode: SealingMode;
  readonly frame: StatementFrame;
  /** SubjectPublicKeyInfo of every key the intake has countersigned with. */
  readonly intakeKeys: readonly Uint8Array[];
  readonly validator: PastCertificateValidator;
}

/** The archive lacks revocation data that the intake relied on. No co-signature is at fault, so none gets a verdict. */
export class ArchiveIncompleteError extends Error {
  override readonly name = 'ArchiveIncompleteError';
}

/** The fields of an opened record, not verified yet. */
export interface Opened {
  readonly evidence: Evidence;
  readonly nationalId: string;
  readonly challenge: string;
  /** The number outside, which the lead reads. */
  readonly numberOutside: string | undefined;
}

/**
 * Verifies one record by its evidence, in this order: open, parse, render the statement again, verify the signature,
 * verify the intake's countersignature (it contains the time and the revocation data relied on), validate the
 * certificate as of that time, compare the number with the certificate's and with the one outside. The first failure is the verdict. Throws {@link
 * ArchiveIncompleteError} when the archive lacks revocation data.
 */
export async function verifyRecord(
  stored: StoredRecord,
  context: VerificationContext,
): Promise<CheckedRecord> {
  const claim = await verifiedClaimOf(stored, context);
  return claim.ok
    ? { kind: 'good', claim: claim.value }
    : { kind: 'struck-out', commitment: stored.commitment, code: claim.failure.code };
}

async function verifiedClaimOf(
  stored: StoredRecord,
  context: VerificationContext,
): Promise<Result<Claim, EvidenceReason>> {
  const opened = openEvidence(stored, context);
  if (!opened.ok) return opened;
  const { evidence } = opened.value;
  // The frame has compared the attached statement with the rendered one, byte for byte.
  if (!verifySignedData(evidence, evidence.content).ok) return fail('E02');
  const countersigned = countersignedClaim(stored, opened.value, context);
  if (!countersigned.ok) return countersigned;
  const { claim, signedAt, references } = countersigned.value;
  const certificate = await validateSigner(evidence, signedAt, references, context.validator);
  if (!certificate.ok) return certificate;
  if (!isNumberOutside(opened.value, context.mode)) return fail('E05');
  const number = checkNumber(claim.nationalId, certificate.value);
  return number.ok ? ok(claim) : number;
}

interface CountersignedClaim extends Countersignature {
  readonly claim: Claim;
}

/** The claim of a record, with the time and the revocation data of the intake's countersignature. */
function countersignedClaim(
  { commitment }: StoredRecord,
  { evidence, nationalId, challenge }: Opened,
  { intakeKeys }: VerificationContext,
): Result<CountersignedClaim, 'E02'> {
  const countersignature = verifyCountersignature(evidence, intakeKeys);
  const challengeIssuedAt = challengeTime(challenge);
  if (!countersignature.ok || challengeIssuedAt === undefined) return fail('E02');
  const signedAt = countersignature.value.signedAt.getTime();
  return ok({ ...countersignature.value, claim: { commitment, nationalId, signedAt, challengeIssuedAt } });
}

/** The fields of a record with both layers opened, as far as they can be read. Nothing is verified. */
export function openEvidence(
  { record }: StoredRecord,
  { open, frame }: VerificationContext,
): Result<Opened, EvidenceReason> {
  const content = open(record);
  if (content === undefined) return fail('E01');
  const evidence = parseEvidence(content.evidence);
  if (!evidence.ok) return fail('E02');
  const fields = frame.read(evidence.value.content);
  return fields === undefined
    ? fail('E02')
    : ok({ evidence: evidence.value, ...fields, numberOutside: content.nationalId });
}

/** What the certificate bears of the number, if it was valid at that time. */
async function validateSigner(
  evidence: Evidence,
  at: Date,
  references: Parameters<PastCertificateValidator['validateCertificateAsOf']>[0]['references'],
  validator: PastCertificateValidator,
): Promise<Result<BorneCharacters | undefined, EvidenceReason>> {
  const { signer: target, certificates: candidates, ocspResponses } = evidence;
  const question = { target, candidates, at, references, ocspResponses };
  const validated = await validator.validateCertificateAsOf(question);
  if (validated.ok) return ok(validated.value.holder.nationalIdPart);
  if (validated.failure.code === 'revocation-unavailable') throw new ArchiveIncompleteError();
  return fail(validated.failure.code === 'certificate-revoked' ? 'E04' : 'E03');
}

/** What the lead reads must be what was signed; in two-key mode, nothing. */
function isNumberOutside({ nationalId, numberOutside }: Opened, mode: SealingMode): boolean {
  return numberOutside === (mode === 'two-key' ? undefined : nationalId);
}

function checkNumber(text: string, borne: BorneCharacters | undefined): Result<void, EvidenceReason> {
  const number = parseNationalId(text);
  const agrees = number.ok && (borne === undefined || hasCharacters(number.value, borne));
  return agrees ? ok(undefined) : fail('E05');
}

/**
 * The claim of a record that an earlier run found good, without verifying the signature again. Throws when it can't
 * have been good: then the record or the key has changed.
 */
export function claimOf(stored: StoredRecord, context: VerificationContext): Claim {
  const opened = openEvidence(stored, context);
  if (!opened.ok) throw new Error('a record found good does not open any more');
  const countersigned = countersignedClaim(stored, opened.value, context);
  if (!countersigned.ok) throw new Error('a record found good is not good');
  return countersigned.value.claim;
}

/** The form of a number that may be written to the list. What was signed can be any text. */
const writable = /^[A-Z][A-Z0-9]\d{8}$/;

/** The number as signed, for the struck-out list. Empty when it can't be read or doesn't have the form of a number. */
export function numberSigned(stored: StoredRecord, context: VerificationContext): string {
  const opened = openEvidence(stored, context);
  return opened.ok && writable.test(opened.value.nationalId) ? opened.value.nationalId : '';
}
