import type { KeyObject } from 'node:crypto';
import {
  bindingOf,
  type Case,
  type CaseService,
  type CommissionRoundKey,
  type CommissionRoundKeys,
  isClosed,
  type Round,
  type Submission,
} from '../../cases/index.js';
import { importPrivateKey } from '../../core/cms/index.js';
import type { CaseNumber, RoundOrdinal } from '../../core/identifiers.js';
import { isKeyPair } from '../../core/key-pair.js';
import { equalOctets } from '../../core/octets.js';
import type { IntakeKeys } from '../../core/receipt-signing.js';
import { fail, mapValue, ok, type Result } from '../../core/result.js';
import { type TaipeiDate, taipeiDateOf } from '../../core/taipei-date.js';
import type { RoundKeyErrorCode, SubmittedRoundErrorCode } from '../errors.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import type { Batch, BatchPhase, PastCertificateValidator, VerdictStore } from '../ports.js';
import { contextOf, type RoundRules } from './round-context.js';
import type { VerificationContext } from './verify-record.js';

/** A submitted round, with its case. */
export interface SubmittedRound {
  readonly referendum: Case;
  readonly round: Round;
  readonly submission: Submission;
  /** 提出日 */
  readonly submittedOn: TaipeiDate;
}

/** The submitted round of a case: the latest one, unless an ordinal is given. */
export async function findSubmittedRound(
  cases: Pick<CaseService, 'find'>,
  number: CaseNumber,
  ordinal?: RoundOrdinal,
): Promise<Result<SubmittedRound, SubmittedRoundErrorCode>> {
  const referendum = await cases.find(number);
  if (referendum === undefined) return fail('not-found');
  const round = referendum.rounds.findLast((each) => ordinal === undefined || each.ordinal === ordinal);
  if (round?.submission === undefined) return fail('check-not-ready');
  const { submission } = round;
  return ok({ referendum, round, submission, submittedOn: taipeiDateOf(submission.submittedAt) });
}

/** A submitted round and the batch that checks it. */
export interface RoundInCheck {
  readonly submitted: SubmittedRound;
  readonly batch: Batch;
}

/** What {@link findRoundInCheck} works with. */
interface RoundInCheckSource {
  readonly cases: Pick<CaseService, 'find'>;
  readonly verdicts: Pick<VerdictStore, 'batchOf'>;
}

/**
 * The latest submitted round of a case, with its batch. `refuse` answers a code if the batch is in the wrong phase
 * (undefined where the check has not begun). Without `refuse` every phase is accepted. A check that has not begun, or that was
 * stopped before its result was published, is `check-not-ready`.
 */
export async function findRoundInCheck<Code extends string = never>(
  { cases, verdicts }: RoundInCheckSource,
  number: CaseNumber,
  refuse: (phase: BatchPhase | undefined) => Code | undefined = () => undefined,
): Promise<Result<RoundInCheck, SubmittedRoundErrorCode | Code>> {
  const submitted = await findSubmittedRound(cases, number);
  if (!submitted.ok) return submitted;
  const batch = await verdicts.batchOf(submitted.value.round.id);
  if (batch !== undefined && batch.phase !== 'published' && isClosed(submitted.value.referendum.state))
    return fail('check-not-ready');
  const refusal = refuse(batch?.phase);
  if (refusal !== undefined) return fail(refusal);
  return batch === undefined ? fail('check-not-ready') : ok({ submitted: submitted.value, batch });
}

/**
 * The round of which a result was published last, with its batch. `result-not-ready` while there is none, or while a later round is being
 * checked, since what counts there depends on it.
 */
export async function findPublishedRound(
  { cases, verdicts }: RoundInCheckSource,
  number: CaseNumber,
): Promise<Result<RoundInCheck, SubmittedRoundErrorCode | 'result-not-ready'>> {
  const referendum = await cases.find(number);
  if (referendum === undefined) return fail('not-found');
  for (const { id, ordinal } of referendum.rounds.toReversed()) {
    const batch = await verdicts.batchOf(id);
    if (batch === undefined) continue;
    if (batch.phase !== 'published') break;
    return mapValue(await findSubmittedRound(cases, number, ordinal), (submitted) => ({
      submitted,
      batch,
    }));
  }
  return fail('result-not-ready');
}

/** What opening and verifying the records of any round needs. */
export interface VerificationDependencies {
  readonly commissionDecryptionKey: CommissionDecryptionKey;
  readonly commissionRoundKeys: Pick<CommissionRoundKeys, 'find'>;
  readonly intakeKeys: IntakeKeys;
  readonly validator: PastCertificateValidator;
}

/** What the records of a round are opened and verified with. */
export interface RoundMaterial {
  /** The lead's round key. */
  readonly leadKey: KeyObject;
  readonly commissionKey: CommissionRoundKey;
  readonly rules: RoundRules;
}

/**
 * Opens the round key that the lead wrapped for the commission, finds the commission's own, and answers what opening and verifying the
 * round's records needs.
 */
export async function roundMaterial(
  { referendum, round, submission }: SubmittedRound,
  { commissionDecryptionKey, commissionRoundKeys, intakeKeys }: Omit<VerificationDependencies, 'validator'>,
): Promise<Result<RoundMaterial, RoundKeyErrorCode>> {
  const privateKey = await commissionDecryptionKey.decrypt(submission.wrappedKey);
  const leadKey = privateKey && (await roundKey(privateKey, round.publicKey));
  privateKey?.fill(0);
  if (leadKey === undefined) return fail('round-key-not-opened');
  const { origin, mode, commissionRoundKey } = bindingOf(round);
  const commissionKey = await commissionRoundKeys.find(round.id);
  if (commissionKey === undefined || !equalOctets(commissionKey.publicKey, commissionRoundKey))
    return fail('commission-round-key-missing');
  const statement = {
    caseNumber: referendum.number,
    round: round.ordinal,
    mainText: referendum.mainText,
    documentDigest: referendum.documentDigest,
    origin,
  };
  return ok({ leadKey, commissionKey, rules: { mode, statement, intakeKeys: await intakeKeys.all() } });
}

/** What verifying the round's records in this thread needs. Failures: those of {@link roundMaterial}. */
export async function verificationContext(
  submitted: SubmittedRound,
  dependencies: VerificationDependencies,
): Promise<Result<VerificationContext, RoundKeyErrorCode>> {
  const material = await roundMaterial(submitted, dependencies);
  return mapValue(material, (found) => contextOf(found, dependencies.validator));
}

/** The private key, if it belongs to the public key that the records were sealed to. */
async function roundKey(
  pkcs8: Uint8Array,
  publicKey: Uint8Array | undefined,
): Promise<KeyObject | undefined> {
  const fits = publicKey !== undefined && (await isKeyPair(pkcs8, publicKey));
  return fits ? importPrivateKey(pkcs8) : undefined;
}

/**
 * The case is no longer being checked: it was stopped (REG 10). Thrown by the stores before they write anything of the check, so that what
 * runs when a case is stopped ends with its transaction. It is no bug: whoever runs a batch or a step catches it.
 */
export class CheckOverError extends Error {
  override readonly name = 'CheckOverError';

  constructor() {
    super('the case is no longer being checked');
  }
}
