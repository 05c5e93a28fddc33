import { subtle } from '../cryptography.js';
import { fail, ok, type Result } from '../result.js';
import { strongAlgorithms } from '../x509/index.js';
import { verifyByWebCrypto } from '../x509/verify-by-webcrypto.js';
import { resolveDocument, type SignedDocument, signedDocumentOf } from './attached-document.js';
import { type CardSignature, parseCardSignature } from './card.js';
import type { CardSignatureErrorCode, SignedDocumentErrorCode } from './errors.js';
import type { ResolvedSignedData } from './resolve-signer.js';
import {
  type Digest,
  octetsSignedOver,
  octetsSignedOverContent,
  type ReferenceDigest,
  type VerifiedSignedData,
} from './signed-octets.js';

/*
 * Signatures verified by WebCrypto, which runs in a browser. `verify-signed-data.ts` does the same for the server; both check everything
 * but the arithmetic in `signed-octets.ts`.
 */

const names: Record<ReferenceDigest, string> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

/** As `verifyCardSignature`: a card's signature over exactly this statement. Whether its certificate is trusted is another question. */
export async function verifyCardSignatureByWebCrypto(
  signature: CardSignature,
  statement: Uint8Array,
): Promise<Result<VerifiedSignedData, CardSignatureErrorCode>> {
  const parsed = parseCardSignature(signature);
  if (!parsed.ok) return parsed;
  const signed = octetsSignedOver(parsed.value, statement, await digestsFor(parsed.value, statement));
  if (!signed.ok) return signed;
  return (await isSignedBy(parsed.value, signed.value))
    ? ok({ ...parsed.value, statement })
    : fail('evidence-signature-wrong');
}

/** As `parseSignedDocument`: reads an attached SignedData and verifies its signature, not the certificate's path. */
export async function verifyDocumentByWebCrypto(
  bytes: Uint8Array,
): Promise<Result<SignedDocument, SignedDocumentErrorCode>> {
  const document = resolveDocument(bytes);
  if (!document.ok) return document;
  const digest = await digestsFor(document.value, document.value.content);
  const signed = octetsSignedOverContent(document.value, digest);
  if (!signed.ok) return signed;
  return (await isSignedBy(document.value, signed.value))
    ? ok(signedDocumentOf(document.value))
    : fail('evidence-signature-wrong');
}

async function isSignedBy(
  { signer, algorithms, signerInfo }: ResolvedSignedData,
  data: Uint8Array,
): Promise<boolean> {
  const claim = {
    publicKey: signer.subjectPublicKeyInfo,
    algorithm: algorithms.signature,
    data,
    signature: signerInfo.signature,
  };
  return (await verifyByWebCrypto(claim, strongAlgorithms)).ok;
}

/** All digests that may be asked for, computed beforehand: WebCrypto answers later only. */
async function digestsFor(
  { algorithms, signer }: ResolvedSignedData,
  statement: Uint8Array,
): Promise<Digest> {
  const ofCertificate = new Map<string, Uint8Array>();
  for (const name of Object.keys(names) as ReferenceDigest[])
    ofCertificate.set(name, await digestOf(name, signer.der));
  const computed = new Map<Uint8Array, ReadonlyMap<string, Uint8Array>>([
    [statement, new Map([[algorithms.digest, await digestOf(algorithms.digest, statement)]])],
    [signer.der, ofCertificate],
  ]);
  // Of other octets no digest is asked. Should one be, this throws: another's digest must never stand in.
  return (name, octets) => (computed.get(octets) as ReadonlyMap<string, Uint8Array>).get(name) as Uint8Array;
}

async function digestOf(name: ReferenceDigest, octets: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await subtle.digest(names[name], octets));
}
