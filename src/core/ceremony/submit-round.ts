import type { Card } from '../cms/card.js';
import { cardSignedDocument } from '../cms/card-document.js';
import { sha256 } from '../cryptography.js';
import { fail, ok, type Result } from '../result.js';
import { renderSubmissionStatement, type SubmissionSubject } from '../statement/lead.js';
import type { CeremonyErrorCode } from './errors.js';
import { isKeyPair, unwrapRoundKey } from './round-key.js';
import { sealToCertificate } from './sealing.js';

/** What the lead's machine needs to submit a round. */
export interface RoundSubmission {
  readonly card: Card;
  /** The wrapped round key as the server keeps it. */
  readonly wrappedKey: Uint8Array;
  /** The round's published key, SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  /** DER; the commission's, to which the key is wrapped anew. */
  readonly commissionCertificate: Uint8Array;
  /** What the server holds: the count and root that the lead signs. */
  readonly draft: Omit<SubmissionSubject, 'wrappedKeyDigest'>;
}

/** What goes to the server on submission. */
export interface SubmittedRound {
  /** SignedData over `renderSubmissionStatement`. */
  readonly statement: Uint8Array;
  /** AuthEnvelopedData for the commission around the private key (PKCS #8). */
  readonly wrappedKey: Uint8Array;
}

/**
 * Submits a round at the lead's machine (REG 7): the card opens the round key, which is held against the published one and
 * sealed to the commission; then the card signs the submission statement. One decryption, one signature.
 */
export async function submitRound(
  submission: RoundSubmission,
): Promise<Result<SubmittedRound, CeremonyErrorCode>> {
  const { card, publicKey, commissionCertificate, draft } = submission;
  const privateKey = await unwrapRoundKey(card, submission.wrappedKey);
  if (!privateKey.ok) return privateKey;
  if (!(await isKeyPair(privateKey.value, publicKey))) return fail('ceremony-key-mismatch');
  const wrappedKey = await sealToCertificate(privateKey.value, commissionCertificate);
  const { caseNumber, round, recordCount, merkleRoot } = draft;
  const content = renderSubmissionStatement({
    caseNumber,
    round,
    recordCount,
    merkleRoot,
    wrappedKeyDigest: await sha256(wrappedKey),
  });
  return ok({ statement: await cardSignedDocument(card, content), wrappedKey });
}
