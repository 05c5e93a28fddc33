import type { CommissionDecryptionKey, CommissionKey } from '../../checking/index.js';
import { openSealedWith, type RecipientKey, type Signer } from '../../core/cms/index.js';
import { der } from '../../core/der/index.js';
import type { CommissionRecipient } from '../../lead/index.js';
import type { Pkcs11Token, TokenKeyPair } from './pkcs11-token.js';

/** A {@link Signer} whose key is in a token: ECDSA on P-256, or RSASSA-PKCS1-v1_5, both with SHA-256. */
export class TokenSigner implements Signer {
  readonly publicKey: Uint8Array;

  constructor(
    private readonly token: Pkcs11Token,
    private readonly pair: TokenKeyPair,
  ) {
    this.publicKey = pair.publicKey;
  }

  /** Of P-256, an ECDSA-Sig-Value (RFC 3279 §2.2.3), DER. */
  sign(data: Uint8Array): Promise<Uint8Array> {
    const { algorithm, privateKey } = this.pair;
    if (algorithm === 'rsa') return Promise.resolve(this.token.rsaSign(privateKey, data));
    const raw = this.token.ecdsa(privateKey, data);
    const value = der.sequence(
      der.unsignedInteger(raw.subarray(0, 32)),
      der.unsignedInteger(raw.subarray(32)),
    );
    return Promise.resolve(value);
  }
}

/** The commission's signing key in a token, with its certificate (DER). */
export class TokenCommissionKey extends TokenSigner implements CommissionKey {
  constructor(
    token: Pkcs11Token,
    pair: TokenKeyPair,
    readonly certificate: Uint8Array,
  ) {
    super(token, pair);
  }
}

/** The commission's decryption key in a token, with its certificate (DER): ECDH on P-256, or RSA-OAEP with SHA-256. */
export class TokenCommissionDecryptionKey implements CommissionDecryptionKey, CommissionRecipient {
  readonly publicKey: Uint8Array;
  private readonly key: RecipientKey;

  constructor(
    token: Pkcs11Token,
    { algorithm, privateKey, publicKey }: TokenKeyPair,
    readonly certificate: Uint8Array,
  ) {
    this.publicKey = publicKey;
    const only = <Value>(kind: typeof algorithm, use: () => Value): Promise<Value | undefined> =>
      Promise.resolve(algorithm === kind ? use() : undefined);
    this.key = {
      agree: (point) => only('p256', () => token.agree(privateKey, point)),
      decryptOaep: (encrypted) => only('rsa', () => token.decryptOaep(privateKey, encrypted)),
    };
  }

  async decrypt(message: Uint8Array): Promise<Uint8Array | undefined> {
    const opened = await openSealedWith(message, this.certificate, this.key);
    return opened.ok ? opened.value : undefined;
  }
}
