import { verifyCardSignature, type VerifiedSignedData } from '../../core/cms/index.js';
import { holderDigest } from '../../core/holder.js';
import { equalOctets } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256 } from '../../core/sha256.js';
import type { CardHolder, CaseConflicts } from '../case-conflicts.js';
import type { TrustErrorCode } from '../../trust/index.js';
import type { ApprovalVerificationErrorCode } from '../errors.js';
import { certificateDigest } from '../member.js';
import { checkNoOwnRole } from '../member-content.js';
import type { StaffCertificateValidator } from '../ports.js';
import { type ApprovalRequest, approvalStatement, type ApprovedRow } from './request.js';

/** What verifying needs beside the row: whether a certificate is valid, and when that is asked. */
interface Verification {
  readonly validator: StaffCertificateValidator;
  readonly conflicts: Pick<CaseConflicts, 'isLead' | 'hasPart'>;
  readonly at: Date;
}

/**
 * Verifies an approved request before anything is done for it, from its rows alone: whoever has staff's login can write these
 * rows, but can't sign. Failure: `approval-not-verified`, value `what`:
 * `state` (it isn't approved, or not in time), `content` (its SHA-256 isn't the digest), `requester` (no member with that
 * certificate), `signature` (it doesn't verify over the request's statement), `approver` (not the registered certificate of an
 * active member with the role approver), `same-person` (the requester's certificate or holder), `certificate` (not valid), `revocation` (no current data
 * says whether it is), `own-role` (it gives the approver a role), `conflict` (one of the two is the case's lead, or the approver has co-signed it).
 */
export async function verifyApproval(
  row: ApprovedRow,
  verification: Verification,
): Promise<Result<ApprovalRequest, ApprovalVerificationErrorCode>> {
  const wrong = wrongInRow(row);
  if (wrong !== undefined) return notVerified(wrong);
  const signature = { form: 'cms', signedData: row.approval } as const;
  const verified = verifyCardSignature(signature, approvalStatement(row.request));
  if (!verified.ok) return notVerified('signature');
  const signed =
    wrongSigner(row, verified.value) ?? (await wrongCertificate(row, verified.value, verification));
  return signed === undefined ? ok(row.request) : notVerified(signed);
}

type Wrong =
  | 'state'
  | 'content'
  | 'requester'
  | 'signature'
  | 'approver'
  | 'same-person'
  | 'certificate'
  | 'revocation'
  | 'own-role'
  | 'conflict';

function notVerified(what: Wrong): Result<never, 'approval-not-verified'> {
  return fail('approval-not-verified', { what });
}

function wrongInRow({ request, requester }: ApprovedRow): Wrong | undefined {
  const { state, approvedAt, expiresAt, content, contentDigest, requesterCertificateDigest } = request;
  if (state !== 'approved' || approvedAt === undefined || approvedAt >= expiresAt) return 'state';
  if (!equalOctets(sha256(content), contentDigest)) return 'content';
  const known = requester?.id === request.requestedBy;
  return known && equalOctets(requester.certificateDigest, requesterCertificateDigest)
    ? undefined
    : 'requester';
}

function wrongSigner({ request, approver }: ApprovedRow, { signer }: VerifiedSignedData): Wrong | undefined {
  const digest = certificateDigest(signer.der);
  const may =
    approver?.id === request.approvedBy && approver?.active === true && approver.roles.includes('approver');
  if (!may || !equalOctets(approver.certificateDigest, digest)) return 'approver';
  const same = approver.id === request.requestedBy || equalOctets(digest, request.requesterCertificateDigest);
  return same ? 'same-person' : undefined;
}

/** Says nothing of the certificate: the same may be valid once there are current data. */
const unsettled: ReadonlySet<string> = new Set<TrustErrorCode>([
  'revocation-unavailable',
  'revocation-unknown',
]);

async function wrongCertificate(
  { request }: ApprovedRow,
  { signer: target, certificates: candidates }: VerifiedSignedData,
  { validator, conflicts, at }: Verification,
): Promise<Wrong | undefined> {
  const validated = await validator.validateCertificate({ target, candidates, at });
  if (!validated.ok) return unsettled.has(validated.failure.code) ? 'revocation' : 'certificate';
  const holder = holderDigest(validated.value.holder);
  if (equalOctets(holder, request.requesterHolderDigest)) return 'same-person';
  const approver = {
    memberId: request.approvedBy,
    certificateDigest: certificateDigest(target.der),
    holderDigest: holder,
  };
  if (!checkNoOwnRole(request.content, approver).ok) return 'own-role';
  const { caseNumber } = request;
  if (caseNumber === undefined) return undefined;
  const apart =
    !(await conflicts.isLead(caseNumber, requesterOf(request))) &&
    !(await conflicts.hasPart(caseNumber, target.der, validated.value.holder));
  return apart ? undefined : 'conflict';
}

const requesterOf = ({
  requesterCertificateDigest: certificateDigest,
  requesterHolderDigest: holderDigest,
}: ApprovalRequest): CardHolder => ({ certificateDigest, holderDigest });
