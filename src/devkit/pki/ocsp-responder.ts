import { Oid } from '../../core/x509/index.js';
import type { CertifiedKey } from '../card/mock-card.js';
import {
  authorityKeyIdentifier,
  buildCertificate,
  buildOcspError,
  buildOcspResponse,
  commonName,
  distinguishedName,
  extendedKeyUsage,
  keyUsage,
  ocspNoCheck,
  type OcspStatus,
  subjectKeyIdentifier,
} from '../x509/index.js';
import type { KeyPair } from '../keys/key-pair.js';
import type { Authority } from './authority.js';
import { parseOcspRequest } from './ocsp-request.js';
import type { Revocation } from './revocation-register.js';

/** Minutes from an answer's thisUpdate to its nextUpdate. */
const freshMinutes = 60;

/** Answers OCSP requests for one authority, by a delegated responder (RFC 6960 4.2.2.2). */
export class OcspResponder {
  private readonly responder: CertifiedKey;

  constructor(
    authority: Authority,
    key: KeyPair,
    private readonly find: (serialNumber: Uint8Array, at: Date) => Revocation | undefined,
    at: Date,
  ) {
    this.responder = { key, certificate: certifyResponder(authority, key, at) };
  }

  /** Answers a request as of this time; a certificate that isn't revoked is good, whether it was ever issued or not. DER. */
  answer(request: Uint8Array, at: Date): Uint8Array {
    const parsed = parseOcspRequest(request);
    if (!parsed.ok) return buildOcspError('malformedRequest');
    const { certificates, nonce } = parsed.value;
    return buildOcspResponse({
      signer: this.responder.key,
      producedAt: at,
      responses: certificates.map(({ encodedId, serialNumber }) => ({
        certificate: { encodedId },
        status: this.status(serialNumber, at),
        thisUpdate: at,
        nextUpdate: new Date(at.getTime() + freshMinutes * 60_000),
      })),
      extensions: nonce === undefined ? [] : [nonce],
      certificates: [this.responder.certificate],
    });
  }

  private status(serialNumber: Uint8Array, at: Date): OcspStatus {
    return this.find(serialNumber, at) ?? 'good';
  }
}

function certifyResponder(authority: Authority, key: KeyPair, at: Date): Uint8Array {
  return buildCertificate({
    signer: authority.key,
    issuer: authority.name,
    subject: distinguishedName(commonName(`OCSP ${authority.label}`)),
    publicKey: key.publicKey,
    serialNumber: Uint8Array.of(3, ...key.keyIdentifier.subarray(0, 8)),
    notBefore: new Date(at.getTime() - 365 * 86_400_000),
    notAfter: new Date(at.getTime() + 5 * 365 * 86_400_000),
    extensions: [
      authorityKeyIdentifier({ keyIdentifier: authority.key.keyIdentifier }),
      subjectKeyIdentifier(key.keyIdentifier),
      keyUsage('digitalSignature'),
      extendedKeyUsage([Oid.ocspSigning]),
      ocspNoCheck(),
    ],
  });
}
