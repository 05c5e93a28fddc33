import type { CaseService } from '../../cases/index.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { Clock } from '../../core/clock.js';
import { sealForCertificate, signDocument } from '../../core/cms/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { octetKey } from '../../core/native-octets.js';
import { ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import {
  findRoundInCheck,
  type RoundInCheck,
  verificationContext,
  type VerificationDependencies,
} from '../batch/submitted-round.js';
import { claimOf, type VerificationContext } from '../batch/verify-record.js';
import type { SendRosterErrorCode, SubmittedRoundErrorCode } from '../errors.js';
import type { CommissionKey } from '../commission-keys.js';
import type { RosterStore, SealedFile } from './ports.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';
import {
  type BatchIdentity,
  manifestName,
  type ManifestPart,
  manifestPart,
  rosterCsv,
  rosterManifest,
  rosterOrderDigest,
  type RosterPart,
  rosterParts,
  type RosterRow,
} from './roster.js';

/** Rows whose records are opened in one step. */
const pageSize = 500;

/** What {@link RosterDispatch} works with. */
export interface RosterDispatchDependencies extends VerificationDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  readonly rosters: RosterStore;
  /** Signs the roster. */
  readonly commissionKey: CommissionKey;
  readonly clock: Clock;
  /** MOI's certificate, DER. The roster is sealed to it, and the answer must be signed with it. */
  readonly ministryCertificate: Uint8Array;
}

/** Makes the sealed roster for MOI. Only one part at a time is in clear text, in memory. */
export class RosterDispatch {
  constructor(private readonly dependencies: RosterDispatchDependencies) {}

  /**
   * What two people approve: which records are sent, in which order, to whom. It contains commitments, never national
   * ID numbers.
   */
  async approvalContent(number: CaseNumber): Promise<Result<Uint8Array, SubmittedRoundErrorCode>> {
    const found = await this.findDispatchable(number);
    if (!found.ok) return found;
    const { batch } = found.value;
    const digest = rosterOrderDigest();
    let rows = 0;
    for await (const page of this.pages(batch, 0, Number.MAX_SAFE_INTEGER)) {
      for (const row of page) digest.update(row.commitment);
      rows += page.length;
    }
    const content = {
      action: 'send-roster',
      ...identityOf(batch),
      rows,
      orderSha256: digest.digest('hex'),
      recipientSha256: sha256Hex(this.dependencies.ministryCertificate),
    };
    return ok(Buffer.from(canonicalJson(content)));
  }

  /** Opens the records, and lists, signs and seals the roster part by part. Then stores it for MOI. */
  async send(number: CaseNumber): Promise<Result<readonly SealedFile[], SendRosterErrorCode>> {
    const found = await this.findDispatchable(number);
    if (!found.ok) return found;
    const { batch, submitted } = found.value;
    const context = await verificationContext(submitted, this.dependencies);
    if (!context.ok) return context;
    const rows = (await this.dependencies.verdicts.counts(batch)).get(undefined) ?? 0;
    const listed: ManifestPart[] = [];
    const files: SealedFile[] = [];
    for (const part of rosterParts(rows)) {
      const csv = rosterCsv(await this.numbers(batch, part, context.value));
      listed.push(manifestPart(part.name, part.lastSeq - part.firstSeq + 1, csv));
      files.push(await this.seal(part.name, csv));
    }
    files.push(await this.seal(manifestName, rosterManifest(identityOf(batch), listed)));
    await this.dependencies.rosters.saveRoster(batch, files);
    return ok(files);
  }

  private findDispatchable(number: CaseNumber): Promise<Result<RoundInCheck, SubmittedRoundErrorCode>> {
    return findRoundInCheck(this.dependencies, number, (phase) =>
      phase === 'judged' ? undefined : 'check-not-ready',
    );
  }

  private async numbers(
    batch: Batch,
    part: RosterPart,
    context: VerificationContext,
  ): Promise<[seq: number, nationalId: string][]> {
    const numbers: [number, string][] = [];
    for await (const page of this.pages(batch, part.firstSeq - 1, part.lastSeq)) {
      const seqs = new Map(page.map(({ seq, commitment }) => [octetKey(commitment), seq]));
      const records = await this.dependencies.records.withCommitments(
        batch.roundId,
        page.map((row) => row.commitment),
      );
      for (const record of records) {
        const seq = seqs.get(octetKey(record.commitment));
        if (seq !== undefined) numbers.push([seq, claimOf(record, context).nationalId]);
      }
    }
    if (numbers.length !== part.lastSeq - part.firstSeq + 1)
      throw new Error('a record of the roster is gone');
    return numbers.sort(([one], [other]) => one - other);
  }

  private async *pages(
    batch: Batch,
    afterSeq: number,
    lastSeq: number,
  ): AsyncGenerator<readonly RosterRow[]> {
    for (let after = afterSeq; after < lastSeq;) {
      const page = await this.dependencies.rosters.rows(batch, after, Math.min(pageSize, lastSeq - after));
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      after = last.seq;
    }
  }

  private async seal(name: string, content: Uint8Array): Promise<SealedFile> {
    const { commissionKey, ministryCertificate, clock } = this.dependencies;
    const signed = await signDocument(content, commissionKey, clock.now());
    return { name, sealed: sealForCertificate(signed, ministryCertificate) };
  }
}

/** What identifies a batch to MOI. */
export function identityOf({ id, caseNumber, round, submittedOn }: Batch): BatchIdentity {
  return { batch: id, case: caseNumber, round, submittedOn };
}
