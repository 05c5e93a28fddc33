import {
  contextConstructed,
  contextPrimitive,
  DerError,
  type DerReader,
  parseDer,
  Tag,
} from '../der/index.js';
import { fail, type Result } from '../result.js';
import { readDefaultFalse } from './default-false.js';
import { type Name, readIssuerName, readName } from './name.js';
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from './signature-algorithm.js';

/** Bytes a certificate may have. */
export const maximumCertificateBytes = 65_536;

/** A certificate as it was encoded (RFC 5280 §4.1): views into `der`. Nothing is validated, and extensions are decoded on demand. */
export interface Certificate {
  readonly der: Uint8Array;
  /** The bytes that are signed. */
  readonly tbs: Uint8Array;
  readonly version: 1 | 2 | 3;
  /** Content octets of the serial number: minimal two's complement. */
  readonly serialNumber: Uint8Array;
  /** The algorithm inside the signed bytes. RFC 5280 §4.1.1.2 requires it to equal `signatureAlgorithm`. */
  readonly tbsSignatureAlgorithm: AlgorithmIdentifier;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly issuer: Name;
  readonly subject: Name;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  /** Milliseconds since the epoch. The certificate is valid through this second (RFC 5280 §4.1.2.5). */
  readonly notAfter: number;
  /** SubjectPublicKeyInfo, DER. */
  readonly subjectPublicKeyInfo: Uint8Array;
  readonly extensions: Extensions;
}

/**
 * Reads a DER certificate of at most 64 KiB (RFC 5280 §4.1). Refuses what is not DER, trailing bytes, extensions outside
 * version 3 and duplicate extensions (RFC 5280 §4.2) as `certificate-malformed`.
 */
export function parseCertificate(bytes: Uint8Array): Result<Certificate, 'certificate-malformed'> {
  const result = parseDer(bytes, maximumCertificateBytes, readCertificate);
  return result.ok ? result : fail('certificate-malformed');
}

/** As {@link parseCertificate}, from a reader and without its limit. Throws DerError. */
export function readCertificate(reader: DerReader): Certificate {
  const whole = reader.element(Tag.sequence);
  const outer = reader.inside(whole.content);
  const tbs = outer.element(Tag.sequence);
  const signatureAlgorithm = readAlgorithmIdentifier(outer);
  const signature = outer.bitString();
  outer.end();
  if (signature.unusedBits !== 0) throw new DerError('signature not octets');
  return {
    der: whole.der,
    tbs: tbs.der,
    signatureAlgorithm,
    signature: signature.bytes,
    ...readToBeSigned(outer.inside(tbs.content)),
  };
}

type ToBeSigned = Omit<Certificate, 'der' | 'tbs' | 'signatureAlgorithm' | 'signature'>;

function readToBeSigned(reader: DerReader): ToBeSigned {
  const version = readVersion(reader);
  const serialNumber = reader.integerOctets();
  const tbsSignatureAlgorithm = readAlgorithmIdentifier(reader);
  const issuer = readIssuerName(reader);
  const validity = reader.into();
  const notBefore = validity.time();
  const notAfter = validity.time();
  validity.end();
  const subject = readName(reader);
  const subjectPublicKeyInfo = reader.element(Tag.sequence).der;
  const extensions = readOptionalFields(reader, version);
  return {
    version,
    serialNumber,
    tbsSignatureAlgorithm,
    issuer,
    subject,
    notBefore,
    notAfter,
    subjectPublicKeyInfo,
    extensions,
  };
}

function readVersion(reader: DerReader): 1 | 2 | 3 {
  const explicit = reader.optionalInto(contextConstructed(0));
  if (explicit === undefined) return 1;
  const value = explicit.smallInteger();
  explicit.end();
  // DER does not encode the default (v1).
  if (value !== 1 && value !== 2) throw new DerError('bad version');
  return value === 1 ? 2 : 3;
}

function readOptionalFields(reader: DerReader, version: 1 | 2 | 3): Extensions {
  const issuerUniqueId = reader.optional(contextPrimitive(1));
  const subjectUniqueId = reader.optional(contextPrimitive(2));
  if (version === 1 && (issuerUniqueId ?? subjectUniqueId) !== undefined)
    throw new DerError('unique id in v1');
  const explicit = reader.optionalInto(contextConstructed(3));
  reader.end();
  if (explicit === undefined) return new Map();
  if (version !== 3) throw new DerError('extensions before v3');
  const extensions = readExtensions(explicit);
  explicit.end();
  return extensions;
}

/** An extension as encoded (RFC 5280 §4.2). */
export interface Extension {
  readonly type: string;
  readonly critical: boolean;
  /** The content of the extnValue OCTET STRING. */
  readonly value: Uint8Array;
}

/** Extensions by object identifier. */
export type Extensions = ReadonlyMap<string, Extension>;

/** Reads Extensions (RFC 5280 §4.1.2.9): at least one, none twice. Throws DerError. */
export function readExtensions(reader: DerReader): Extensions {
  const list = reader.into();
  const extensions = new Map<string, Extension>();
  do {
    const extension = readExtension(list.into());
    if (extensions.has(extension.type)) throw new DerError('duplicate extension');
    extensions.set(extension.type, extension);
  } while (!list.done);
  return extensions;
}

function readExtension(reader: DerReader): Extension {
  const type = reader.oid();
  const critical = readDefaultFalse(reader);
  const value = reader.octetString();
  reader.end();
  return { type, critical, value };
}
