import { Inject, Injectable } from '@nestjs/common';
import {
  type Case,
  caseMove,
  type CaseMove,
  type CaseRepository,
  currentRound,
  type Round,
} from '../cases/index.js';
import { type Clock, CLOCK } from '../core/clock.js';
import type { CaseNumber } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import { taipeiDateOf } from '../core/taipei-date.js';
import type { OfflineSubmissionErrorCode, TakeInErrorCode } from './errors.js';
import { checkSignedByLead } from './key-material.js';
import { LeadCertificates, moveRelyingOn } from './lead-certificates.js';
import {
  COMMISSION_RECIPIENT,
  type CommissionRecipient,
  LEAD_CASE_REPOSITORY,
  LEAD_ROUNDS,
  type LeadRounds,
  type SubmissionTotals,
} from './ports.js';
import { agreesWith, checkWrappedForCommission, submissionDetails } from './submission.js';

/** A submission that the lead made without the platform and handed over to the commission. */
export interface HandedOverSubmission {
  /** CMS SignedData by the lead over the submission statement, DER. */
  readonly statement: Uint8Array;
  /** The round key wrapped for the commission, DER. */
  readonly wrappedKey: Uint8Array;
  /** When it was handed over, within the period: it counts as submitted then. */
  readonly handedOverAt: Date;
}

interface RoundToSubmit {
  readonly referendum: Case;
  readonly round: Round;
  readonly content: Uint8Array;
  readonly move: CaseMove<SubmissionTotals>;
}

/**
 * Takes in what a lead submitted offline while the platform was down on the last day (REG 11). It must be all that a submission by the lead
 * is: signed with the registered certificate, over exactly the records that are stored, with the round key for the commission.
 */
@Injectable()
export class OfflineSubmissions {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LEAD_CASE_REPOSITORY) private readonly cases: Pick<CaseRepository, 'find'>,
    @Inject(LEAD_ROUNDS) private readonly rounds: Pick<LeadRounds, 'submit'>,
    @Inject(COMMISSION_RECIPIENT) private readonly commission: CommissionRecipient,
    private readonly certificates: LeadCertificates,
  ) {}

  /** Whether it can be asked for, and the round. The records are not looked at: nobody learns how many there are. */
  async check(
    caseNumber: CaseNumber,
    handedOver: HandedOverSubmission,
  ): Promise<Result<Round, OfflineSubmissionErrorCode>> {
    const found = await this.roundToSubmit(caseNumber, handedOver);
    if (!found.ok) return found;
    const { round } = found.value;
    if (round.publicKey === undefined) throw new Error('a collecting round without a key');
    const wrapped = await checkWrappedForCommission(this.commission, round.publicKey, handedOver.wrappedKey);
    return wrapped.ok ? ok(round) : wrapped;
  }

  /** Submits the round as of the time it was handed over. `request`: the UUID of what two people approved. Stores all or nothing. */
  async take(
    caseNumber: CaseNumber,
    handedOver: HandedOverSubmission,
    request: string,
  ): Promise<Result<SubmissionTotals, TakeInErrorCode | OfflineSubmissionErrorCode>> {
    const checked = await this.check(caseNumber, handedOver);
    if (!checked.ok) return checked;
    const found = await this.roundToSubmit(caseNumber, handedOver);
    if (!found.ok) return found;
    const { referendum, round, content, move } = found.value;
    const { statement, wrappedKey, handedOverAt } = handedOver;
    const validated = await this.certificates.validate(referendum, statement);
    if (!validated.ok) return validated;
    const submission = { submittedAt: handedOverAt, statement, wrappedKey };
    const details = { ...validated.value, handedOverAt: handedOverAt.toISOString(), request };
    const submitted = await this.rounds.submit(
      takenInNow(moveRelyingOn(move, details, statement), this.clock.now()),
      round.id,
      submission,
      agreesWith(content, referendum, round, wrappedKey),
    );
    return submitted ?? fail('transition-not-allowed', { state: referendum.state, event: 'submit' });
  }

  /** As the case is stored: a round past its last day is not ended while this is under way. */
  private async roundToSubmit(
    caseNumber: CaseNumber,
    { statement, handedOverAt }: HandedOverSubmission,
  ): Promise<Result<RoundToSubmit, OfflineSubmissionErrorCode>> {
    const referendum = await this.cases.find(caseNumber);
    const round = referendum && currentRound(referendum);
    if (referendum === undefined || round === undefined) return fail('not-found');
    const by = { at: handedOverAt, actor: 'lead' } as const;
    const move = caseMove(referendum, 'submit', by, submissionDetails);
    if (!move.ok && move.failure.code === 'transition-not-allowed')
      return fail('transition-not-allowed', { state: referendum.state, event: 'submit' });
    const early = taipeiDateOf(handedOverAt) < round.firstDay;
    if (!move.ok || early || handedOverAt > this.clock.now())
      return fail('handed-over-out-of-range', { from: round.firstDay, to: round.lastDay });
    const content = checkSignedByLead(referendum, statement);
    return content.ok ? ok({ referendum, round, content: content.value, move: move.value }) : content;
  }
}

/** The same step, entered in the log now, not when it was handed over. */
function takenInNow<Outcome>(move: CaseMove<Outcome>, at: Date): CaseMove<Outcome> {
  return { ...move, entryOf: (outcome) => ({ ...move.entryOf(outcome), at }) };
}
