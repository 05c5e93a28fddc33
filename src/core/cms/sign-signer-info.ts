import { der } from '../der/index.js';
import { digestAlgorithmFor, signatureAlgorithmFor } from './algorithms.js';
import type { Signer } from './signer.js';
import type { SignerIdentifier, SignerInfo } from './signer-info.js';
import { readSignerKey } from './signer-key.js';

/** What goes into a SignerInfo of our own making. */
export interface SignerInfoPlan {
  readonly signer: Signer;
  readonly identifier: SignerIdentifier;
  /** Attributes, DER, in any order. */
  readonly attributes: readonly Uint8Array[];
}

/** Signs signed attributes with SHA-256 (RFC 5652 5.4). `values` of the answer is left empty: nothing here reads it back. */
export async function signSignerInfo({
  signer,
  identifier,
  attributes,
}: SignerInfoPlan): Promise<SignerInfo> {
  const signed = der.setOf(...attributes);
  const kind = readSignerKey(signer.publicKey)?.kind === 'ec' ? 'ec' : 'rsa';
  return {
    identifier,
    digestAlgorithm: digestAlgorithmFor('sha256'),
    signedAttributes: { values: new Map(), der: signed },
    signatureAlgorithm: signatureAlgorithmFor(kind, 'sha256'),
    signature: await signer.sign(signed),
    unsignedAttributes: undefined,
  };
}
