/** A private key that may live in hardware: signs the SHA-256 digest of `data`. */
export interface Signer {
  /** SubjectPublicKeyInfo of the public half, DER. */
  readonly publicKey: Uint8Array;
  /** ECDSA P-256: the DER Ecdsa-Sig-Value. RSA: RSASSA-PKCS1-v1_5. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/** A {@link Signer} whose key a certificate speaks for. */
export interface CertifiedSigner extends Signer {
  /** DER. */
  readonly certificate: Uint8Array;
}
