import { contextConstructed, DerError, type DerReader, Tag } from '../../der/index.js';
import {
  type AlgorithmIdentifier,
  type Extensions,
  type Name,
  readAlgorithmIdentifier,
  readExtensions,
  readName,
} from '../../x509/index.js';

/** CertificateList (RFC 5280 §5.1) without its entries: views into the bytes. Nothing is validated. */
export interface CertificateList {
  /** The bytes that are signed. */
  readonly tbs: Uint8Array;
  readonly version: 1 | 2;
  /** The algorithm inside the signed bytes. RFC 5280 §5.1.1.2 requires it to equal `signatureAlgorithm`. */
  readonly tbsSignatureAlgorithm: AlgorithmIdentifier;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly issuer: Name;
  /** Milliseconds since the epoch. */
  readonly thisUpdate: number;
  /** Milliseconds since the epoch. RFC 5280 §5.1.2.5 requires it, but some authorities leave it out. */
  readonly nextUpdate: number | undefined;
  /** The content of revokedCertificates, not read yet. Undefined where no certificate is revoked. */
  readonly revokedCertificates: Uint8Array | undefined;
  readonly extensions: Extensions;
}

/** Reads a CertificateList. Throws DerError. */
export function readCertificateList(reader: DerReader): CertificateList {
  const outer = reader.into();
  const tbs = outer.element(Tag.sequence);
  const signatureAlgorithm = readAlgorithmIdentifier(outer);
  const signature = outer.bitString();
  outer.end();
  if (signature.unusedBits !== 0) throw new DerError('signature not octets');
  return {
    tbs: tbs.der,
    signatureAlgorithm,
    signature: signature.bytes,
    ...readToBeSigned(outer.inside(tbs.content)),
  };
}

type ToBeSigned = Omit<CertificateList, 'tbs' | 'signatureAlgorithm' | 'signature'>;

function readToBeSigned(reader: DerReader): ToBeSigned {
  const version = reader.peek() === Tag.integer ? readVersion(reader) : 1;
  const tbsSignatureAlgorithm = readAlgorithmIdentifier(reader);
  const issuer = readName(reader);
  const thisUpdate = reader.time();
  const next = reader.peek();
  const nextUpdate = next === Tag.utcTime || next === Tag.generalizedTime ? reader.time() : undefined;
  const revokedCertificates = reader.optional(Tag.sequence)?.content;
  const extensions = readCrlExtensions(reader, version);
  reader.end();
  return { version, tbsSignatureAlgorithm, issuer, thisUpdate, nextUpdate, revokedCertificates, extensions };
}

/** In version 1 the field is absent (RFC 5280 §5.1.2.1). */
function readVersion(reader: DerReader): 2 {
  if (reader.smallInteger() !== 1) throw new DerError('bad version');
  return 2;
}

function readCrlExtensions(reader: DerReader, version: 1 | 2): Extensions {
  const explicit = reader.optionalInto(contextConstructed(0));
  if (explicit === undefined) return new Map();
  if (version === 1) throw new DerError('extensions before v2');
  const extensions = readExtensions(explicit);
  explicit.end();
  return extensions;
}
