import type { CaseService } from '../cases/index.js';
import type { Clock } from '../core/clock.js';
import type { CaseNumber, Commitment } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import type { CoSignErrorCode, CoSigningRoundErrorCode } from './errors.js';
import type { CoSignatureRequest, CoSigningChallenges, Intake, TakenCoSignature } from './intake.js';
import type { OpenRound, OpenRounds, ReceiptIssuer } from './ports.js';

/** A co-signature with the platform's signed promise to count it. */
export interface AcknowledgedCoSignature extends TakenCoSignature {
  /** JWS, compact. */
  readonly receipt: string;
}

/** What co-signing works with. */
export interface CoSigningDependencies {
  readonly clock: Clock;
  readonly cases: Pick<CaseService, 'findPublic'>;
  readonly openRounds: OpenRounds;
  readonly challenges: CoSigningChallenges;
  readonly intake: Intake;
  readonly receiptIssuer: ReceiptIssuer;
  readonly origin: string;
}

/** Challenges and co-signatures of one case, by its public number. */
export class CoSigningService {
  constructor(private readonly parts: CoSigningDependencies) {}

  /** A challenge for the case's open round. */
  async issueChallenge(
    caseNumber: CaseNumber,
  ): Promise<Result<{ readonly challenge: string; readonly expiresAt: Date }, CoSigningRoundErrorCode>> {
    const round = await this.openRound(caseNumber);
    if (!round.ok) return round;
    return ok(this.parts.challenges.issue(round.value, this.parts.clock.now()));
  }

  /** Takes a co-signature and acknowledges it; the receipt is given out only for what is durable. */
  async coSign(
    caseNumber: CaseNumber,
    request: CoSignatureRequest,
  ): Promise<Result<AcknowledgedCoSignature, CoSignErrorCode>> {
    const round = await this.openRound(caseNumber);
    if (!round.ok) return round;
    const taken = await this.parts.intake.take(round.value, request);
    if (!taken.ok) return taken;
    return ok({ ...taken.value, receipt: await this.receiptFor(round.value, taken.value) });
  }

  /** A case that was never public is as unknown as one that doesn't exist. */
  private async openRound(caseNumber: CaseNumber): Promise<Result<OpenRound, CoSigningRoundErrorCode>> {
    const round = await this.parts.openRounds.find(caseNumber);
    if (round !== undefined) return ok(round);
    return fail(
      (await this.parts.cases.findPublic(caseNumber)) === undefined ? 'not-found' : 'not-collecting',
    );
  }

  private receiptFor(
    round: OpenRound,
    taken: { readonly commitment: Commitment; readonly day: TakenCoSignature['day'] },
  ): Promise<string> {
    const { clock, receiptIssuer, origin } = this.parts;
    return receiptIssuer.issue({
      issuer: origin,
      caseNumber: round.caseNumber,
      round: round.ordinal,
      commitment: taken.commitment,
      recordedOn: taken.day,
      issuedAt: clock.now(),
    });
  }
}
