/**
 * Which revocation data a judgement rests on, so that anyone can repeat it: the SHA-256 of the exact CRL or OCSP response,
 * and the CRL number (decimal) where there is one.
 */
export type RevocationReference =
  | { readonly kind: 'crl'; readonly sha256: Uint8Array; readonly number: string | undefined }
  | { readonly kind: 'ocsp'; readonly sha256: Uint8Array };
