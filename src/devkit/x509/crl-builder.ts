import { der } from '../../core/der/index.js';
import type { KeyPair } from '../keys/key-pair.js';
import {
  algorithmIdentifier,
  defaultAlgorithm,
  type SignatureAlgorithm,
} from '../keys/signature-algorithm.js';
import { encodeSerialNumber, encodeTime, signed } from './certificate-builder.js';
import { encodeExtension, type ExtensionShape } from './extension.js';
import { crlReason, type RevocationReason } from './revocation-extension.js';

/** An entry of a CRL to build. */
export interface CrlEntryShape {
  readonly serialNumber: number | bigint | Uint8Array;
  readonly revokedAt: Date | Uint8Array;
  readonly reason?: RevocationReason;
  /** Further entry extensions, such as certificateIssuer. */
  readonly extensions?: readonly ExtensionShape[];
}

/** The fields of a CRL to build. Its extensions decide whether it is complete, delta or indirect. */
export interface CrlShape {
  readonly signer: KeyPair;
  /** Name, DER. */
  readonly issuer: Uint8Array;
  readonly algorithm?: SignatureAlgorithm;
  readonly version?: 1 | 2;
  readonly thisUpdate: Date | Uint8Array;
  readonly nextUpdate?: Date | Uint8Array;
  readonly entries?: readonly CrlEntryShape[];
  readonly extensions?: readonly ExtensionShape[];
  readonly tbsAlgorithmIdentifier?: Uint8Array;
  readonly outerAlgorithmIdentifier?: Uint8Array;
  readonly editSignature?: (signature: Uint8Array) => Uint8Array;
}

/** Builds and signs a CRL (RFC 5280 §5.1), valid or not. DER. */
export function buildCrl(shape: CrlShape): Uint8Array {
  const algorithm = shape.algorithm ?? defaultAlgorithm(shape.signer);
  const { version = 2, entries = [], extensions = [] } = shape;
  const bytes = der.sequence(
    ...(version === 1 ? [] : [der.integer(1)]),
    shape.tbsAlgorithmIdentifier ?? algorithmIdentifier(algorithm),
    shape.issuer,
    encodeTime(shape.thisUpdate),
    ...(shape.nextUpdate === undefined ? [] : [encodeTime(shape.nextUpdate)]),
    // RFC 5280 §5.1.2.6: if nothing is revoked, the list is absent, not empty.
    ...(entries.length === 0 ? [] : [der.sequence(...entries.map(encodeEntry))]),
    ...(extensions.length === 0 ? [] : [der.context(0, der.sequence(...extensions.map(encodeExtension)))]),
  );
  return signed(bytes, { ...shape, algorithm });
}

function encodeEntry(entry: CrlEntryShape): Uint8Array {
  const reason = entry.reason === undefined ? [] : [crlReason(entry.reason)];
  const extensions = [...reason, ...(entry.extensions ?? [])].map(encodeExtension);
  return der.sequence(
    encodeSerialNumber(entry.serialNumber),
    encodeTime(entry.revokedAt),
    ...(extensions.length === 0 ? [] : [der.sequence(...extensions)]),
  );
}
