import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { CertifiedSigner, Signer } from '../../core/cms/signer.js';

const signInPool = promisify(sign);

/** A {@link Signer} over a private key in memory. RSA signs on the thread pool; P-256 is quicker where it stands. */
export class PrivateKeySigner implements Signer {
  readonly publicKey: Uint8Array;

  constructor(protected readonly privateKey: KeyObject) {
    this.publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  }

  async sign(data: Uint8Array): Promise<Uint8Array> {
    if (this.privateKey.asymmetricKeyType === 'ec') return sign('sha256', data, this.privateKey);
    return signInPool('sha256', data, this.privateKey);
  }
}

/** A {@link PrivateKeySigner} with the certificate that speaks for its key. */
export class CertifiedPrivateKeySigner extends PrivateKeySigner implements CertifiedSigner {
  constructor(
    privateKey: KeyObject,
    readonly certificate: Uint8Array,
  ) {
    super(privateKey);
  }
}
