import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_CASES, type PublicCases } from '../cases/index.js';
import { type Clock, CLOCK } from '../core/clock.js';
import type { CaseNumber, Commitment } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import { PLATFORM_ORIGIN } from '../core/statement/index.js';
import type { CoSignErrorCode, CoSigningRoundErrorCode } from './errors.js';
import { type CoSignatureRequest, CoSigningChallenges, Intake, type TakenCoSignature } from './intake.js';
import { RoundBindings } from './round-bindings.js';
import { OPEN_ROUNDS, type OpenRound, type OpenRounds, RECEIPT_ISSUER, type ReceiptIssuer } from './ports.js';

/** A co-signature with the platform's signed promise to count it. */
export interface AcknowledgedCoSignature extends TakenCoSignature {
  /** JWS, compact. */
  readonly receipt: string;
}

/** Challenges and co-signatures of one case, by its public number. */
@Injectable()
export class CoSigningService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PUBLIC_CASES) private readonly cases: PublicCases,
    @Inject(OPEN_ROUNDS) private readonly openRounds: OpenRounds,
    private readonly bindings: RoundBindings,
    private readonly challenges: CoSigningChallenges,
    private readonly intake: Intake,
    @Inject(RECEIPT_ISSUER) private readonly receiptIssuer: ReceiptIssuer,
    @Inject(PLATFORM_ORIGIN) private readonly origin: string,
  ) {}

  /** A challenge for the case's open round, where this server may take co-signatures for it. */
  async issueChallenge(
    caseNumber: CaseNumber,
  ): Promise<Result<{ readonly challenge: string; readonly expiresAt: Date }, CoSigningRoundErrorCode>> {
    const round = await this.openRound(caseNumber);
    if (!round.ok) return round;
    const key = await this.bindings.holderTagKey(round.value);
    return key.ok ? ok(this.challenges.issue(round.value, this.clock.now())) : key;
  }

  /** Takes a co-signature and acknowledges it. The receipt is issued only after the record is durable. */
  async coSign(
    caseNumber: CaseNumber,
    request: CoSignatureRequest,
  ): Promise<Result<AcknowledgedCoSignature, CoSignErrorCode>> {
    const round = await this.openRound(caseNumber);
    if (!round.ok) return round;
    const taken = await this.intake.take(round.value, request);
    if (!taken.ok) return taken;
    return ok({ ...taken.value, receipt: await this.receiptFor(round.value, taken.value) });
  }

  /** The case's open round. A case that was never public fails like one that doesn't exist, with `not-found`. */
  private async openRound(caseNumber: CaseNumber): Promise<Result<OpenRound, CoSigningRoundErrorCode>> {
    const round = await this.openRounds.find(caseNumber);
    if (round !== undefined) return ok(round);
    return fail((await this.cases.findPublic(caseNumber)) === undefined ? 'not-found' : 'not-collecting');
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
