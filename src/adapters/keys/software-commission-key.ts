import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { CommissionKey as CheckingKey } from '../../checking/index.js';
import { openEnvelopeWithKey, openSealed } from '../../core/cms/index.js';
import { fail, type Result } from '../../core/result.js';
import type { CommissionKey as LeadKey } from '../../lead/index.js';
import { CertifiedPrivateKeySigner } from './private-key-signer.js';

/** The commission's key and certificate in memory, for development and small installations. */
export class SoftwareCommissionKey extends CertifiedPrivateKeySigner implements CheckingKey, LeadKey {
  /** Takes PEM: a private key, and the certificate that speaks for it first in its file. Throws when they don't belong together. */
  static fromPem(privateKey: string, certificate: string): SoftwareCommissionKey {
    const key = createPrivateKey(privateKey);
    const parsed = new X509Certificate(certificate);
    if (!parsed.checkPrivateKey(key))
      throw new Error('the commission’s key and certificate do not belong together');
    return new SoftwareCommissionKey(key, parsed.raw);
  }

  private constructor(privateKey: KeyObject, certificate: Uint8Array) {
    super(privateKey, certificate);
  }

  async open(sealed: Uint8Array): Promise<Result<Uint8Array, 'not-opened'>> {
    const opened = openSealed(sealed, this.certificate, this.privateKey);
    if (opened.ok) return opened;
    const enveloped = await openEnvelopeWithKey(sealed, this.certificate, this.privateKey);
    return enveloped.ok ? enveloped : fail('not-opened');
  }

  async openWrapped(wrapped: Uint8Array): Promise<Uint8Array | undefined> {
    const opened = await this.open(wrapped);
    return opened.ok ? opened.value : undefined;
  }
}
