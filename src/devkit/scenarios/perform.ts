import type { CardSignature } from '../../core/cms/card.js';
import type { MockCard } from '../card/mock-card.js';
import { type CardShape, yearsAfter } from '../pki/card-issuer.js';
import type { DemoPki } from '../pki/demo-pki.js';
import type { Attempt, CardPlan } from './scenario-table.js';

/** The request of a co-signer. */
export interface CoSignatureRequest {
  readonly nationalId: string;
  readonly challenge: string;
  readonly signature: CardSignature;
}

/** What the caller provides: the PKI, challenges and statements. */
export interface CoSigningMeans {
  readonly pki: DemoPki;
  /** Fetches a challenge of this kind. */
  readonly challenge: (kind: Attempt['challenge']) => string | Promise<string>;
  /** The bytes of the statement for a number and a challenge, about this case or about another one. */
  readonly statement: (
    nationalId: string,
    challenge: string,
    which: Attempt['statement'],
  ) => Uint8Array | Promise<Uint8Array>;
}

/** The card of an attempt. The same attempt gives the same card. */
export function cardOf({ person, card }: Attempt, pki: DemoPki): MockCard {
  return pki.issueCard(person, { ...card.shape, ...validity(card.validity, pki.options.at) });
}

function validity(of: CardPlan['validity'], at: Date): Pick<CardShape, 'notBefore' | 'notAfter'> {
  if (of === 'expired') return { notBefore: yearsAfter(at, -6), notAfter: yearsAfter(at, -1) };
  if (of === 'not-yet') return { notBefore: yearsAfter(at, 1) };
  return {};
}

/** Revokes the cards that must be revoked before the co-signing begins. Call it before the platform fetches revocation data. */
export function revokeBefore(attempts: readonly Attempt[], pki: DemoPki, at: Date): void {
  for (const attempt of attempts.filter(({ revocation }) => revocation === 'before')) {
    pki.revoke(cardOf(attempt, pki).signingCertificate, at, 'keyCompromise');
  }
}

/** Revokes the attempt's card if its scenario revokes it after the co-signature is recorded. */
export function revokeAfter(attempt: Attempt, pki: DemoPki, at: Date): void {
  if (attempt.revocation === 'after') {
    pki.revoke(cardOf(attempt, pki).signingCertificate, at, 'cessationOfOperation');
  }
}

/** Builds the request of an attempt: fetches the challenge, signs the statement, and changes the signature if the scenario says so. */
export async function buildCoSignature(attempt: Attempt, means: CoSigningMeans): Promise<CoSignatureRequest> {
  const { nationalId, form } = attempt;
  const challenge = await means.challenge(attempt.challenge);
  const statement = await means.statement(nationalId, challenge, attempt.statement);
  const signature = await cardOf(attempt, means.pki).sign(statement, form);
  return {
    nationalId,
    challenge,
    signature: attempt.tamper === 'signature' ? tampered(signature) : signature,
  };
}

/** The signature with one bit of its value changed. In a SignedData, the signature value is the last field. */
function tampered(signature: CardSignature): CardSignature {
  const flipLast = (bytes: Uint8Array): Uint8Array =>
    Uint8Array.from(bytes, (octet, index) => (index === bytes.length - 1 ? octet ^ 1 : octet));
  return signature.form === 'cms'
    ? { form: 'cms', signedData: flipLast(signature.signedData) }
    : { ...signature, signature: flipLast(signature.signature) };
}
