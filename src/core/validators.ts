import type { Countersignature, SignedDataErrorCode } from './cms/index.js';
import { equalOctets } from './octets.js';
import { fail, type Failure, type Result } from './result.js';
import {
  secondOpinion,
  secondOpinionOnCountersignature,
  type SignedContent,
} from './second-opinion/index.js';
import type { Certificate } from './x509/index.js';

/** What comes of asking a second validator, beyond what the first says. */
export const validatorErrorCodes = [
  /** Two independent validators come to different answers: one of them is wrong, so neither is relied on. */
  'validators-disagree',
] as const;
export type ValidatorErrorCode = (typeof validatorErrorCodes)[number];

type Confirmed<Value> = Result<Value, SignedDataErrorCode | ValidatorErrorCode>;

/** What our own validator accepted. */
interface Accepted {
  /** Undefined where the signature is detached. */
  readonly content: Uint8Array | undefined;
  readonly signer: Certificate;
}

/**
 * Holds what our own validator says of a SignedData against the second one. An acceptance stands if the other accepts too,
 * the same content by the same certificate; a refusal if the other refuses, or is known to be laxer there.
 */
export async function confirmSignature<Value extends Accepted>(
  first: Result<Value, SignedDataErrorCode>,
  bytes: Uint8Array,
  detachedContent?: Uint8Array,
): Promise<Confirmed<Value>> {
  const second = await secondOpinion(bytes, detachedContent);
  if (!first.ok) return confirmRefusal(first, second !== undefined);
  return second !== undefined && agree(first.value, second) ? first : fail('validators-disagree');
}

function agree(first: Accepted, second: SignedContent): boolean {
  // Over a detached signature both were handed the same content.
  const content = first.content ?? second.content;
  return equalOctets(content, second.content) && equalOctets(first.signer.der, second.signer);
}

/** The same for the countersignature of stored evidence; `intakeKeys` are SubjectPublicKeyInfo, DER. */
export async function confirmCountersignature(
  first: Result<Countersignature, SignedDataErrorCode>,
  evidence: Uint8Array,
  intakeKeys: readonly Uint8Array[],
): Promise<Confirmed<Countersignature>> {
  const second = await secondOpinionOnCountersignature(evidence, intakeKeys);
  if (!first.ok) return confirmRefusal(first, second !== undefined);
  return first.value.signedAt.getTime() === second?.getTime() ? first : fail('validators-disagree');
}

function confirmRefusal(
  first: { readonly ok: false; readonly failure: Failure<SignedDataErrorCode> },
  secondAccepts: boolean,
): Confirmed<never> {
  const stands = !secondAccepts || reviewedRefusals.has(first.failure.code);
  return stands ? first : fail('validators-disagree');
}

/**
 * Refusals of ours that the second validator does not make, each reviewed in docs/adr/0009-second-opinion.md: here ours
 * stands, and that the other accepts is no disagreement. Everything else is one.
 */
export const reviewedRefusals: ReadonlySet<SignedDataErrorCode> = new Set([
  'evidence-too-large',
  'evidence-indefinite-length',
  'evidence-nested-too-deeply',
  'evidence-malformed',
  'evidence-not-signed-data',
  'evidence-too-many-certificates',
  'evidence-certificate-malformed',
  'evidence-certificate-missing',
  'evidence-certificate-ambiguous',
  'evidence-weak-digest',
  'evidence-weak-key',
  'evidence-algorithm-unsupported',
  'evidence-content-type-wrong',
  'evidence-signing-certificate-wrong',
  'evidence-content-missing',
  'evidence-countersignature-missing',
]);
