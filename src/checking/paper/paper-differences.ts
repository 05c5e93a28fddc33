import type { AuditAction, AuditEntry } from '../../audit/index.js';
import type { CaseService } from '../../cases/index.js';
import type { Clock } from '../../core/clock.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { SubmittedRound } from '../batch/submitted-round.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import { rowAt } from './entry-rows.js';
import type {
  PaperStageErrorCode,
  SettlePaperDifferenceErrorCode,
  ShowPaperDifferenceErrorCode,
} from './errors.js';
import { findPaperRound } from './paper-entries.js';
import { type PaperPlace, type PaperRow, paperRowOf } from './paper-row.js';
import type { EntryName, PaperStore, SettledAs, StoredDifference } from './ports.js';
import { PaperNotOpenedError, sealRows } from './sealed-rows.js';

/** What {@link PaperDifferences} works with. */
export interface PaperDifferencesDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly paper: PaperStore;
  readonly commissionDecryptionKey: CommissionDecryptionKey;
  readonly clock: Clock;
}

/** What a row is settled as. `other` alone has a value. */
export interface WantedSettlement {
  readonly settledAs: SettledAs;
  readonly nationalId?: string;
  /** `00`, or an office's code. */
  readonly code?: string;
}

/** Both values of a row on which the entries disagree; undefined where an entry doesn't have it. Personal data: it is in memory only. */
export interface OpenedDifference {
  readonly difference: StoredDifference;
  readonly rows: Readonly<Record<EntryName, PaperRow | undefined>>;
}

/** The rows on which the two entries disagree, and how a person settles each. Values are opened for one row, when somebody asks for it. */
export class PaperDifferences {
  constructor(private readonly dependencies: PaperDifferencesDependencies) {}

  /** Up to `limit` differences after this place, without any value. */
  async page(
    number: CaseNumber,
    after: PaperPlace | undefined,
    limit: number,
  ): Promise<Result<readonly StoredDifference[], PaperStageErrorCode>> {
    const found = await findPaperRound(this.dependencies.cases, number);
    if (!found.ok) return found;
    return ok(await this.dependencies.paper.differences(found.value.round.id, after, limit));
  }

  /** Opens both values of one row for a person who asks for it. That they did is in the audit log before they see anything. */
  async open(
    number: CaseNumber,
    place: PaperPlace,
    memberId: string,
  ): Promise<Result<OpenedDifference, ShowPaperDifferenceErrorCode>> {
    const found = await this.find(number, place);
    if (!found.ok) return found;
    const { difference, submitted } = found.value;
    await this.dependencies.paper.note(this.auditOf(submitted, place, memberId, 'paper-row-opened'));
    try {
      return ok({ difference, rows: await this.rowsOf(submitted, place) });
    } catch (error) {
      if (error instanceof PaperNotOpenedError) return fail('paper-not-opened');
      throw error;
    }
  }

  /** Settles a row: as one entry has it, or by a third value that was read on paper again. It can be settled anew. Call it while the case is locked. */
  async settle(
    number: CaseNumber,
    place: PaperPlace,
    wanted: WantedSettlement,
    memberId: string,
  ): Promise<Result<StoredDifference, Exclude<SettlePaperDifferenceErrorCode, 'step-under-way'>>> {
    const found = await this.find(number, place);
    if (!found.ok) return found;
    const { difference, submitted } = found.value;
    const sealed = wanted.settledAs === 'other' ? this.sealOther(place, wanted) : ok(undefined);
    if (!sealed.ok) return sealed;
    const { settledAs } = wanted;
    const settledAt = this.dependencies.clock.now();
    const settlement = { settledAs, sealed: sealed.value, settledBy: memberId, settledAt };
    const audit = this.auditOf(submitted, place, memberId, 'paper-difference-settled', { settledAs });
    await this.dependencies.paper.settle(submitted.round.id, place, settlement, audit);
    return ok({ ...difference, settlement });
  }

  private async find(
    number: CaseNumber,
    place: PaperPlace,
  ): Promise<
    Result<
      { readonly difference: StoredDifference; readonly submitted: SubmittedRound },
      PaperStageErrorCode | 'paper-difference-unknown'
    >
  > {
    const found = await findPaperRound(this.dependencies.cases, number);
    if (!found.ok) return found;
    const difference = await this.dependencies.paper.difference(found.value.round.id, place);
    if (difference === undefined) return fail('paper-difference-unknown');
    return ok({ difference, submitted: found.value });
  }

  private async rowsOf({ round }: SubmittedRound, place: PaperPlace): Promise<OpenedDifference['rows']> {
    const entries = await this.dependencies.paper.entries(round.id);
    const at = async (name: EntryName): Promise<PaperRow | undefined> => {
      const entry = entries.find((each) => each.name === name);
      return entry && rowAt(this.dependencies, round.id, entry, place);
    };
    return { first: await at('first'), second: await at('second') };
  }

  private sealOther(
    place: PaperPlace,
    { nationalId = '', code = '' }: WantedSettlement,
  ): Result<Uint8Array, 'paper-value-refused'> {
    const row = paperRowOf(place, nationalId, code);
    if (!row.ok) return fail('paper-value-refused', { fault: row.failure.code });
    return ok(sealRows([row.value], this.dependencies.commissionDecryptionKey.certificate));
  }

  private auditOf(
    { referendum, round }: SubmittedRound,
    { page, line }: PaperPlace,
    memberId: string,
    action: AuditAction,
    more: Readonly<Record<string, string>> = {},
  ): AuditEntry {
    return {
      at: this.dependencies.clock.now(),
      actor: `staff:${memberId}`,
      action,
      caseNumber: referendum.number,
      details: { round: round.ordinal, page, line, ...more },
    };
  }
}
