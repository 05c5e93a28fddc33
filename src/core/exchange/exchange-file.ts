import type { KeyObject } from 'node:crypto';
import {
  openSealed,
  parseSignedDocument,
  sealForCertificate,
  signDocument,
  type SignedDocument,
} from '../cms/index.js';
import type { CertifiedSigner } from '../cms/signer-info.js';
import { equalOctets } from '../octets.js';
import { fail, ok, type Result } from '../result.js';

/** Why a file of the exchange with MOI is refused. */
export const exchangeFileErrorCodes = [
  /** Not sealed to this certificate, or changed on its way. */
  'exchange-file-not-opened',
  /** Not signed, or the signature does not verify. */
  'exchange-file-unsigned',
  /** Signed by another certificate than the one that was given. */
  'exchange-file-signed-by-another',
] as const;
export type ExchangeFileErrorCode = (typeof exchangeFileErrorCodes)[number];

/** An office's certificate, DER, with its private key. */
export interface OfficeKey {
  readonly certificate: Uint8Array;
  readonly privateKey: KeyObject;
}

/** Opens a file that is sealed to an office (AuthEnvelopedData), and verifies that this certificate (DER) signed what is inside (SignedData). */
export function openExchangeFile(
  sealed: Uint8Array,
  { certificate, privateKey }: OfficeKey,
  signedBy: Uint8Array,
): Result<SignedDocument, ExchangeFileErrorCode> {
  const opened = openSealed(sealed, certificate, privateKey);
  if (!opened.ok) return fail('exchange-file-not-opened');
  const signed = parseSignedDocument(opened.value);
  if (!signed.ok) return fail('exchange-file-unsigned');
  return equalOctets(signed.value.signer.der, signedBy)
    ? ok(signed.value)
    : fail('exchange-file-signed-by-another');
}

/** Signs a content, and seals it to the recipient's certificate (DER): CMS SignedData inside AuthEnvelopedData, DER. */
export async function sealExchangeFile(
  content: Uint8Array,
  signer: CertifiedSigner,
  at: Date,
  recipient: Uint8Array,
): Promise<Uint8Array> {
  return sealForCertificate(await signDocument(content, signer, at), recipient);
}
