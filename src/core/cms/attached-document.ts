import { fail, ok, type Result } from '../result.js';
import type { Certificate } from '../x509/index.js';
import type { SignedDataFormErrorCode, SignerErrorCode } from './errors.js';
import { CmsOid } from './oids.js';
import { type ResolvedSignedData, resolveSigner } from './resolve-signer.js';
import { parseSignedData } from './signed-data.js';
import { singleValue } from './signer-info.js';

/** Bytes a signed document may have: a roster part of 50,000 rows has about one million. */
export const maximumDocumentBytes = 64 * 1024 * 1024;

/** A document whose signature verifies. Whether the signer is trusted is for the caller to check. */
export interface SignedDocument {
  readonly content: Uint8Array;
  readonly signer: Certificate;
  readonly certificates: readonly Certificate[];
  /** The signer's own claim (signing-time), where made. */
  readonly signedAt: Date | undefined;
}

/** A SignedData with its content inside, its signer settled; its signature has not been verified. */
interface ResolvedDocument extends ResolvedSignedData {
  readonly content: Uint8Array;
}

/** Reads an attached SignedData of at most {@link maximumDocumentBytes} under the same rules as evidence. Nothing is verified. */
export function resolveDocument(
  bytes: Uint8Array,
): Result<ResolvedDocument, SignedDataFormErrorCode | 'evidence-content-missing' | SignerErrorCode> {
  const signedData = parseSignedData(bytes, maximumDocumentBytes);
  if (!signedData.ok) return signedData;
  const { content } = signedData.value;
  if (content === undefined) return fail('evidence-content-missing');
  const resolved = resolveSigner(signedData.value);
  return resolved.ok ? ok({ ...resolved.value, content }) : resolved;
}

/** What a document says, once its signature has been verified. */
export function signedDocumentOf(document: ResolvedDocument): SignedDocument {
  const { content, signer, certificates } = document;
  return { content, signer, certificates, signedAt: claimedTime(document) };
}

function claimedTime({ signerInfo }: ResolvedSignedData): Date | undefined {
  const attributes = signerInfo.signedAttributes?.values ?? new Map<string, Uint8Array[]>();
  const time = singleValue(attributes, CmsOid.signingTime, (reader) => reader.time());
  return time === undefined ? undefined : new Date(time);
}
