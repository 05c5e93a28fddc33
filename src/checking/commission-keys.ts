import type { CertifiedSigner } from '../core/cms/signer-info.js';

/** The commission's signing key. It may be in a hardware module, so only the operation is offered. It opens nothing. */
export type CommissionKey = CertifiedSigner;

/** Injection token for {@link CommissionKey}. */
export const COMMISSION_KEY = Symbol('CommissionKey');

/** The commission's decryption key. It may be in a hardware module, so only the operation is offered. It signs nothing. */
export interface CommissionDecryptionKey {
  /** The certificate, DER, to which is sealed what the commission alone may read. */
  readonly certificate: Uint8Array;
  /**
   * The content of a CMS AuthEnvelopedData that was encrypted to the commission's decryption certificate by ECDH or RSA-OAEP.
   * Undefined when it doesn't open.
   */
  decrypt(sealed: Uint8Array): Promise<Uint8Array | undefined>;
}

/** Injection token for {@link CommissionDecryptionKey}. */
export const COMMISSION_DECRYPTION_KEY = Symbol('CommissionDecryptionKey');

/** Injection token for the certificate of the commission's signing key and those above it, PEM. */
export const COMMISSION_CERTIFICATES = Symbol('commission certificates');
