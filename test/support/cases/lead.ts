import { type Case, type Round, undertaking } from '../../../src/cases/index.js';
import { answerProbe, openRound, submitRound } from '../../../src/core/ceremony/index.js';
import type { Card } from '../../../src/core/cms/card.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import type { Result } from '../../../src/core/result.js';
import type { KeyMaterial, SubmissionDraft } from '../../../src/lead/index.js';
import type { TestPlatform } from './platform.js';

/** The value, or a failed test that names the code. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.failure.code}`);
  return result.value;
}

/** What the commission enters, valid unless overridden. */
export function registration(card: Card, number: string) {
  return {
    number,
    mainText: '您是否同意，國民小學每班學生人數不得超過二十人？',
    reason: '小班教學能讓每一位學童得到照顧。\n\n為此提出本案。',
    leadSigningCertificate: card.signingCertificate,
    leadEncryptionCertificate: card.encryptionCertificate,
    electorTotal: 1000,
  };
}

/** Registers a case and issues its code. */
export async function registerCase(
  platform: TestPlatform,
  card: Card,
  number: string,
): Promise<{ referendum: Case; accessCode: string }> {
  const { number: registered } = valueOf(await platform.cases.register(registration(card, number)));
  return valueOf(await platform.cases.issueCode(registered));
}

/** What the lead's machine makes for a round. */
export async function roundKeyOf(card: Card, number: CaseNumber, round: 1 | 2 = 1): Promise<KeyMaterial> {
  return valueOf(await openRound({ card, caseNumber: number, round, undertaking }));
}

/** Opens the case's round in hand as the lead does, and turns the clock to a collecting day. */
export async function openCase(platform: TestPlatform, card: Card, number: CaseNumber): Promise<Round> {
  const { round } = valueOf(await platform.lead.find(number));
  const material = await roundKeyOf(card, number, round.ordinal);
  const sealedProbe = valueOf(await platform.lead.handInKey(number, material));
  const probe = valueOf(await answerProbe(card, material.wrappedKey, sealedProbe));
  const opened = valueOf(await platform.lead.open(number, probe));
  platform.clock.set(new Date(`${round.firstDay}T04:00:00Z`));
  return opened.round;
}

/** What the lead's machine makes of a draft. */
export async function signSubmission(card: Card, number: CaseNumber, round: Round, draft: SubmissionDraft) {
  return valueOf(
    await submitRound({
      card,
      wrappedKey: round.wrappedKey ?? new Uint8Array(),
      publicKey: round.publicKey ?? new Uint8Array(),
      commissionCertificate: draft.commissionCertificate,
      draft: { caseNumber: number, round: round.ordinal, ...draft },
    }),
  );
}
