import type { AuditEntry } from '../../audit/index.js';
import { type Case, type CaseService, isClosed, recordsKeptUntil } from '../../cases/index.js';
import { canonicalJson, type JsonValue } from '../../core/canonical-json.js';
import type { Clock } from '../../core/clock.js';
import { signDocument } from '../../core/cms/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { type TaipeiDate, taipeiDateOf } from '../../core/taipei-date.js';
import { approvalTrail, type ApprovedStep } from '../approved-step.js';
import type { PurgeErrorCode, PurgePlanErrorCode } from '../errors.js';
import type { CaseKeys, CommissionKey, PublishedResults, PurgeStore } from '../ports.js';
import { readResult } from './result-document.js';

/** What a purge works with. */
export interface PurgeDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly published: Pick<PublishedResults, 'ofCase'>;
  readonly store: PurgeStore;
  readonly keys: CaseKeys;
  readonly commissionKey: CommissionKey;
  readonly clock: Clock;
}

/** What a purge would destroy. */
export interface PurgePlan {
  readonly closedOn: TaipeiDate;
  readonly dueOn: TaipeiDate;
  /** Roster rows and sealed files of the check; the sealed records are those of every round. */
  readonly rosterRows: number;
  readonly files: number;
}

/**
 * Destroys a closed case's records and keys when the law says so (REG 12). What stays: the confirmed result, the list of
 * verdicts by commitment (it names no one) and a signed note of the purge.
 */
export class Purge {
  constructor(private readonly parts: PurgeDependencies) {}

  /** The dry run: what would go, and from when on it may. Changes nothing. */
  async plan(number: CaseNumber): Promise<Result<PurgePlan, PurgePlanErrorCode>> {
    const referendum = await this.parts.cases.find(number);
    if (referendum === undefined) return fail('not-found');
    if (!isClosed(referendum.state)) return fail('check-not-ready');
    if ((await this.parts.store.noteOf(number)) !== undefined) return fail('purge-done-already');
    const closedOn = await this.closedOn(referendum);
    const dueOn = recordsKeptUntil(closedOn);
    return ok({ closedOn, dueOn, ...(await this.parts.store.extent(number)) });
  }

  /** What two people approve. `purge-too-early` until the day has come. */
  async approvalContent(number: CaseNumber): Promise<Result<Uint8Array, PurgeErrorCode>> {
    const plan = await this.due(number);
    if (!plan.ok) return plan;
    return ok(Buffer.from(canonicalJson({ action: 'purge', case: number, ...membersOf(plan.value) })));
  }

  /** Destroys the case's key, then its records, with the note of it and the audit event in one transaction. */
  async purge(approved: ApprovedStep): Promise<Result<Uint8Array, PurgeErrorCode>> {
    const number = approved.caseNumber;
    const plan = await this.due(number);
    if (!plan.ok) return plan;
    const now = this.parts.clock.now();
    const results = await this.parts.published.ofCase(number);
    const note = canonicalJson({
      version: 1,
      case: number,
      purgedOn: taipeiDateOf(now),
      ...membersOf(plan.value),
      results: results.map(({ result }) => sha256Hex(result)),
    });
    const signed = await signDocument(Buffer.from(note), this.parts.commissionKey, now);
    // The key first: should the rest fail, it can be tried again, and the records are still there to say so.
    await this.parts.keys.destroy(number);
    await this.parts.store.purge(number, signed, purgeEntry(approved, signed, now));
    return ok(signed);
  }

  private async due(number: CaseNumber): Promise<Result<PurgePlan, PurgeErrorCode>> {
    const plan = await this.plan(number);
    if (!plan.ok) return plan;
    const { dueOn } = plan.value;
    return taipeiDateOf(this.parts.clock.now()) > dueOn ? plan : fail('purge-too-early', { dueOn });
  }

  /** The last day that is on record for the case: later than its closing at most, so nothing is destroyed too early. */
  private async closedOn(referendum: Case): Promise<TaipeiDate> {
    const results = await this.parts.published.ofCase(referendum.number);
    const days = results.flatMap(({ result }) => {
      const read = readResult(result);
      return read.ok ? [read.value.determinedOn] : [];
    });
    const ends = referendum.rounds.map(({ lastDay }) => lastDay);
    return [referendum.registeredOn, ...ends, ...days].reduce((one, other) => (one > other ? one : other));
  }
}

/** What the audit log has of a purge: the article and the SHA-256 of the signed note. */
function purgeEntry(approved: ApprovedStep, note: Uint8Array, at: Date): AuditEntry {
  const { actor, details } = approvalTrail(approved);
  const noteDigest = sha256Hex(note);
  return {
    at,
    actor,
    action: 'case-purge',
    caseNumber: approved.caseNumber,
    details: { article: 'REG 12', noteDigest, ...details },
  };
}

function membersOf({ closedOn, dueOn, rosterRows, files }: PurgePlan): Record<string, JsonValue> {
  return { closedOn, dueOn, rosterRows, files };
}
