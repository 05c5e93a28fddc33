import type {
  Batch,
  OfficeFindings,
  PaperPlace,
  ReasonCode,
  RecordHolders,
  VerdictStore,
} from '../checking/index.js';
import type { Clock } from '../core/clock.js';
import { holderDigest } from '../core/holder.js';
import type { Commitment, RoundOrdinal } from '../core/identifiers.js';
import { equalOctets } from '../core/octets.js';
import { ok, type Result } from '../core/result.js';
import type { TrustService } from '../trust/index.js';
import { newPaperVerdict, newVerdict } from './decision-rules.js';
import type { RemedyDecisionErrorCode } from './errors.js';
import type { FiledRequest } from './filed-request.js';
import { signingHolder } from './filed-signature.js';
import type { RemedyDecision } from './ports.js';

/** What {@link Subjects} works with. */
export interface SubjectsDependencies {
  readonly clock: Clock;
  readonly verdicts: Pick<VerdictStore, 'verdictOn'>;
  readonly holders: Pick<RecordHolders, 'holderOf' | 'struckOutWith'>;
  readonly findings: Pick<OfficeFindings, 'at'>;
  readonly validator: Pick<TrustService, 'claimedHolder' | 'validateCertificate'>;
}

/** The record or the paper row that a request is about, and its verdict now. */
export interface Subject {
  readonly commitment: Commitment | undefined;
  readonly place: PaperPlace | undefined;
  readonly code: ReasonCode | undefined;
  /** Whether the same holder signed request and record; for a lead's objection, whether what it names is in the list. */
  readonly isTheirs: boolean;
  /** The verdict if the request is upheld. */
  readonly upheld: Result<RemedyDecision['to'], 'remedy-not-for-people'>;
}

/** Finds what a request is about. */
export class Subjects {
  constructor(private readonly dependencies: SubjectsDependencies) {}

  /** Undefined where there is no such record or row. */
  of(
    filed: FiledRequest,
    round: RoundOrdinal,
    batch: Batch,
  ): Promise<Result<Subject | undefined, RemedyDecisionErrorCode>> {
    return filed.place === undefined
      ? this.record(filed, round, batch)
      : this.paperRow(filed, round, filed.place);
  }

  private async paperRow(
    { caseNumber, kind, by }: FiledRequest,
    round: RoundOrdinal,
    place: PaperPlace,
  ): Promise<Result<Subject | undefined, RemedyDecisionErrorCode>> {
    const found = await this.dependencies.findings.at({ caseNumber, round, place });
    if (!found.ok) return found;
    if (found.value === undefined) return ok(undefined);
    const { code } = found.value;
    const upheld = newPaperVerdict(found.value);
    // Whoever has a login that hands requests in can seal any: a paper row is for a lead to object to, and for nothing else.
    const isTheirs = by === 'lead' && kind === 'objection';
    return ok({ commitment: undefined, place, code, isTheirs, upheld });
  }

  private async record(
    filed: FiledRequest,
    round: RoundOrdinal,
    batch: Batch,
  ): Promise<Result<Subject | undefined, RemedyDecisionErrorCode>> {
    const { caseNumber, kind } = filed;
    const commitment =
      filed.by === 'co-signer'
        ? ok(filed.commitment)
        : await this.dependencies.holders.struckOutWith({ caseNumber, round, nationalId: filed.nationalId });
    if (!commitment.ok) return commitment;
    if (commitment.value === undefined) return ok(undefined);
    const verdict = await this.dependencies.verdicts.verdictOn(batch, commitment.value);
    if (verdict === undefined) return ok(undefined);
    const isTheirs =
      filed.by === 'lead' ? ok(true) : await this.isSignedByHolder(filed, round, commitment.value);
    if (!isTheirs.ok) return isTheirs;
    const upheld = newVerdict(kind, verdict.code);
    return ok({ ...verdict, place: undefined, isTheirs: isTheirs.value, upheld });
  }

  private async isSignedByHolder(
    filed: FiledRequest,
    round: RoundOrdinal,
    commitment: Commitment,
  ): Promise<Result<boolean, RemedyDecisionErrorCode>> {
    const { holders, validator, clock } = this.dependencies;
    const digest = await signingHolder(filed, validator, clock.now());
    const holder = await holders.holderOf({ caseNumber: filed.caseNumber, round, commitment });
    if (!holder.ok) return holder;
    return ok(
      digest !== undefined && holder.value !== undefined && equalOctets(holderDigest(holder.value), digest),
    );
  }
}
