import type { PublicCases } from '../cases/index.js';
import type { PublishedReasons, ReasonCode, RecordedCommitments, RecordHolders } from '../checking/index.js';
import { type Holder, holderDigest } from '../core/holder.js';
import type { CardSignature } from '../core/cms/card.js';
import type { Commitment, RoundId } from '../core/identifiers.js';
import { equalOctets, hex } from '../core/octets.js';
import type { IntakeKeys } from '../core/receipt-signing.js';
import { fail, ok, type Result } from '../core/result.js';
import { type TaipeiDate, taipeiDateOf } from '../core/taipei-date.js';
import type { OwnCoSignatures, RecordedCoSignature } from '../cosigning/index.js';
import type { Disclosure, Disclosures } from './disclosures.js';
import type { OwnStandingErrorCode } from './errors.js';
import { readReceipt } from './filing.js';
import type { RemedyDesk } from './ports.js';

/** What two people decided about a person's own co-signature. */
export interface OwnDecision {
  readonly outcome: 'upheld' | 'dismissed';
  readonly reason: string;
  readonly on: TaipeiDate;
}

/** A co-signature of the holder who asks: how it stands, and where data of its case were opened. */
export interface OwnStanding extends RecordedCoSignature {
  readonly status: 'recorded' | 'submitted' | 'counted' | 'not-counted';
  /** Exactly why it doesn't count. */
  readonly code: ReasonCode | undefined;
  readonly decisions: readonly OwnDecision[];
  readonly disclosures: readonly Disclosure[];
}

/** What {@link OwnStandings} works with. */
export interface OwnStandingsDependencies {
  readonly own: Pick<OwnCoSignatures, 'identify' | 'recordedBy'>;
  readonly cases: PublicCases;
  readonly recorded: RecordedCommitments;
  readonly reasons: PublishedReasons;
  readonly holders: Pick<RecordHolders, 'holderOf'>;
  readonly intakeKeys: IntakeKeys;
  readonly desk: Pick<RemedyDesk, 'decisionsOf'>;
  readonly disclosures: Disclosures;
}

/**
 * Tells the holder of a card how their co-signatures stand, and exactly why one doesn't count. As long as the case isn't closed, the card alone finds
 * them. Afterwards its holder-tag key is destroyed: then the receipt leads to the record, and the record is opened to see that this card signed it.
 */
export class OwnStandings {
  constructor(private readonly dependencies: OwnStandingsDependencies) {}

  /** Those that the card finds, and those of these receipts. One receipt that isn't the holder's refuses the whole request. */
  async find(
    challenge: string,
    signature: CardSignature,
    receipts: readonly string[],
  ): Promise<Result<readonly OwnStanding[], OwnStandingErrorCode>> {
    const holder = await this.dependencies.own.identify(challenge, signature);
    if (!holder.ok) return holder;
    const recorded = await this.dependencies.own.recordedBy(holder.value);
    if (!recorded.ok) return recorded;
    const found = new Map(recorded.value.map((each) => [hex(each.commitment), each]));
    for (const receipt of receipts) {
      const shown = await this.ofReceipt(receipt, holder.value, found);
      if (!shown.ok) return shown;
      found.set(hex(shown.value.commitment), shown.value);
    }
    const standings: OwnStanding[] = [];
    for (const each of found.values()) standings.push(await this.standingOf(each));
    return ok(standings);
  }

  private async ofReceipt(
    jws: string,
    holder: Holder,
    found: ReadonlyMap<string, RecordedCoSignature>,
  ): Promise<Result<RecordedCoSignature, OwnStandingErrorCode>> {
    const receipt = await readReceipt(this.dependencies.intakeKeys, jws);
    if (!receipt.ok) return receipt;
    const { caseNumber, round, commitment, recordedOn: day } = receipt.value;
    const known = found.get(hex(commitment));
    if (known !== undefined) return ok(known);
    const signer = await this.dependencies.holders.holderOf({ caseNumber, round, commitment });
    if (!signer.ok) return signer;
    const isTheirs =
      signer.value !== undefined && equalOctets(holderDigest(signer.value), holderDigest(holder));
    if (!isTheirs) return fail('receipt-not-of-this-card');
    const mainText = (await this.dependencies.cases.findPublic(caseNumber))?.mainText ?? '';
    return ok({ caseNumber, round, commitment, day, mainText, receipt: jws });
  }

  private async standingOf(own: RecordedCoSignature): Promise<OwnStanding> {
    const { recorded, reasons, disclosures } = this.dependencies;
    const found = await recorded.find(own.commitment);
    if (found?.submitted !== true)
      return { ...own, status: 'recorded', code: undefined, decisions: [], disclosures: [] };
    const opened = await disclosures.ofCase(own.caseNumber);
    const verdict = await reasons.verdictOn(found.roundId, own.commitment);
    if (verdict === undefined)
      return { ...own, status: 'submitted', code: undefined, decisions: [], disclosures: opened };
    const { code } = verdict;
    const decisions = await this.decisionsOn(found.roundId, own.commitment);
    const status = code === undefined ? 'counted' : 'not-counted';
    return { ...own, status, code, decisions, disclosures: opened };
  }

  private async decisionsOn(round: RoundId, commitment: Commitment): Promise<readonly OwnDecision[]> {
    const decisions = await this.dependencies.desk.decisionsOf([round]);
    return decisions
      .filter((each) => each.commitment !== undefined && equalOctets(each.commitment, commitment))
      .map(({ outcome, reason, decidedAt }) => ({ outcome, reason, on: taipeiDateOf(decidedAt) }));
  }
}
