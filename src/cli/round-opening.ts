import { isHandedInBy, type OpenedRound, type RoundOpening } from '../core/ceremony/index.js';
import type { Card } from '../core/cms/index.js';
import { fromBase64, type LeadCaseAnswer } from './lead-client.js';

/** What the lead signs in this round. Deputies and passphrase are added when the key is made. */
export function openingOf(referendum: LeadCaseAnswer, card: Card): RoundOpening {
  const { number, origin, mode, undertaking, round } = referendum;
  return {
    card,
    caseNumber: number,
    round: round.round,
    origin,
    mode,
    commissionRoundKey: fromBase64(round.commissionRoundKey),
    undertaking,
  };
}

/** The key material that the server has, if this very card signed it for this opening. */
export async function handedInBy(
  opening: RoundOpening,
  { round }: LeadCaseAnswer,
): Promise<OpenedRound | undefined> {
  const { publicKey = '', wrappedKey = '', keyStatement = '' } = round;
  const material = {
    publicKey: fromBase64(publicKey),
    wrappedKey: fromBase64(wrappedKey),
    keyStatement: fromBase64(keyStatement),
  };
  const isOwn = await isHandedInBy(opening.card.signingCertificate, opening, material);
  return isOwn ? material : undefined;
}
