import type { Card } from '../cms/card.js';
import { cardSignedDocument } from '../cms/card-document.js';
import { envelopForCard } from '../cms/envelop.js';
import { equal } from '../cms/octets.js';
import { sha256 } from '../cryptography.js';
import type { CaseNumber, RoundOrdinal } from '../identifiers.js';
import { fail, ok, type Result } from '../result.js';
import { renderKeyStatement } from '../statement/lead.js';
import type { CeremonyErrorCode } from './errors.js';
import { generateRoundKey, type RoundKeyPair, unwrapRoundKey } from './round-key.js';
import { openWithRoundKey } from './sealing.js';

/** What the lead decides when a round opens. */
export interface RoundOpening {
  readonly card: Card;
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  /** The undertaking (切結書), as shown to the lead. */
  readonly undertaking: string;
  /** Encryption certificates (DER) of those who may open the key if the card is lost. */
  readonly deputies?: readonly Uint8Array[];
  /** Recovery passphrase, for the same. */
  readonly passphrase?: string;
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
  const pair = await generateRoundKey();
  const recipients = [card.encryptionCertificate, ...deputies];
  const wrappedKey = await envelopForCard(pair.privateKey, recipients, passphrase);
  const unwrapped = await unwrapRoundKey(card, wrappedKey);
  if (!unwrapped.ok) return unwrapped;
  if (!equal(unwrapped.value, pair.privateKey)) return fail('ceremony-key-mismatch');
  const keyStatement = await cardSignedDocument(card, await statementOf(opening, pair, wrappedKey));
  return ok({ publicKey: pair.publicKey, wrappedKey, keyStatement });
}

async function statementOf(
  { caseNumber, round, undertaking }: RoundOpening,
  { publicKey }: RoundKeyPair,
  wrappedKey: Uint8Array,
): Promise<Uint8Array> {
  return renderKeyStatement({
    caseNumber,
    round,
    publicKeyDigest: await sha256(publicKey),
    wrappedKeyDigest: await sha256(wrappedKey),
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
  const privateKey = await unwrapRoundKey(card, wrappedKey);
  if (!privateKey.ok) return privateKey;
  const probe = await openWithRoundKey(sealedProbe, privateKey.value);
  return probe === undefined ? fail('ceremony-probe-not-opened') : ok(probe);
}
