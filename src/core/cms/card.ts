/** How a card hands over a signature; `pkcs1` is the bare RSASSA-PKCS1-v1_5 (or ECDSA) value beside the certificate. */
export type SignatureForm =
  | 'cms-attached'
  | 'cms-detached'
  | 'cms-attached-without-attributes'
  | 'cms-detached-without-attributes'
  | 'pkcs1';

/** What a card signs with: a CMS SignedData (DER), or a bare signature with the certificate (DER) that verifies it. */
export type CardSignature =
  | { readonly form: 'cms'; readonly signedData: Uint8Array }
  | { readonly form: 'pkcs1'; readonly signature: Uint8Array; readonly certificate: Uint8Array };

/**
 * A person's card behind whatever reaches it: the local sign server in a browser, PKCS #11, or a mock.
 * Each call may ask the person for a PIN, so nothing here is ever called once per record.
 */
export interface Card {
  /** The signing certificate, DER. */
  readonly signingCertificate: Uint8Array;
  /** The encryption certificate, DER. */
  readonly encryptionCertificate: Uint8Array;
  /** Signs these bytes with the signing key, SHA-256. */
  sign(content: Uint8Array, form: SignatureForm): Promise<CardSignature>;
  /** Opens a CMS EnvelopedData (RSA PKCS #1 v1.5 key transport, AES-256-CBC) with the encryption key. Rejects when it can't. */
  decrypt(envelopedData: Uint8Array): Promise<Uint8Array>;
}
