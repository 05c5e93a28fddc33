import type { CaseService, CommissionRoundKeys } from '../cases/index.js';
import type { CaseLock, VerdictStore } from '../checking/index.js';
import { canonicalJson } from '../core/canonical-json.js';
import type { CaseNumber, RoundId, RoundOrdinal } from '../core/identifiers.js';
import { parseJson } from '../core/json.js';
import { equalOctets, hex } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import { isAccount } from '../core/statement/index.js';
import type { ApprovedCaseAction } from '../staff/index.js';
import type { RemedyDecisionErrorCode, RemedyExecutionErrorCode } from './errors.js';
import { mayDecide, type Proposal, readProposal } from './decision-rules.js';
import { type FiledRequest, openRequest } from './filed-request.js';
import type { RemedyDecision, RemedyDesk, StoredRequest, WantedRemedies } from './ports.js';
import { type Subject, Subjects, type SubjectsDependencies } from './subjects.js';

/** What {@link RemedyDecisions} works with. */
export interface RemedyDecisionsDependencies extends SubjectsDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly commissionRoundKeys: Pick<CommissionRoundKeys, 'find'>;
  readonly verdicts: Pick<VerdictStore, 'batchOf' | 'verdictOn'>;
  readonly desk: RemedyDesk;
  readonly lock: CaseLock;
}

/** A request as the staff who decide see it. */
export interface RequestToDecide extends Pick<FiledRequest, 'kind' | 'by' | 'filedOn' | 'account' | 'place'> {
  readonly id: string;
  readonly round: RoundOrdinal;
  readonly decision: RemedyDecision | undefined;
}

/** A page of requests. */
export interface RequestPage {
  readonly requests: readonly RequestToDecide[];
  /** Where there may be more: the last request of this page. */
  readonly next: string | undefined;
}

interface FoundRequest {
  readonly stored: StoredRequest;
  readonly filed: FiledRequest;
  readonly round: RoundOrdinal;
}

/**
 * What two people decide on a request (objection, misuse). One member proposes, another signs; the record's verdict changes with the next
 * result. Before the submission there is nothing here to see: row-level security hides the requests.
 */
export class RemedyDecisions {
  private readonly subjects: Subjects;

  constructor(private readonly dependencies: RemedyDecisionsDependencies) {
    this.subjects = new Subjects(dependencies);
  }

  /**
   * At most `limit` requests of a case's submitted rounds, by their random identifiers; none before the submission, and none after the purge. A request
   * that doesn't open is left out, so a page may be shorter; `next` is what the page after it begins behind.
   */
  async page(
    caseNumber: CaseNumber,
    wanted: WantedRemedies,
    limit: number,
  ): Promise<Result<RequestPage, 'not-found'>> {
    const rounds = await this.roundsOf(caseNumber);
    if (rounds === undefined) return fail('not-found');
    const { desk } = this.dependencies;
    const page = await desk.page([...rounds.keys()], wanted, limit);
    const decisions = await desk.decisionsOn(page.map(({ id }) => id));
    const requests: RequestToDecide[] = [];
    for (const stored of page) {
      const filed = await this.open(stored, caseNumber);
      const round = rounds.get(stored.roundId);
      if (filed === undefined || round === undefined) continue;
      const { kind, by, filedOn, account, place } = filed;
      const decision = decisions.find(({ id }) => id === stored.id);
      requests.push({ id: stored.id, round, kind, by, filedOn, account, place, decision });
    }
    return ok({ requests, next: page.length === limit ? page.at(-1)?.id : undefined });
  }

  /** The action and the exact content of an approval of this proposal, as things are now. */
  async prepare(
    caseNumber: CaseNumber,
    id: string,
    proposal: Proposal,
  ): Promise<Result<{ readonly action: string; readonly content: Uint8Array }, RemedyDecisionErrorCode>> {
    if (!isAccount(proposal.reason)) return fail('account-malformed');
    const found = await this.findOpen(caseNumber, id);
    if (!found.ok) return found;
    const decided = await this.decide(found.value, proposal);
    if (!decided.ok) return decided;
    const { stored, filed, round } = found.value;
    const { subject, to } = decided.value;
    const content = canonicalJson({
      action: `decide-${filed.kind}`,
      case: caseNumber,
      round,
      remedy: stored.id,
      remedySha256: sha256Hex(stored.sealed),
      outcome: proposal.outcome,
      reason: proposal.reason,
      commitment: subject?.commitment === undefined ? null : hex(subject.commitment),
      ...(subject?.place === undefined ? {} : { page: subject.place.page, line: subject.place.line }),
      from: subject === undefined ? null : (subject.code ?? 'counted'),
      to: to ?? null,
    });
    return ok({ action: `decide-${filed.kind}`, content: Buffer.from(content) });
  }

