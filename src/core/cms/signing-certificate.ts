import { createHash } from 'node:crypto';
import { contextConstructed, type DerReader, Tag } from '../der/index.js';
import { type Certificate, readAlgorithmIdentifier } from '../x509/index.js';
import { digestOf } from './algorithms.js';
import { type Attributes, singleValue } from './attributes.js';
import { CmsOid } from './oids.js';
import { equal } from './octets.js';

/** ESSCertID or ESSCertIDv2 (RFC 5035 4), the first in the attribute: the signer's own. */
interface CertificateReference {
  /** Node's name of the digest; undefined when it is not on the list. */
  readonly digest: string | undefined;
  readonly hash: Uint8Array;
  readonly issuerAndSerial: { readonly issuer: Uint8Array; readonly serialNumber: Uint8Array } | undefined;
}

/**
 * Holds signing-certificate and signing-certificate-v2 (RFC 2634, RFC 5035), where present, against the certificate.
 * The first is SHA-1 by definition; it is checked all the same, and no trust is put in it: the signature does not rest on it.
 */
export function namesSigningCertificate(attributes: Attributes, certificate: Certificate): boolean {
  return (
    matches(attributes, CmsOid.signingCertificate, readReference, certificate) &&
    matches(attributes, CmsOid.signingCertificateV2, readReferenceV2, certificate)
  );
}

function matches(
  attributes: Attributes,
  type: string,
  read: (reader: DerReader) => CertificateReference,
  certificate: Certificate,
): boolean {
  if (!attributes.has(type)) return true;
  const reference = singleValue(attributes, type, (reader) => readFirst(reader.into(), read));
  if (reference?.digest === undefined) return false;
  const { issuerAndSerial } = reference;
  return (
    equal(createHash(reference.digest).update(certificate.der).digest(), reference.hash) &&
    (issuerAndSerial === undefined ||
      (equal(issuerAndSerial.issuer, certificate.issuer.der) &&
        equal(issuerAndSerial.serialNumber, certificate.serialNumber)))
  );
}

function readFirst(
  reader: DerReader,
  read: (reader: DerReader) => CertificateReference,
): CertificateReference {
  const list = reader.into();
  const first = read(list.into());
  while (!list.done) list.element(Tag.sequence);
  reader.optional(Tag.sequence);
  reader.end();
  return first;
}

function readReference(reader: DerReader): CertificateReference {
  const hash = reader.octetString();
  return { digest: 'sha1', hash, issuerAndSerial: readIssuerAndSerial(reader) };
}

function readReferenceV2(reader: DerReader): CertificateReference {
  const digest = reader.peek() === Tag.sequence ? digestOf(readAlgorithmIdentifier(reader)) : 'sha256';
  const hash = reader.octetString();
  return { digest, hash, issuerAndSerial: readIssuerAndSerial(reader) };
}

function readIssuerAndSerial(reader: DerReader): CertificateReference['issuerAndSerial'] {
  const issuerSerial = reader.optionalInto(Tag.sequence);
  reader.end();
  if (issuerSerial === undefined) return undefined;
  // A directoryName, the only GeneralName an issuer can have.
  const names = issuerSerial.into();
  const directoryName = names.into(contextConstructed(4));
  const issuer = directoryName.element(Tag.sequence).der;
  directoryName.end();
  names.end();
  const serialNumber = issuerSerial.integerOctets();
  issuerSerial.end();
  return { issuer, serialNumber };
}
