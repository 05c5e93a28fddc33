import { type Card, cardSignedDocument } from '../cms/card.js';
import { wrapKeyForCard } from '../cms/enveloped-data.js';
import { digestSha256 } from '../cryptography.js';
import type { CaseNumber, RoundOrdinal } from '../identifiers.js';
import { isKeyPair } from '../key-pair.js';
import { fail, ok, type Result } from '../result.js';
import {
  renderKeyStatement,
  renderSubmissionStatement,
  type SealingMode,
  type SubmissionStatementFields,
} from '../statement/statements.js';
import {
  encryptToCertificate,
  generateRoundKey,
  type KeyOpener,
  openWithRoundKey,
  type RoundKeyPair,
  withRoundKey,
} from './round-key.js';

/** What the lead decides when a round opens. */
export interface RoundOpening {
  readonly card: Card;
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  /** The platform's origin, as the lead sees it. */
  readonly origin: string;
  readonly mode: SealingMode;
  /** The commission's round key: SubjectPublicKeyInfo, DER. */
  readonly commissionRoundKey: Uint8Array;
  /** The undertaking (切結書), as shown to the lead. */
  readonly undertaking: string;
  /** Encryption certificates (DER) of those who may open the key if the card is lost. */
  readonly deputies?: readonly Uint8Array[];
  /** Recovery passphrase, for the same. */
  readonly passphrase?: string;
  /** The round key, where it was made in a step before this one; made here otherwise. */
  readonly roundKey?: RoundKeyPair;
}

/** What goes to the server when a round opens. */
export interface OpenedRound {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** EnvelopedData around the private key. */
  readonly wrappedKey: Uint8Array;
  /** SignedData over `renderKeyStatement`. */
  readonly keyStatement: Uint8Array;
}

/**
 * Opens a round at the lead's machine: makes the round key, wraps it for the lead's card and whoever else may open it, has
 * the card open it once before anything rests on it, and has the card sign the key statement. The private half stays here.
 */
export async function openRound(opening: RoundOpening): Promise<Result<OpenedRound, CeremonyErrorCode>> {
  const { card, deputies = [], passphrase } = opening;
  const pair = opening.roundKey ?? (await generateRoundKey());
  const recipients = [card.encryptionCertificate, ...deputies];
  const wrappedKey = await wrapKeyForCard(pair.privateKey, recipients, passphrase);
  const opens = await withRoundKey(card, wrappedKey, (opened) => heldAgainst(opened, pair.publicKey));
  if (!opens.ok) return opens;
  const key = { publicKey: pair.publicKey, wrappedKey };
  return ok({ ...key, keyStatement: await cardSignedDocument(card, await keyStatementOf(opening, key)) });
}

/** What a card has opened, and whether it is the private half of this key. */
async function heldAgainst(
  privateKey: Uint8Array,
  publicKey: Uint8Array,
): Promise<Result<undefined, 'ceremony-key-mismatch'>> {
  return (await isKeyPair(privateKey, publicKey)) ? ok(undefined) : fail('ceremony-key-mismatch');
}

/** What a key statement says of a round, beside the key itself. */
export type KeyStatementTerms = Pick<
  RoundOpening,
  'caseNumber' | 'round' | 'origin' | 'mode' | 'commissionRoundKey' | 'undertaking'
>;

/** The key statement to sign for this key. */
export async function keyStatementOf(
  { caseNumber, round, origin, mode, commissionRoundKey, undertaking }: KeyStatementTerms,
  { publicKey, wrappedKey }: Pick<OpenedRound, 'publicKey' | 'wrappedKey'>,
): Promise<Uint8Array> {
  return renderKeyStatement({
    caseNumber,
    round,
    origin,
    mode,
    publicKeyDigest: await digestSha256(publicKey),
    commissionKeyDigest: await digestSha256(commissionRoundKey),
    wrappedKeyDigest: await digestSha256(wrappedKey),
    undertaking,
  });
}

/**
 * Answers the server's probe: what it sealed to the round's public key, opened by way of the card. Only who can open the
 * wrapped key it has stored can answer.
 */
export async function answerProbe(
  card: Card,
  wrappedKey: Uint8Array,
  sealedProbe: Uint8Array,
): Promise<Result<Uint8Array, CeremonyErrorCode>> {
  return withRoundKey(card, wrappedKey, async (privateKey) => {
    const probe = await openWithRoundKey(sealedProbe, privateKey);
    return probe === undefined ? fail('ceremony-probe-not-opened') : ok(probe);
  });
}

/** What the lead's machine needs to submit a round. */
export interface RoundSubmission {
  /** Signs; and opens the round key, unless {@link opener} does. */
  readonly card: Card;
  /** Opens the round key in place of a card that was lost or replaced: a deputy's card, or the recovery passphrase. */
  readonly opener?: KeyOpener;
  /** The wrapped round key as the server keeps it. */
  readonly wrappedKey: Uint8Array;
  /** The round's published key, SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  /** DER; the commission's, to which the key is wrapped anew. */
  readonly commissionCertificate: Uint8Array;
  /** What the lead signs: the count and root that the server holds, and where it submits. */
  readonly draft: Omit<SubmissionStatementFields, 'wrappedKeyDigest'>;
}

/** What goes to the server on submission. */
export interface SignedSubmission {
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
): Promise<Result<SignedSubmission, CeremonyErrorCode>> {
  const { card, publicKey, commissionCertificate, draft } = submission;
  const wrapped = await withRoundKey(submission.opener ?? card, submission.wrappedKey, async (privateKey) => {
    const held = await heldAgainst(privateKey, publicKey);
    return held.ok ? ok(await encryptToCertificate(privateKey, commissionCertificate)) : held;
  });
  if (!wrapped.ok) return wrapped;
  const wrappedKey = wrapped.value;
  const { caseNumber, round, origin, recordCount, merkleRoot } = draft;
  const content = renderSubmissionStatement({
    caseNumber,
    round,
    origin,
    recordCount,
    merkleRoot,
    wrappedKeyDigest: await digestSha256(wrappedKey),
  });
  return ok({ statement: await cardSignedDocument(card, content), wrappedKey });
}

/** Why a step at the lead's machine stops. Nothing has been sent to anyone then. */
export const ceremonyErrorCodes = [
  /** The card does not open the wrapped key: another card, or a key that was not wrapped for it. */
  'ceremony-key-not-opened',
  /** What the card opened is not the round's published key. */
  'ceremony-key-mismatch',
  /** The probe was not sealed to this round's key. */
  'ceremony-probe-not-opened',
] as const;
export type CeremonyErrorCode = (typeof ceremonyErrorCodes)[number];