  /** Stores an approved decision, if it still is what {@link prepare} comes to. While it does, no step of the check is carried out. */
  carryOut(
    approved: ApprovedCaseAction,
  ): Promise<Result<unknown, RemedyExecutionErrorCode | 'step-under-way'>> {
    return this.dependencies.lock.exclusively<unknown, RemedyExecutionErrorCode>(
      approved.caseNumber,
      async () => {
        const read = parseJson(approved.content, { size: 65_536, depth: 2 }, readProposal);
        if (!read.ok) return fail('approval-outdated');
        const { id, ...proposal } = read.value;
        const current = await this.prepare(approved.caseNumber, id, proposal);
        if (!current.ok) return current;
        if (!equalOctets(current.value.content, approved.content)) return fail('approval-outdated');
        return this.store(approved, id, proposal);
      },
    );
  }

  private async store(
    { caseNumber, requestId, approvedBy }: ApprovedCaseAction,
    id: string,
    proposal: Proposal,
  ): Promise<Result<void, RemedyExecutionErrorCode>> {
    const found = await this.findOpen(caseNumber, id);
    if (!found.ok) return found;
    const decided = await this.decide(found.value, proposal);
    if (!decided.ok) return decided;
    const { subject, to } = decided.value;
    const { stored, filed } = found.value;
    const at = this.dependencies.clock.now();
    const decision: RemedyDecision = {
      id,
      roundId: stored.roundId,
      ...proposal,
      decidedAt: at,
      approval: requestId,
      commitment: subject?.commitment,
      place: subject?.place,
      to,
    };
    const details = { request: requestId, remedy: id, outcome: proposal.outcome };
    const action = `${filed.kind}-decided` as const;
    const entry = { at, actor: `staff:${approvedBy}`, action, caseNumber, details } as const;
    return (await this.dependencies.desk.decide(decision, entry)) ? ok(undefined) : fail('remedy-decided');
  }

  /** What the proposal comes to: the record, and its new verdict where it gets one. */
  private async decide(
    found: FoundRequest,
    { outcome }: Proposal,
  ): Promise<
    Result<
      { readonly subject: Subject | undefined; readonly to: RemedyDecision['to'] },
      RemedyDecisionErrorCode
    >
  > {
    const batch = await this.dependencies.verdicts.batchOf(found.stored.roundId);
    const { kind } = found.filed;
    if (batch === undefined || !mayDecide(batch, kind)) return fail('remedy-not-now');
    const subject = await this.subjects.of(found.filed, found.round, batch);
    if (!subject.ok) return subject;
    if (outcome === 'dismissed') return ok({ subject: subject.value, to: undefined });
    if (subject.value?.isTheirs !== true) return fail('remedy-without-record');
    const to = subject.value.upheld;
    return to.ok ? ok({ subject: subject.value, to: to.value }) : to;
  }

  private async findOpen(
    caseNumber: CaseNumber,
    id: string,
  ): Promise<Result<FoundRequest, RemedyDecisionErrorCode>> {
    const rounds = await this.roundsOf(caseNumber);
    if (rounds === undefined) return fail('not-found');
    const ids = [...rounds.keys()];
    const { desk } = this.dependencies;
    const stored = await desk.find(ids, id);
    const filed = stored && (await this.open(stored, caseNumber));
    const round = stored && rounds.get(stored.roundId);
    if (stored === undefined || filed === undefined || round === undefined) return fail('remedy-unknown');
    const [decision] = await desk.decisionsOn([id]);
    return decision !== undefined ? fail('remedy-decided') : ok({ stored, filed, round });
  }

  /** The submitted rounds. What was filed in another is not even looked for, so no time tells how much that is. */
  private async roundsOf(caseNumber: CaseNumber): Promise<ReadonlyMap<RoundId, RoundOrdinal> | undefined> {
    const referendum = await this.dependencies.cases.find(caseNumber);
    const submitted = referendum?.rounds.filter(({ submission }) => submission !== undefined);
    return submitted && new Map(submitted.map(({ id, ordinal }) => [id, ordinal]));
  }

  /** The content, if it is sealed to the round's key and says what the row says. */
  private async open(stored: StoredRequest, caseNumber: CaseNumber): Promise<FiledRequest | undefined> {
    const key = await this.dependencies.commissionRoundKeys.find(stored.roundId);
    const filed = key && openRequest(stored.sealed, key);
    return filed?.kind === stored.kind && filed.caseNumber === caseNumber ? filed : undefined;
  }
}
