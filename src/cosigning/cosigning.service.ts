import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_CASES, type PublicCases } from '../cases/index.js';
import { type Clock, CLOCK } from '../core/clock.js';
import type { CaseNumber, Commitment } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import {
  PLATFORM_ORIGIN,
  type StatementAroundNationalId,
  statementAroundNationalId,
} from '../core/statement/index.js';
import { dateParts, taipeiDateOf } from '../core/taipei-date.js';
import type { CoSignErrorCode, CoSigningRoundErrorCode } from './errors.js';
import {
  type CoSignatureRequest,
  CoSigningChallenges,
  Intake,
  statementFieldsOf,
  type TakenCoSignature,
} from './intake.js';
import { RoundBindings } from './round-bindings.js';
import { OPEN_ROUNDS, type OpenRound, type OpenRounds, RECEIPT_ISSUER, type ReceiptIssuer } from './ports.js';
import { RememberedRounds } from './remembered-rounds.js';

/** A co-signature with the platform's signed promise to count it. */
export interface AcknowledgedCoSignature extends TakenCoSignature {
  /** JWS, compact. */
  readonly receipt: string;
}

/** A challenge, and the text that is signed with it. */
export interface IssuedChallenge {
  readonly challenge: string;
  readonly expiresAt: Date;
  readonly statement: StatementAroundNationalId;
}

/** Challenges and co-signatures of one case, by its public number. */
@Injectable()
export class CoSigningService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PUBLIC_CASES) private readonly cases: PublicCases,
    @Inject(OPEN_ROUNDS) private readonly openRounds: OpenRounds,
    private readonly remembered: RememberedRounds,
    private readonly bindings: RoundBindings,
    private readonly challenges: CoSigningChallenges,
    private readonly intake: Intake,
    @Inject(RECEIPT_ISSUER) private readonly receiptIssuer: ReceiptIssuer,
    @Inject(PLATFORM_ORIGIN) private readonly origin: string,
  ) {}

  /**
   * A challenge for the round that collects today, where this server may take co-signatures for it, with what to sign. The database is asked
   * each time, so that nobody signs for a round that has just ended.
   */
  async issueChallenge(caseNumber: CaseNumber): Promise<Result<IssuedChallenge, CoSigningRoundErrorCode>> {
    const round = await this.servedRound(caseNumber);
    if (!round.ok) return round;
    const issued = this.challenges.issue(round.value, this.clock.now());
    const statement = statementAroundNationalId(statementFieldsOf(round.value), issued.challenge);
    return ok({ ...issued, statement });
  }

  /** Takes a co-signature and acknowledges it. The receipt is issued only after the record is durable. */
  async coSign(
    caseNumber: CaseNumber,
    request: CoSignatureRequest,
  ): Promise<Result<AcknowledgedCoSignature, CoSignErrorCode>> {
    const remembered = await this.openRound(caseNumber, this.remembered);
    const taken = remembered.ok ? await this.take(remembered.value, request) : remembered;
    if (taken.ok) return taken;
    // Nobody is turned away by memory: another round may have opened since, or a closure moved the last day.
    const round = await this.openRound(caseNumber, this.openRounds);
    if (!round.ok) return round;
    const isSame = remembered.ok && remembered.value.id === round.value.id;
    return isSame ? taken : this.take(round.value, request);
  }

  private async take(
    round: OpenRound,
    request: CoSignatureRequest,
  ): Promise<Result<AcknowledgedCoSignature, CoSignErrorCode>> {
    const taken = await this.intake.take(round, request);
    return taken.ok ? ok({ ...taken.value, receipt: await this.receiptFor(round, taken.value) }) : taken;
  }

  /** The case's round that collects today, where this server may take co-signatures for it. */
  async servedRound(caseNumber: CaseNumber): Promise<Result<OpenRound, CoSigningRoundErrorCode>> {
    const round = await this.openRound(caseNumber, this.openRounds);
    if (!round.ok) return round;
    const key = await this.bindings.holderTagKey(round.value);
    return key.ok ? round : key;
  }

  /** The case's round that collects today. A case that was never public fails like one that doesn't exist, with `not-found`. */
  private async openRound(
    caseNumber: CaseNumber,
    rounds: Pick<OpenRounds, 'find'>,
  ): Promise<Result<OpenRound, CoSigningRoundErrorCode>> {
    const round = await rounds.find(caseNumber);
    if (round === undefined)
      return fail((await this.cases.findPublic(caseNumber)) === undefined ? 'not-found' : 'not-collecting');
    const today = taipeiDateOf(this.clock.now());
    if (today < round.firstDay) return fail('collecting-not-begun', dateParts(round.firstDay));
    return today > round.lastDay ? fail('not-collecting') : ok(round);
  }

  private receiptFor(
    round: OpenRound,
    taken: { readonly commitment: Commitment; readonly day: TakenCoSignature['day'] },
  ): Promise<string> {
    return this.receiptIssuer.issue({
      issuer: this.origin,
      caseNumber: round.caseNumber,
      round: round.ordinal,
      commitment: taken.commitment,
      recordedOn: taken.day,
      issuedAt: this.clock.now(),
    });
  }
}
