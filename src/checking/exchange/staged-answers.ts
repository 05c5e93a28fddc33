import type { CaseService } from '../../cases/index.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { findRoundInCheck, type RoundInCheck } from '../batch/submitted-round.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import type {
  AnswerContentErrorCode,
  AnswerErrorCode,
  AnswerStageErrorCode,
  CheckAnswerErrorCode,
  KeepAnswerFileErrorCode,
} from '../errors.js';
import type { Batch, VerdictStore } from '../ports.js';
import { displayable, openAnswerFile } from './answer-files.js';
import { type MoiAnswer, readAnswer } from './moi-answer.js';
import type { RosterStore, SealedFile, StagedFile } from './ports.js';
import { identityOf } from './roster-dispatch.js';

/** What {@link StagedAnswers} works with. */
export interface StagedAnswersDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly verdicts: Pick<VerdictStore, 'batchOf' | 'counts'>;
  readonly rosters: RosterStore;
  readonly commissionDecryptionKey: Pick<CommissionDecryptionKey, 'decrypt'>;
  /** MOI's certificate, DER. */
  readonly ministryCertificate: Uint8Array;
}

/** The sealed files of MOI's answer, as they are handed in, until they are imported. */
export class StagedAnswers {
  constructor(private readonly dependencies: StagedAnswersDependencies) {}

  /**
   * Stores one sealed file of an answer as it came, in the place of an earlier one of this name. Nothing is opened yet. An answer
   * has the names of the roster's files, and no other.
   */
  async keepFile(number: CaseNumber, file: SealedFile): Promise<Result<void, KeepAnswerFileErrorCode>> {
    const found = await this.sent(number);
    if (!found.ok) return found;
    const { batch } = found.value;
    const names = await this.dependencies.rosters.rosterNames(batch);
    if (!names.includes(file.name)) return fail('answer-file-unknown', { file: displayable(file.name) });
    await this.dependencies.rosters.keepAnswerFile(batch, file);
    return ok(undefined);
  }

  /** Removes the files of an answer that was handed in. */
  async discardFiles(number: CaseNumber): Promise<Result<void, AnswerStageErrorCode>> {
    const found = await this.sent(number);
    if (!found.ok) return found;
    await this.dependencies.rosters.discardAnswer(found.value.batch);
    return ok(undefined);
  }

  /** Reads the answer that was handed in as if to import it, and changes nothing. */
  async check(number: CaseNumber): Promise<Result<void, CheckAnswerErrorCode>> {
    const found = await this.sent(number);
    if (!found.ok) return found;
    const files = await this.dependencies.rosters.stagedAnswer(found.value.batch);
    if (files.length === 0) return fail('answer-not-handed-in');
    const rows = await this.rowsOf(found.value.batch);
    const answer = await this.read(found.value.batch, files, rows);
    return answer.ok ? ok(undefined) : answer;
  }

  /** What two people approve: the files stored, by name and the SHA-256 of their sealed bytes. */
  async approvalContent(number: CaseNumber): Promise<Result<Uint8Array, AnswerContentErrorCode>> {
    const found = await this.sent(number);
    if (!found.ok) return found;
    const files = await this.dependencies.rosters.stagedAnswer(found.value.batch);
    if (files.length === 0) return fail('answer-not-handed-in');
    const listed = files.map(({ name, sha256 }) => ({ name, sha256: hex(sha256) }));
    const content = { action: 'import-answer', ...identityOf(found.value.batch), files: listed };
    return ok(Buffer.from(canonicalJson(content)));
  }

  /** The round whose roster was sent and whose answer is not imported. */
  sent(number: CaseNumber): Promise<Result<RoundInCheck, AnswerStageErrorCode>> {
    return findRoundInCheck(this.dependencies, number, (phase) => {
      if (phase === undefined || phase === 'sent') return undefined;
      return phase === 'answered' || phase === 'published' ? 'answer-already-imported' : 'roster-not-sent';
    });
  }

  /** How many rows the roster has. */
  async rowsOf(batch: Batch): Promise<number> {
    const { rosters, verdicts } = this.dependencies;
    const order = await rosters.order(batch);
    return order?.rows ?? (await verdicts.counts(batch)).get(undefined) ?? 0;
  }

  /** Reads an answer in full, file by file; `read` hears how many rows have been read. */
  read(
    batch: Batch,
    staged: readonly StagedFile[],
    rows: number,
    read?: (rows: number) => Promise<void>,
  ): Promise<Result<MoiAnswer, AnswerErrorCode>> {
    const { commissionDecryptionKey, ministryCertificate, rosters } = this.dependencies;
    const content = async (name: string): Promise<Result<Uint8Array, AnswerErrorCode>> => {
      const sealed = await rosters.stagedFile(batch, name);
      if (sealed === undefined) throw new Error('a file of an answer is gone while the case is held');
      return openAnswerFile(name, sealed, commissionDecryptionKey, ministryCertificate);
    };
    const files = { names: staged.map(({ name }) => name), content };
    return readAnswer(files, identityOf(batch), rows, read);
  }
}
