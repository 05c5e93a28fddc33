import { contextConstructed, contextPrimitive, DerError, type DerReader, Tag } from '../der/index.js';
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../x509/index.js';
import { type Attributes, readAttributes } from './attributes.js';

/** How a SignerInfo names the signer's certificate (RFC 5652 5.3); `der` is the encoding as it stands in the SignerInfo. */
export type SignerIdentifier =
  | {
      readonly kind: 'issuer-and-serial-number';
      readonly der: Uint8Array;
      /** The issuer's Name, DER. */
      readonly issuer: Uint8Array;
      readonly serialNumber: Uint8Array;
    }
  | { readonly kind: 'key-identifier'; readonly der: Uint8Array; readonly keyIdentifier: Uint8Array };

/** SignerInfo (RFC 5652 5.3) as encoded, nothing judged. */
export interface SignerInfo {
  readonly identifier: SignerIdentifier;
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
  const identifier = readIdentifier(inner);
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

/** RFC 5652 5.3: 1 with issuerAndSerialNumber, 3 with subjectKeyIdentifier. */
export function versionFor(identifier: Pick<SignerIdentifier, 'kind'>): 1 | 3 {
  return identifier.kind === 'issuer-and-serial-number' ? 1 : 3;
}

function readIdentifier(reader: DerReader): SignerIdentifier {
  if (reader.peek() === contextPrimitive(0)) {
    const { der, content } = reader.element();
    return { kind: 'key-identifier', der, keyIdentifier: content };
  }
  const { der, content } = reader.element(Tag.sequence);
  const inner = reader.inside(content);
  const issuer = inner.element(Tag.sequence).der;
  const serialNumber = inner.integerOctets();
  inner.end();
  return { kind: 'issuer-and-serial-number', der, issuer, serialNumber };
}

function readSignedAttributes(reader: DerReader): SignerInfo['signedAttributes'] {
  if (reader.peek() !== contextConstructed(0)) return undefined;
  const element = reader.element();
  const values = readAttributes(reader.inside(element.content));
  // RFC 5652 5.4: what is signed bears the SET OF tag, not the [0] it is sent under.
  const der = Uint8Array.from(element.der);
  der[0] = Tag.set;
  return { values, der };
}
