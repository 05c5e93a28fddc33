import type { EvidenceErrorCode } from '../cms/index.js';

/**
 * Refusals of ours that the second validator does not make, each reviewed in docs/adr/0009-second-opinion.md: here ours
 * stands, and that the other accepts is no disagreement. Everything else is one.
 */
export const reviewedRefusals: ReadonlySet<EvidenceErrorCode> = new Set([
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
