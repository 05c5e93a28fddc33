import { parseCardSignature } from '../../../src/core/cms/index.js';
import { type Certificate, parseCertificate, strongAlgorithms } from '../../../src/core/x509/index.js';
import { verifySignature } from '../../../src/core/x509/signature.js';
import { base64, fromBase64, valueOf } from '../../../src/devkit/index.js';

/** A co-signature taken apart beforehand, so that the floor parses nothing: octets in base64. */
export interface FloorRequest {
  /** What the card signed, its signature, and the key it verifies under (SubjectPublicKeyInfo). */
  readonly signed: string;
  readonly signature: string;
  readonly signerKey: string;
  /** The signed octets of its certificate, the issuer's signature, and which of the issuers it is. */
  readonly tbs: string;
  readonly certificateSignature: string;
  readonly issuer: number;
  /** What is sealed: as long as the application's evidence, but for the countersignature. */
  readonly evidence: string;
}

/** Takes the body of a co-signature apart; `issuers` are the certificates (DER) that its certificate may be under. */
export function floorRequestOf(
  body: { readonly signature: Readonly<Record<string, string>> },
  issuers: readonly Uint8Array[],
): FloorRequest {
  const signedData = fromBase64(body.signature.signedData ?? '');
  const { signer, signerInfo } = valueOf(parseCardSignature({ form: 'cms', signedData }));
  const issuer = issuers.findIndex((der) => issued(valueOf(parseCertificate(der)), signer));
  if (signerInfo.signedAttributes === undefined || issuer < 0)
    throw new Error('no co-signature for the floor');
  return {
    signed: base64(signerInfo.signedAttributes.der),
    signature: base64(signerInfo.signature),
    signerKey: base64(signer.subjectPublicKeyInfo),
    tbs: base64(signer.tbs),
    certificateSignature: base64(signer.signature),
    issuer,
    evidence: base64(signedData),
  };
}

/** Both generations have one name: which of them issued it, the arithmetic tells. */
function issued(issuer: Certificate, { signatureAlgorithm, tbs, signature }: Certificate): boolean {
  const claim = {
    publicKey: issuer.subjectPublicKeyInfo,
    algorithm: signatureAlgorithm,
    data: tbs,
    signature,
  };
  return verifySignature(claim, strongAlgorithms).ok;
}
