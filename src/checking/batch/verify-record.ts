import { challengeTime } from '../../core/challenge.js';
import {
  type Countersignature,
  type Evidence,
  parseEvidence,
  verifyCountersignature,
  verifySignedData,
} from '../../core/cms/index.js';
import { lastFourDigits, parseNationalId } from '../../core/national-id.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { PastCertificateValidator, StoredRecord } from '../ports.js';
import type { Claim } from './duplicates.js';
import type { StatementFrame } from './statement-frame.js';
import type { CheckedRecord } from './verdict.js';
import type { EvidenceReason } from '../reason-codes.js';

/** What the records of one round are judged by. Everything but the judge can be rebuilt in a worker from plain bytes. */
export interface VerificationContext {
  /** Opens a sealed record with the round key; undefined when it can't be opened. */
  readonly open: (record: Uint8Array) => Uint8Array | undefined;
  readonly frame: StatementFrame;
  /** SubjectPublicKeyInfo of every key the intake has countersigned with. */
  readonly intakeKeys: readonly Uint8Array[];
  readonly validator: PastCertificateValidator;
}

/** The archive lacks revocation data that the intake relied on: nothing is wrong with any co-signature, so none is judged. */
export class ArchiveIncompleteError extends Error {
  override readonly name = 'ArchiveIncompleteError';
}

/** A record opened and read: what its evidence says, nothing of it judged. */
interface Opened {
  readonly evidence: Evidence;
  readonly nationalId: string;
  readonly challenge: string;
}

/**
 * Judges one record by its evidence: open, parse, the statement rendered again, the signature, the intake's countersignature
 * (which says when and on what revocation data), the certificate as of that time, the number. The first that fails is the
 * verdict. Throws {@link ArchiveIncompleteError} when the archive can't tell.
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
  // The statement attached is the one rendered again: the frame compared every byte.
  if (!verifySignedData(evidence, evidence.content).ok) return fail('E02');
  const countersigned = countersignedClaim(stored, opened.value, context);
  if (!countersigned.ok) return countersigned;
  const { claim, signedAt, references } = countersigned.value;
  const certificate = await validateSigner(evidence, signedAt, references, context.validator);
  if (!certificate.ok) return certificate;
  const number = checkNumber(claim.nationalId, certificate.value);
  return number.ok ? ok(claim) : number;
}

interface CountersignedClaim extends Countersignature {
  readonly claim: Claim;
}

/** What a record claims by the intake's countersignature, with the time and revocation data that stand in it. */
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

function openEvidence(
  { record }: StoredRecord,
  { open, frame }: VerificationContext,
): Result<Opened, EvidenceReason> {
  const content = open(record);
  if (content === undefined) return fail('E01');
  const evidence = parseEvidence(content);
  if (!evidence.ok) return fail('E02');
  const parts = frame.read(evidence.value.content);
  return parts === undefined ? fail('E02') : ok({ evidence: evidence.value, ...parts });
}

/** The last four digits the certificate bears, if it was good at that time. */
async function validateSigner(
  evidence: Evidence,
  at: Date,
  references: Parameters<PastCertificateValidator['validateCertificateAsOf']>[0]['references'],
  judge: PastCertificateValidator,
): Promise<Result<string, EvidenceReason>> {
  const { signer: leaf, certificates: candidates } = evidence;
  const judgement = await judge.validateCertificateAsOf({ target: leaf, candidates, at, references });
  if (judgement.ok) return ok(judgement.value.holder.lastFourDigits);
  if (judgement.failure.code === 'revocation-unavailable') throw new ArchiveIncompleteError();
  return fail(judgement.failure.code === 'certificate-revoked' ? 'E04' : 'E03');
}

function checkNumber(text: string, certificateDigits: string): Result<void, EvidenceReason> {
  const number = parseNationalId(text);
  return number.ok && lastFourDigits(number.value) === certificateDigits ? ok(undefined) : fail('E05');
}

/**
 * The claim of a record that was judged good before, without judging again. Throws when it isn't one that could have been:
 * the record or the key is not what it was.
 */
export function claimOf(stored: StoredRecord, context: VerificationContext): Claim {
  const opened = openEvidence(stored, context);
  if (!opened.ok) throw new Error('a record judged good does not open any more');
  const countersigned = countersignedClaim(stored, opened.value, context);
  if (!countersigned.ok) throw new Error('a record judged good is not good');
  return countersigned.value.claim;
}

/** The form a number must have to be written down at all: what was signed may be any text. */
const writable = /^[A-Z][A-Z0-9]\d{8}$/;

/** The number as signed, for the struck-out list: empty when it can't be read or is not written like a number. */
export function numberSigned(stored: StoredRecord, context: VerificationContext): string {
  const opened = openEvidence(stored, context);
  return opened.ok && writable.test(opened.value.nationalId) ? opened.value.nationalId : '';
}
