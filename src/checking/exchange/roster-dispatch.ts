import type { CaseService } from '../../cases/index.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { Clock } from '../../core/clock.js';
import { sealExchangeFile } from '../../core/exchange/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { equalOctets, hex } from '../../core/octets.js';
import { ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { octetKey } from '../../core/native-octets.js';
import type { RoundVerifier, RoundVerifiers } from '../batch/round-verifier.js';
import {
  findRoundInCheck,
  type RoundInCheck,
  roundMaterial,
  type VerificationDependencies,
} from '../batch/submitted-round.js';
import type { SendRosterErrorCode, SubmittedRoundErrorCode } from '../errors.js';
import type { CommissionKey } from '../commission-keys.js';
import type { RosterStore, SealedFile } from './ports.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';
import type { StepReport } from '../steps/ports.js';
import {
  type BatchIdentity,
  manifestName,
  type ManifestPart,
  manifestPart,
  rosterCsv,
  rosterManifest,
  type RosterOrder,
  rosterOrderDigest,
  type RosterPart,
  rosterParts,
  type RosterRow,
} from './roster.js';
import { openEntry, type PartPurpose, sealEntry } from './roster-part.js';

/** Rows whose records are opened in one step. */
const pageSize = 1_000;

/** Rows of which only the commitments are read. */
const digestPageSize = 10_000;

/** What {@link RosterDispatch} works with. */
export interface RosterDispatchDependencies extends Omit<VerificationDependencies, 'validator'> {
  readonly cases: Pick<CaseService, 'find'>;
  readonly records: Pick<RecordSource, 'withCommitments'>;
  readonly verdicts: Pick<VerdictStore, 'batchOf' | 'counts'>;
  readonly verifiers: Pick<RoundVerifiers, 'open'>;
  readonly rosters: Pick<RosterStore, 'rows' | 'order' | 'keepPart' | 'keptEntry' | 'saveRoster'>;
  /** Signs the roster. */
  readonly commissionKey: CommissionKey;
  readonly clock: Clock;
  /** MOI's certificate, DER. The roster is sealed to it, and the answer must be signed with it. */
  readonly ministryCertificate: Uint8Array;
  /** Rows of a part, where they are not 50,000. */
  readonly rowsPerPart?: number;
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
    const { rows, sha256 } = (await this.dependencies.rosters.order(batch)) ?? (await this.orderOf(batch));
    const content = {
      action: 'send-roster',
      ...identityOf(batch),
      rows,
      orderSha256: hex(sha256),
      recipientSha256: sha256Hex(this.dependencies.ministryCertificate),
    };
    return ok(Buffer.from(canonicalJson(content)));
  }

  /**
   * Opens the records, and lists, signs and seals the roster part by part; each part is kept as it is made, with what the manifest will say of it
   * under a seal. Then the parts become the roster for MOI. Where the same request was begun before, by a process that has died, it goes on behind
   * the parts that are there.
   */
  async send(number: CaseNumber, report: StepReport): Promise<Result<void, SendRosterErrorCode>> {
    const found = await this.findDispatchable(number);
    if (!found.ok) return found;
    const { batch, submitted } = found.value;
    await this.checkOrder(batch);
    const material = await roundMaterial(submitted, this.dependencies);
    if (!material.ok) return material;
    const verifier = this.dependencies.verifiers.open(material.value);
    try {
      await this.make(batch, verifier, report);
      return ok(undefined);
    } finally {
      verifier.close();
    }
  }

  /** Two people approved the order as it was drawn: throws where the rows are others by now. */
  private async checkOrder(batch: Batch): Promise<void> {
    const drawn = await this.dependencies.rosters.order(batch);
    if (drawn !== undefined && !equalOctets(drawn.sha256, (await this.orderOf(batch)).sha256))
      throw new Error('the rows of the roster are not in the order that was drawn');
  }

  /** The order as the rows have it. */
  private async orderOf(batch: Batch): Promise<RosterOrder> {
    const digest = rosterOrderDigest();
    let rows = 0;
    for await (const page of this.pages(batch, 0, Number.MAX_SAFE_INTEGER, digestPageSize)) {
      for (const row of page) digest.update(row.commitment);
      rows += page.length;
    }
    return { rows, sha256: digest.digest() };
  }

  private async make(batch: Batch, verifier: RoundVerifier, report: StepReport): Promise<void> {
    const rows = (await this.dependencies.verdicts.counts(batch)).get(undefined) ?? 0;
    await report.begin(rows);
    const listed: ManifestPart[] = [];
    for (const part of rosterParts(rows, this.dependencies.rowsPerPart)) {
      listed.push(await this.part(batch, part, verifier, report));
      await report.advance(part.lastSeq);
    }
    const manifest = await this.seal(manifestName, rosterManifest(identityOf(batch), listed));
    await this.dependencies.rosters.saveRoster(batch, manifest, report.requestId);
  }

  /** The manifest's entry of a part: as it was kept, or of the part that is made and kept now. */
  private async part(
    batch: Batch,
    part: RosterPart,
    verifier: RoundVerifier,
    report: StepReport,
  ): Promise<ManifestPart> {
    const { rosters, commissionDecryptionKey, ministryCertificate } = this.dependencies;
    const rows = part.lastSeq - part.firstSeq + 1;
    const recipient = sha256Hex(ministryCertificate);
    const purpose: PartPurpose = { request: report.requestId, batch: batch.id, recipient };
    const kept = await rosters.keptEntry(batch, part.name);
    const known =
      kept && (await openEntry(kept, { name: part.name, rows, ...purpose }, commissionDecryptionKey));
    if (known !== undefined) return known;
    const csv = rosterCsv(await this.numbers(batch, part, verifier, report));
    const listed = manifestPart(part.name, rows, csv);
    const file = await this.seal(part.name, csv);
    csv.fill(0);
    const entry = sealEntry(listed, purpose, commissionDecryptionKey.certificate);
    await rosters.keepPart(batch, { ...file, rows, entry });
    return listed;
  }

  /** A roster that was sent can be sent again until its answer is imported: it may be lost, or not open. Order and content stay. */
  private findDispatchable(number: CaseNumber): Promise<Result<RoundInCheck, SubmittedRoundErrorCode>> {
    return findRoundInCheck(this.dependencies, number, (phase) =>
      phase === 'judged' || phase === 'sent' ? undefined : 'check-not-ready',
    );
  }

  private async numbers(
    batch: Batch,
    part: RosterPart,
    verifier: RoundVerifier,
    report: StepReport,
  ): Promise<[seq: number, nationalId: string][]> {
    const numbers: [number, string][] = [];
    for await (const page of this.pages(batch, part.firstSeq - 1, part.lastSeq, pageSize)) {
      const seqs = new Map(page.map(({ seq, commitment }) => [octetKey(commitment), seq]));
      const records = await this.dependencies.records.withCommitments(
        batch.roundId,
        page.map((row) => row.commitment),
      );
      for (const { commitment, nationalId } of await verifier.claimsOf(records)) {
        const seq = seqs.get(octetKey(commitment));
        if (seq !== undefined) numbers.push([seq, nationalId]);
      }
      await report.advance(part.firstSeq - 1 + numbers.length);
    }
    if (numbers.length !== part.lastSeq - part.firstSeq + 1)
      throw new Error('a record of the roster is gone');
    return numbers.sort(([one], [other]) => one - other);
  }

  private async *pages(
    batch: Batch,
    afterSeq: number,
    lastSeq: number,
    size: number,
  ): AsyncGenerator<readonly RosterRow[]> {
    for (let after = afterSeq; after < lastSeq;) {
      const page = await this.dependencies.rosters.rows(batch, after, Math.min(size, lastSeq - after));
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      after = last.seq;
    }
  }

  private async seal(name: string, content: Uint8Array): Promise<SealedFile> {
    const { commissionKey, ministryCertificate, clock } = this.dependencies;
    const sealed = await sealExchangeFile(content, commissionKey, clock.now(), ministryCertificate);
    return { name, sealed };
  }
}

/** What identifies a batch to MOI. */
export function identityOf({ id, caseNumber, round, submittedOn }: Batch): BatchIdentity {
  return { batch: id, case: caseNumber, round, submittedOn };
}
