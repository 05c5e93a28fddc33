import { contextConstructed, DerReader, parseDer } from '../../core/der/index.js';
import type { Result } from '../../core/result.js';
import { type Extension, Oid, readExtensions } from '../../core/x509/index.js';
import type { CertifiedKey } from '../card/mock-card.js';
import type { KeyPair } from '../keys/key-pair.js';
import { buildCertificate } from '../x509/certificate-builder.js';
import {
  authorityKeyIdentifier,
  extendedKeyUsage,
  keyUsage,
  ocspNoCheck,
  subjectKeyIdentifier,
} from '../x509/extension.js';
import { commonName, distinguishedName } from '../x509/name.js';
import { buildOcspError, buildOcspResponse, type OcspStatus } from '../x509/ocsp-builder.js';
import type { Authority } from './authority.js';
import type { Revocation } from './revocation-register.js';

/** Minutes from the thisUpdate of a response to its nextUpdate. */
const validMinutes = 60;

/** A delegated OCSP responder (RFC 6960 §4.2.2.2) of one authority. */
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

  /** The response (DER) to a request (DER) at this time. Every certificate that is not revoked is good, even if it was never issued. */
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
        nextUpdate: new Date(at.getTime() + validMinutes * 60_000),
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

/** An OCSP request (RFC 6960 §4.1.1). */
interface OcspRequest {
  readonly certificates: readonly {
    /** The CertID, DER. */
    readonly encodedId: Uint8Array;
    /** Content octets of the INTEGER. */
    readonly serialNumber: Uint8Array;
  }[];
  readonly nonce: Extension | undefined;
}

/** Reads an OCSP request (DER) of at most 64 KiB. Does not verify its signature, if it has one. */
function parseOcspRequest(bytes: Uint8Array): Result<OcspRequest, 'der-malformed' | 'der-too-large'> {
  return parseDer(bytes, 65_536, (reader) => {
    const whole = reader.into();
    const body = whole.into();
    body.optional(contextConstructed(0));
    body.optional(contextConstructed(1));
    const certificates = [];
    for (const list = body.into(); !list.done;) certificates.push(readCertificateId(list.into()));
    const extensions = body.optionalInto(contextConstructed(2));
    const nonce = extensions === undefined ? undefined : readExtensions(extensions).get(Oid.ocspNonce);
    return { certificates, nonce };
  });
}

function readCertificateId(request: DerReader): OcspRequest['certificates'][number] {
  const { der, content } = request.element();
  const id = request.inside(content);
  id.element();
  id.octetString();
  id.octetString();
  return { encodedId: der, serialNumber: id.integerOctets() };
}
