import { type Certificate, certificateExtensions } from '../core/x509/index.js';
import type { RefusedKind } from './certificate-policy.js';
import { issuerTexts } from './issuer-names.js';

/**
 * The kind that a certificate says it is, if that kind is refused. Nothing is verified: whoever claims to be refused is
 * refused, and the true holder of such a card, which no path of ours leads to, is told what to do instead.
 */
export const refusedKind = (leaf: Certificate, refusals: readonly RefusedKind[]): RefusedKind | undefined =>
  refusals.find((refusal) => issuerSays(leaf, refusal) || policiesSay(leaf, refusal));

const issuerSays = ({ issuer }: Certificate, { issuerNameContains }: RefusedKind): boolean =>
  issuerTexts(issuer).some(({ text }) => issuerNameContains.some((part) => text.includes(part)));

function policiesSay(leaf: Certificate, { certificatePolicies }: RefusedKind): boolean {
  if (certificatePolicies.length === 0) return false;
  const extensions = certificateExtensions(leaf);
  const asserted = extensions.ok ? (extensions.value.certificatePolicies ?? []) : [];
  return asserted.some((policy) => certificatePolicies.includes(policy));
}
