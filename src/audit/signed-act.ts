import type { JsonValue } from '../core/canonical-json.js';
import { caseNumberForm } from '../core/case-number.js';
import { parseSignedDocument } from '../core/cms/index.js';
import type { CaseNumber, RoundOrdinal } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import { signerPathFault, type SignerTrust } from '../core/signer-path.js';
import {
  matchApprovalStatement,
  matchKeyStatement,
  matchSubmissionStatement,
} from '../core/statement/index.js';
import { confirmSignature, type ValidatorErrorCode } from '../core/validators.js';
import type { ActErrorCode, ActsInLog } from './acts-in-log.js';
import { type AuditEvent, signatureIn } from './event.js';

/** What a verified act is signed for. */
interface VerifiedAct {
  /** The platform that the statement names. */
  readonly origin: string;
}

type Details = AuditEvent['details'];
type Matching<Case> = (content: Uint8Array, details: Details, caseNumber: Case) => VerifiedAct | undefined;

/** The acts on a case that must be signed, each with the statement that must have been signed for its event. */
const signedActs: ReadonlyMap<string, Matching<CaseNumber>> = new Map<string, Matching<CaseNumber>>([
  ['approval-approved', matchApproval],
  [
    'round-key-handed-in',
    (content, details, caseNumber) =>
      matchKeyStatement(content, {
        caseNumber,
        round: roundOf(details.round),
        publicKeyDigest: digestOf(details.publicKeyDigest),
        wrappedKeyDigest: digestOf(details.wrappedKeyDigest),
      }),
  ],
  [
    'round-submitted',
    (content, details, caseNumber) =>
      matchSubmissionStatement(content, {
        caseNumber,
        round: roundOf(details.round),
        recordCount: Number(details.recordCount),
        merkleRoot: digestOf(details.merkleRoot),
      }),
  ],
]);

/** Whether a SignedData must stand after this event: it is of an act that must be signed, or it names one. */
export function isSigned({ action, details }: AuditEvent): boolean {
  return signedActs.has(action) || details.signature !== undefined;
}

/**
 * Verifies the SignedData of an event: its SHA-256 is the event's `signature`; two validators accept it; the statement in it is the one
 * of this act; the signer is the event's actor and may act; and there is a path from their certificate to an anchor at the event's
 * time. Failures: `audit-signature-wrong`, `audit-signer-not-allowed`, `audit-signer-untrusted` with `cause`, `validators-disagree`.
 */
export async function verifyAct(
  event: AuditEvent,
  signedData: Uint8Array,
  acts: Pick<ActsInLog, 'maySign'>,
  trust: SignerTrust,
): Promise<Result<VerifiedAct, ActErrorCode | ValidatorErrorCode>> {
  if (sha256Hex(signedData) !== signatureIn(event)) return fail('audit-signature-wrong');
  const document = await confirmSignature(parseSignedDocument(signedData), signedData);
  if (!document.ok)
    return document.failure.code === 'validators-disagree'
      ? fail('validators-disagree')
      : fail('audit-signature-wrong');
  const { content, signer } = document.value;
  const act = signedActOf(event, content);
  if (act === undefined) return fail('audit-signature-wrong');
  if (!acts.maySign(event, signer.der)) return fail('audit-signer-not-allowed');
  const cause = signerPathFault(document.value, new Date(event.at), trust);
  return cause === undefined ? ok(act) : fail('audit-signer-untrusted', { cause });
}

/** What the content says for this event. On no case, a member's approval alone is an act. */
function signedActOf(
  { action, case: onCase, details }: AuditEvent,
  content: Uint8Array,
): VerifiedAct | undefined {
  if (isCaseNumber(onCase)) return signedActs.get(action)?.(content, details, onCase);
  return onCase === null && action === 'approval-approved'
    ? matchApproval(content, details, undefined)
    : undefined;
}

function matchApproval(
  content: Uint8Array,
  details: Details,
  caseNumber: CaseNumber | undefined,
): VerifiedAct | undefined {
  const { action, request: requestId } = details;
  if (!isName(action) || !isName(requestId)) return undefined;
  const contentDigest = digestOf(details.subject);
  return matchApprovalStatement(content, { action, caseNumber, contentDigest, requestId });
}

/** A code or a UUID: text that can stand in a line. */
const isName = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && /^[a-z0-9-]+$/.test(value);

const isCaseNumber = (value: string | null): value is CaseNumber =>
  value !== null && caseNumberForm.test(value);

const roundOf = (value: JsonValue | undefined): RoundOrdinal => (value === 2 ? 2 : 1);

/** The octets of a digest in hex; one octet, which no statement has, where it isn't one. */
function digestOf(value: JsonValue | undefined): Uint8Array {
  return Buffer.from(typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : '00', 'hex');
}
