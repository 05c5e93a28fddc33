import { fail, type Result } from '../result.js';
import { type Certificate, parseCertificate, readPublicKey } from '../x509/index.js';
import { digestAlgorithmFor, signatureAlgorithmFor } from './algorithms.js';
import { issuerAndSerialNumberOf } from './certificate-identifier.js';
import type { CardSignatureFormErrorCode } from './errors.js';
import { type ResolvedSignedData, resolveSigner } from './resolve-signer.js';
import { encodeSignedData, parseSignedData } from './signed-data.js';
import type { SignerInfo } from './signer-info.js';

/** How a card hands over a signature; `pkcs1` is the bare RSASSA-PKCS1-v1_5 (or ECDSA) value beside the certificate. */
export type SignatureForm =
  | 'cms-attached'
  | 'cms-detached'
  | 'cms-attached-without-attributes'
  | 'cms-detached-without-attributes'
  | 'pkcs1';

/** What a card signs with: a CMS SignedData (DER), or a bare signature with the certificate (DER) that verifies it. */
export type CardSignature =
  | { readonly form: 'cms'; readonly signedData: Uint8Array }
  | { readonly form: 'pkcs1'; readonly signature: Uint8Array; readonly certificate: Uint8Array };

/**
 * A person's card behind whatever reaches it: the local sign server in a browser, PKCS #11, or a mock.
 * Each call may ask the person for a PIN, so nothing here is ever called once per record.
 */
export interface Card {
  /** The signing certificate, DER. */
  readonly signingCertificate: Uint8Array;
  /** The encryption certificate, DER. */
  readonly encryptionCertificate: Uint8Array;
  /** Signs these bytes with the signing key, SHA-256. */
  sign(content: Uint8Array, form: SignatureForm): Promise<CardSignature>;
  /** Opens a CMS EnvelopedData (RSA PKCS #1 v1.5 key transport, AES-256-CBC) with the encryption key. Rejects when it can't. */
  decrypt(envelopedData: Uint8Array): Promise<Uint8Array>;
}

/**
 * Has a card sign a document: attached DER SignedData with the certificates the card sent, whatever form the card answers
 * in. The card is the person's own and is taken at its word; the server verifies. Throws where the card answers nonsense.
 */
export async function cardSignedDocument(card: Card, content: Uint8Array): Promise<Uint8Array> {
  const signature = parseCardSignature(await card.sign(content, 'cms-attached'));
  if (!signature.ok) throw new Error(`the card's signature can't be used: ${signature.failure.code}`);
  return attachedSignature(signature.value, content);
}

/** A card's signature and what it is over as one CMS SignedData (DER), which `openssl cms -verify` checks by itself. */
export function attachedSignature(
  { certificates, signerInfo }: ResolvedSignedData,
  content: Uint8Array,
): Uint8Array {
  return encodeSignedData({
    content,
    certificates: certificates.map((certificate) => certificate.der),
    signerInfo,
  });
}

/** Bytes a card's signature may have, certificates included. */
export const maximumSignatureBytes = 16_384;

/**
 * Reads what a card signed with, in either form, into one: a SignedData whose signer and algorithms are settled. A bare
 * signature becomes a SignerInfo without signed attributes, SHA-256. Nothing expensive is done and nothing is verified.
 * Unsigned attributes and CRLs the card may send are left behind when evidence is built: no signature covers them.
 */
export function parseCardSignature(
  input: CardSignature,
): Result<ResolvedSignedData, CardSignatureFormErrorCode> {
  if (input.form === 'pkcs1') return fromBareSignature(input.signature, input.certificate);
  const signedData = parseSignedData(input.signedData, maximumSignatureBytes);
  return signedData.ok ? resolveSigner(signedData.value) : signedData;
}

function fromBareSignature(
  signature: Uint8Array,
  certificateBytes: Uint8Array,
): Result<ResolvedSignedData, CardSignatureFormErrorCode> {
  if (signature.length + certificateBytes.length > maximumSignatureBytes) {
    return fail('evidence-too-large', { limit: maximumSignatureBytes });
  }
  const certificate = parseCertificate(certificateBytes);
  if (!certificate.ok) return fail('evidence-certificate-malformed');
  const signerInfo = bareSignerInfo(signature, certificate.value);
  if (signerInfo === undefined) return fail('evidence-algorithm-unsupported');
  return resolveSigner({
    content: undefined,
    certificates: [certificate.value],
    signerInfo,
    revocationInfos: undefined,
  });
}

function bareSignerInfo(signature: Uint8Array, certificate: Certificate): SignerInfo | undefined {
  const kind = readPublicKey(certificate.subjectPublicKeyInfo)?.kind;
  if (kind !== 'rsa' && kind !== 'ec') return undefined;
  return {
    identifier: issuerAndSerialNumberOf(certificate),
    digestAlgorithm: digestAlgorithmFor('sha256'),
    signedAttributes: undefined,
    signatureAlgorithm: signatureAlgorithmFor(kind, 'sha256'),
    signature,
    unsignedAttributes: undefined,
  };
}
