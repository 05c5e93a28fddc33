import { validatorErrorCodes } from '../../core/validators.js';

/** Why a published bundle does not verify. `values.file` names the wrong file. */
export const bundleErrorCodes = [
  /** A file of the bundle is not there. */
  'bundle-file-missing',
  /** A file that doesn't have its documented form. */
  'bundle-malformed',
  /** The signature over the result does not verify, or is not the commission's. */
  'bundle-signature-wrong',
  /** No path leads from the commission's certificate to an anchor given, at the time that the commission says it signed; value `cause`. */
  'bundle-certificate-untrusted',
  /** The Merkle root over the listed commitments is not the result's. */
  'bundle-root-wrong',
  /** The verdicts listed don't add up to the counts of the result. */
  'bundle-counts-wrong',
  /** The determination doesn't follow from the counts. */
  'bundle-determination-wrong',
  /** The lead's key statement or submission statement is not the one the result names, or does not verify. */
  'bundle-statement-wrong',
  ...validatorErrorCodes,
] as const;
export type BundleErrorCode = (typeof bundleErrorCodes)[number];
