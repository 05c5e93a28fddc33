import { randomBytes } from 'node:crypto';
import {
  type Case,
  CaseService,
  PUBLIC_CASES,
  type PublicCases,
  type Round,
} from '../../../src/cases/index.js';
import { answerProbe, openRound, submitRound } from '../../../src/core/ceremony/index.js';
import type { Card } from '../../../src/core/cms/card.js';
import { commitmentOf, sealingKey, sealToKey } from '../../../src/core/cms/index.js';
import type { CaseNumber, Commitment, HolderTag, RoundId } from '../../../src/core/identifiers.js';
import { ok } from '../../../src/core/result.js';
import { type TaipeiDate, taipeiDateOf } from '../../../src/core/taipei-date.js';
import {
  OPEN_ROUNDS,
  type OpenRounds,
  SEALED_RECORD_STORE,
  type SealedRecordStore,
} from '../../../src/cosigning/index.js';
import type { RecordOutcome } from '../../../src/cosigning/ports.js';
import { type ManualClock, valueOf } from '../../../src/devkit/index.js';
import {
  type KeyMaterial,
  LEAD_ROUNDS,
  LeadCertificates,
  type LeadRounds,
  LeadService,
  type SubmissionDraft,
  undertaking,
} from '../../../src/lead/index.js';
import type { TestApplication } from './application.js';
import { begins } from '../demo-pki.js';
import { caseText } from './cases.js';

/** What an application has of cases and leads below its endpoints, and the clock to turn. */
export interface CaseServices {
  readonly clock: ManualClock;
  readonly cases: CaseService;
  /** With the intake's rights. */
  readonly publicCases: PublicCases;
  readonly lead: LeadService;
  readonly leadRounds: LeadRounds;
  readonly openRounds: OpenRounds;
  /** Records a co-signature by a holder of their own: noise sealed to the round key. */
  coSign(
    roundId: RoundId,
    publicKey: Uint8Array,
    day: TaipeiDate,
  ): Promise<RecordOutcome & { commitment: Commitment }>;
}

/** The application's own services. */
export function caseServices(application: TestApplication): CaseServices {
  takeEveryLeadsCertificate(application);
  const store = application.get<SealedRecordStore>(SEALED_RECORD_STORE);
  return {
    clock: application.installation.clock,
    cases: application.get(CaseService),
    publicCases: application.get<PublicCases>(PUBLIC_CASES),
    lead: application.get(LeadService),
    leadRounds: application.get<LeadRounds>(LEAD_ROUNDS),
    openRounds: application.get<OpenRounds>(OPEN_ROUNDS),
    coSign: async (roundId, publicKey, day) => {
      const record = sealToKey(randomBytes(3000), sealingKey(publicKey));
      const commitment = commitmentOf(record);
      const holderTag = randomBytes(16) as Uint8Array as HolderTag;
      return { commitment, ...(await store.record({ roundId, holderTag, record, commitment, day })) };
    },
  };
}

/** These tests turn the clock to days for which no revocation list was published, and back. */
function takeEveryLeadsCertificate(application: TestApplication): void {
  const validate: LeadCertificates['validate'] = () => Promise.resolve(ok({ revocation: [] }));
  Object.assign(application.get(LeadCertificates), { validate });
}

/** A case number for a test. */
export const caseNumber = (text: string): CaseNumber => text as CaseNumber;

/** What the commission enters, valid unless overridden. */
export function registration(card: Card, number: string) {
  return {
    ...caseText(number),
    leadSigningCertificate: card.signingCertificate,
    leadEncryptionCertificate: card.encryptionCertificate,
    electorTotal: 1000,
    noticedOn: taipeiDateOf(begins),
  };
}

/** Registers a case and issues its code. */
export async function registerCase(
  { cases, clock }: CaseServices,
  card: Card,
  number: string,
): Promise<{ referendum: Case; accessCode: string }> {
  const noticedOn = taipeiDateOf(clock.now());
  const { number: registered } = valueOf(await cases.register({ ...registration(card, number), noticedOn }));
  return valueOf(await cases.issueCode(registered));
}

/** What the lead's machine makes for a round, under the terms of the case; for a case that does not exist, under some. */
export async function roundKeyOf(
  { lead }: Pick<CaseServices, 'lead'>,
  card: Card,
  number: CaseNumber,
  round: 1 | 2 = 1,
): Promise<KeyMaterial> {
  const found = await lead.findToSign(number);
  const terms = found.ok
    ? { ...found.value.terms, mode: found.value.referendum.mode }
    : { origin: 'https://none.example', commissionRoundKey: new Uint8Array(), mode: 'two-key' as const };
  const { origin, mode, commissionRoundKey } = terms;
  return valueOf(
    await openRound({ card, caseNumber: number, round, origin, mode, commissionRoundKey, undertaking }),
  );
}

/** Opens the case's round in hand as the lead does, and turns the clock to a collecting day. */
export async function openCase(services: CaseServices, card: Card, number: CaseNumber): Promise<Round> {
  const { clock, lead } = services;
  const { round } = valueOf(await lead.find(number));
  const material = await roundKeyOf(services, card, number, round.ordinal);
  const sealedProbe = valueOf(await lead.handInKey(number, material));
  const probe = valueOf(await answerProbe(card, material.wrappedKey, sealedProbe));
  const opened = valueOf(await lead.open(number, probe));
  clock.set(new Date(`${round.firstDay}T04:00:00Z`));
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
