import type { SignedData } from 'pkijs';
import { engine } from './engine.js';
import { readSignedData } from './read-signed-data.js';
import { isSignatureValue, same } from './signature-value.js';

/** What was signed, and the certificate (DER) whose key signed it. */
export interface SignedContent {
  readonly content: Uint8Array;
  readonly signer: Uint8Array;
}

/**
 * Verifies the one signature of a SignedData (RFC 5652 5.4, 5.6) with pkijs and asn1js alone, sharing nothing with
 * `core/cms`; undefined where it refuses. `content` is what a detached signature is over; an attached one must then hold the
 * same. Neither the certificate's path nor our rules on form and strength are judged, only whether the signature holds and over what.
 */
export async function secondOpinion(
  bytes: Uint8Array,
  content?: Uint8Array,
): Promise<SignedContent | undefined> {
  try {
    return await verify(readSignedData(bytes), content);
  } catch {
    // pkijs throws for malformed bytes, a missing certificate and a wrong digest alike.
    return undefined;
  }
}

async function verify(
  signedData: SignedData,
  detached: Uint8Array | undefined,
): Promise<SignedContent | undefined> {
  const { signerInfos } = signedData;
  const content = contentOf(signedData, detached);
  if (signerInfos.length !== 1 || content === undefined) return undefined;
  const { signatureVerified, signerCertificate } = await signedData.verify(
    { signer: 0, data: Uint8Array.from(content).buffer, extendedMode: true },
    engine,
  );
  return signatureVerified === true &&
    signerCertificate &&
    isSignatureValue(signerInfos[0], signerCertificate.subjectPublicKeyInfo)
    ? { content, signer: new Uint8Array(signerCertificate.toSchema().toBER()) }
    : undefined;
}

function contentOf(
  { encapContentInfo: { eContent } }: SignedData,
  detached: Uint8Array | undefined,
): Uint8Array | undefined {
  if (eContent === undefined) return detached;
  const attached = new Uint8Array(eContent.getValue());
  return detached === undefined || same(attached, detached) ? attached : undefined;
}
