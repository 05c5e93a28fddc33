import { der } from '../../core/der/index.js';
import type { KeyPair } from '../keys/key-pair.js';
import {
  algorithmIdentifier,
  defaultAlgorithm,
  type SignatureAlgorithm,
  signWith,
} from '../keys/signature-algorithm.js';
import { encodeExtension, type ExtensionShape } from './extension.js';
import { commonName, distinguishedName } from './name.js';

/**
 * The fields of a certificate to build. Only `signer` is required. The default is a self-signed version 3 certificate without
 * extensions.
 */
export interface CertificateShape {
  readonly signer: KeyPair;
  readonly algorithm?: SignatureAlgorithm;
  /** SubjectPublicKeyInfo, DER; the signer's own by default. */
  readonly publicKey?: Uint8Array;
  /** Name, DER. */
  readonly subject?: Uint8Array;
  /** Name, DER; the subject by default. */
  readonly issuer?: Uint8Array;
  /** A positive number, or the content octets of the INTEGER, right or wrong. */
  readonly serialNumber?: number | bigint | Uint8Array;
  /** A date, or the whole DER of the time. */
  readonly notBefore?: Date | Uint8Array;
  readonly notAfter?: Date | Uint8Array;
  readonly version?: 1 | 2 | 3;
  readonly extensions?: readonly ExtensionShape[];
  /** Content octets of the BIT STRING, beginning with the count of unused bits. */
  readonly issuerUniqueId?: Uint8Array;
  readonly subjectUniqueId?: Uint8Array;
  /** AlgorithmIdentifier, DER: replaces the right one inside or outside the signed part. */
  readonly tbsAlgorithmIdentifier?: Uint8Array;
  readonly outerAlgorithmIdentifier?: Uint8Array;
  /** Changes the signature. */
  readonly editSignature?: (signature: Uint8Array) => Uint8Array;
}

const defaults = {
  subject: distinguishedName(commonName('連署測試')),
  serialNumber: 1,
  notBefore: new Date('2020-01-01T00:00:00Z'),
  notAfter: new Date('2040-01-01T00:00:00Z'),
};

/** Builds and signs a certificate (RFC 5280 §4.1), valid or not. DER. */
export function buildCertificate(shape: CertificateShape): Uint8Array {
  const algorithm = shape.algorithm ?? defaultAlgorithm(shape.signer);
  return signed(toBeSigned(shape, algorithm), { ...shape, algorithm });
}

/**
 * SIGNED{…}: the signed bytes, the algorithm and the signature, as in certificates, CRLs and OCSP responses. `more` follows
 * them. DER.
 */
export function signed(
  bytes: Uint8Array,
  how: Pick<CertificateShape, 'signer' | 'outerAlgorithmIdentifier' | 'editSignature'> & {
    readonly algorithm: SignatureAlgorithm;
  },
  ...more: readonly Uint8Array[]
): Uint8Array {
  const signature = signWith(how.signer, how.algorithm, bytes);
  return der.sequence(
    bytes,
    how.outerAlgorithmIdentifier ?? algorithmIdentifier(how.algorithm),
    der.bitString(how.editSignature?.(signature) ?? signature),
    ...more,
  );
}

function toBeSigned(shape: CertificateShape, algorithm: SignatureAlgorithm): Uint8Array {
  const subject = shape.subject ?? defaults.subject;
  const version = shape.version ?? 3;
  return der.sequence(
    ...(version === 1 ? [] : [der.context(0, der.integer(version - 1))]),
    encodeSerialNumber(shape.serialNumber ?? defaults.serialNumber),
    shape.tbsAlgorithmIdentifier ?? algorithmIdentifier(algorithm),
    shape.issuer ?? subject,
    der.sequence(
      encodeTime(shape.notBefore ?? defaults.notBefore),
      encodeTime(shape.notAfter ?? defaults.notAfter),
    ),
    subject,
    shape.publicKey ?? shape.signer.publicKey,
    ...optionalFields(shape),
  );
}

function optionalFields({
  issuerUniqueId,
  subjectUniqueId,
  extensions = [],
}: CertificateShape): Uint8Array[] {
  return [
    ...(issuerUniqueId === undefined ? [] : [der.contextOctets(1, issuerUniqueId)]),
    ...(subjectUniqueId === undefined ? [] : [der.contextOctets(2, subjectUniqueId)]),
    ...(extensions.length === 0 ? [] : [der.context(3, der.sequence(...extensions.map(encodeExtension)))]),
  ];
}

/** An INTEGER, DER, from a number or from content octets. */
export function encodeSerialNumber(serialNumber: number | bigint | Uint8Array): Uint8Array {
  return serialNumber instanceof Uint8Array ? der.encode(0x02, serialNumber) : der.integer(serialNumber);
}

/** A Time, DER; bytes are returned unchanged. */
export function encodeTime(at: Date | Uint8Array): Uint8Array {
  return at instanceof Uint8Array ? at : der.time(at);
}
