import { hash } from 'node:crypto';
import { fail, ok, type Result } from '../result.js';
import { type AlgorithmIdentifier, strongAlgorithms } from '../x509/index.js';
import { verifySignature } from '../x509/signature.js';
import { type CardSignature, parseCardSignature } from './card.js';
import type {
  CardSignatureErrorCode,
  ContentSignatureErrorCode,
  StatementSignatureErrorCode,
} from './errors.js';
import type { ResolvedSignedData } from './resolve-signer.js';
import {
  type Digest,
  octetsSignedOver,
  octetsSignedOverContent,
  type VerifiedSignedData,
} from './signed-octets.js';

/*
 * Signatures verified by node:crypto, which doesn't wait: for the server. `verify-by-webcrypto.ts` does the same in a browser.
 */

const digest: Digest = (name, octets) => hash(name, octets, 'buffer');

/** Verifies a card's signature over exactly this statement. Whether its certificate is trusted is another question. */
export function verifyCardSignature(
  signature: CardSignature,
  statement: Uint8Array,
): Result<VerifiedSignedData, CardSignatureErrorCode> {
  const parsed = parseCardSignature(signature);
  return parsed.ok ? verifySignedData(parsed.value, statement) : parsed;
}

/**
 * Verifies a signature over the statement that had to be signed (RFC 5652 §5.4, §5.6). `statement` is rendered by the caller:
 * what is attached is only compared with it. With signed attributes, content-type and message-digest must be there and
 * right, and a signing-certificate must name the signer.
 */
export function verifySignedData(
  signedData: ResolvedSignedData,
  statement: Uint8Array,
): Result<VerifiedSignedData, StatementSignatureErrorCode> {
  const signed = octetsSignedOver(signedData, statement, digest);
  return signed.ok ? verifyOver(signedData, statement, signed.value) : signed;
}

/** Verifies an attached signature over the content that came with it, whatever that is. Otherwise as {@link verifySignedData}. */
export function verifyAttached(
  signedData: ResolvedSignedData & { readonly content: Uint8Array },
): Result<VerifiedSignedData, ContentSignatureErrorCode> {
  const signed = octetsSignedOverContent(signedData, digest);
  return signed.ok ? verifyOver(signedData, signedData.content, signed.value) : signed;
}

function verifyOver(
  signedData: ResolvedSignedData,
  statement: Uint8Array,
  signed: Uint8Array,
): Result<VerifiedSignedData, 'evidence-signature-wrong'> {
  const { signer, algorithms, signerInfo } = signedData;
  return isSignatureBy(signer.subjectPublicKeyInfo, algorithms.signature, signed, signerInfo.signature)
    ? ok({ ...signedData, statement })
    : fail('evidence-signature-wrong');
}

/** True when `signature` over `data` is by this key (SubjectPublicKeyInfo, DER). */
export function isSignatureBy(
  publicKey: Uint8Array,
  algorithm: AlgorithmIdentifier,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verifySignature({ publicKey, algorithm, data, signature }, strongAlgorithms).ok;
}
