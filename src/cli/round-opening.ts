import type { OpenedRound, RoundOpening } from '../core/ceremony/index.js';
import { type Card, parseSignedDocument } from '../core/cms/index.js';
import { equalOctets } from '../core/octets.js';
import { sha256 } from '../core/sha256.js';
import { renderKeyStatement } from '../core/statement/index.js';
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

/**
 * The key material that the server has, if this very card signed it for this opening. The server's word is not enough: it could hold out
 * another key.
 */
export function handedInBy(opening: RoundOpening, { round }: LeadCaseAnswer): OpenedRound | undefined {
  const { publicKey = '', wrappedKey = '', keyStatement = '' } = round;
  const material = {
    publicKey: fromBase64(publicKey),
    wrappedKey: fromBase64(wrappedKey),
    keyStatement: fromBase64(keyStatement),
  };
  const document = parseSignedDocument(material.keyStatement);
  if (!document.ok) return undefined;
  const expected = renderKeyStatement({
    ...opening,
    publicKeyDigest: sha256(material.publicKey),
    commissionKeyDigest: sha256(opening.commissionRoundKey),
    wrappedKeyDigest: sha256(material.wrappedKey),
  });
  const { content, signer } = document.value;
  const signedByCard = equalOctets(signer.der, opening.card.signingCertificate);
  return signedByCard && equalOctets(content, expected) ? material : undefined;
}
