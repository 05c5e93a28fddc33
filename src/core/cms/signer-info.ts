import { contextConstructed, der, DerError, type DerReader, parseDer, Tag } from '../der/index.js';
import { type AlgorithmIdentifier, readAlgorithmIdentifier, readPublicKey } from '../x509/index.js';
import { digestAlgorithmFor, signatureAlgorithmFor } from './algorithms.js';
import { type CertificateIdentifier, readCertificateIdentifier } from './certificate-identifier.js';

/** SignerInfo (RFC 5652 §5.3) as encoded, not verified. */
export interface SignerInfo {
  readonly identifier: CertificateIdentifier;
  readonly digestAlgorithm: AlgorithmIdentifier;
  /** The attributes, and the bytes that are signed: their encoding under the SET OF tag. */
  readonly signedAttributes: { readonly values: Attributes; readonly der: Uint8Array } | undefined;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly unsignedAttributes: Attributes | undefined;
}

/** Reads a SignerInfo. Throws DerError. */
export function readSignerInfo(reader: DerReader): SignerInfo {
  const inner = reader.into();
  const version = inner.smallInteger();
  const identifier = readCertificateIdentifier(inner);
  if (version !== versionFor(identifier)) throw new DerError('bad version');
  const digestAlgorithm = readAlgorithmIdentifier(inner);
  const signedAttributes = readSignedAttributes(inner);
  const signatureAlgorithm = readAlgorithmIdentifier(inner);
  const signature = inner.octetString();
  const unsigned = inner.optionalInto(contextConstructed(1));
  inner.end();
  const unsignedAttributes = unsigned === undefined ? undefined : readAttributes(unsigned);
  return {
    identifier,
    digestAlgorithm,
    signedAttributes,
    signatureAlgorithm,
    signature,
    unsignedAttributes,
  };
}

/** RFC 5652 §5.3: 1 with issuerAndSerialNumber, 3 with subjectKeyIdentifier. */
export function versionFor(identifier: Pick<CertificateIdentifier, 'kind'>): 1 | 3 {
  return identifier.kind === 'issuer-and-serial-number' ? 1 : 3;
}

function readSignedAttributes(reader: DerReader): SignerInfo['signedAttributes'] {
  if (reader.peek() !== contextConstructed(0)) return undefined;
  const element = reader.element();
  const values = readAttributes(reader.inside(element.content));
  // RFC 5652 §5.4: what is signed bears the SET OF tag, not the [0] it is sent under.
  const der = Uint8Array.from(element.der);
  der[0] = Tag.set;
  return { values, der };
}

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

/** What goes into a SignerInfo of our own making. */
interface SignerInfoPlan {
  readonly signer: Signer;
  readonly identifier: CertificateIdentifier;
  /** Attributes, DER, in any order. */
  readonly attributes: readonly Uint8Array[];
}

/** Signs signed attributes with SHA-256 (RFC 5652 §5.4). `values` of the answer is left empty: nothing here reads it back. */
export async function signSignerInfo({
  signer,
  identifier,
  attributes,
}: SignerInfoPlan): Promise<SignerInfo> {
  const signed = der.setOf(...attributes);
  const kind = readPublicKey(signer.publicKey)?.kind === 'ec' ? 'ec' : 'rsa';
  return {
    identifier,
    digestAlgorithm: digestAlgorithmFor('sha256'),
    signedAttributes: { values: new Map(), der: signed },
    signatureAlgorithm: signatureAlgorithmFor(kind, 'sha256'),
    signature: await signer.sign(signed),
    unsignedAttributes: undefined,
  };
}

/** Attributes (RFC 5652 §5.3) by type: each value as encoded. */
export type Attributes = ReadonlyMap<string, readonly Uint8Array[]>;

/** Reads the attributes in the content of a SET; no type twice. Throws DerError. */
function readAttributes(reader: DerReader): Attributes {
  const attributes = new Map<string, Uint8Array[]>();
  do {
    const attribute = reader.into();
    const type = attribute.oid();
    const values = attribute.into(Tag.set);
    attribute.end();
    if (attributes.has(type)) throw new DerError('attribute twice');
    attributes.set(type, readValues(values));
  } while (!reader.done);
  return attributes;
}

function readValues(reader: DerReader): Uint8Array[] {
  const values: Uint8Array[] = [];
  while (!reader.done) values.push(reader.element().der);
  return values;
}

/** Reads the one value of this type; undefined when the type is absent, has not exactly one value, or the value is malformed. */
export function singleValue<Value>(
  attributes: Attributes,
  type: string,
  read: (reader: DerReader) => Value,
): Value | undefined {
  const [value, ...others] = attributes.get(type) ?? [];
  if (value === undefined || others.length > 0) return undefined;
  const result = parseDer(value, value.length, read);
  return result.ok ? result.value : undefined;
}

/** One Attribute with one value. */
export function encodeAttribute(type: string, value: Uint8Array): Uint8Array {
  return der.sequence(der.oid(type), der.setOf(value));
}
