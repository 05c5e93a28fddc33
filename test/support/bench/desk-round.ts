import { type Batch, ROSTER_STORE, VERDICT_STORE, type VerdictStore } from '../../../src/checking/index.js';
import { rosterParts, type RosterRow } from '../../../src/checking/exchange/roster.js';
import type { RosterStore } from '../../../src/checking/exchange/ports.js';
import { electronicGroups, paperGroups, publicTally } from '../../../src/checking/result/public-tally.js';
import { drawUpResult, resultBytes } from '../../../src/checking/result/result-document.js';
import { emptyTally, tallyOf } from '../../../src/checking/result/tally.js';
import type { Case } from '../../../src/cases/index.js';
import {
  manifestBytes,
  manifestName,
  manifestPart,
  sealExchangeFile,
} from '../../../src/core/exchange/index.js';
import type { Commitment, RoundId } from '../../../src/core/identifiers.js';
import { hex } from '../../../src/core/octets.js';
import { sha256Hex } from '../../../src/core/sha256.js';
import { taipeiDateOf } from '../../../src/core/taipei-date.js';
import type { TestApplication } from '../application/application.js';

/** Octets of a roster's row, sealed: a number of up to six digits, a national ID and what separates them. */
const rowOctets = 18;

/** What the worker's jobs do with a round of records that nobody can open: the same rows, written by the program's own stores where there are some. */
export class DeskRound {
  private readonly verdicts: VerdictStore;
  private readonly rosters: RosterStore;

  constructor(
    private readonly application: TestApplication,
    private readonly roundId: RoundId,
  ) {
    this.verdicts = application.get<VerdictStore>(VERDICT_STORE);
    this.rosters = application.get<RosterStore>(ROSTER_STORE);
  }

  /** The batch as it is. */
  async batch(): Promise<Batch> {
    const batch = await this.verdicts.batchOf(this.roundId);
    if (batch === undefined) throw new Error('the check has not begun');
    return batch;
  }

  /** Every record gets a verdict: one in ten doesn't count. */
  async judge(): Promise<void> {
    const { owner } = this.application.databases;
    await owner.query(
      `INSERT INTO verdict SELECT round_id, commitment, CASE WHEN get_byte(commitment, 0) < 26 THEN 'E02' END FROM sealed_record
       WHERE round_id = $1`,
      [this.roundId],
    );
    await owner.query(
      `UPDATE check_chunk SET sealed_claims = 'sealed', judged_at = clock_timestamp() WHERE round_id = $1`,
      [this.roundId],
    );
    await owner.query('UPDATE verification_batch SET judged = records WHERE round_id = $1', [this.roundId]);
    await owner.query('ANALYZE verdict');
  }

  /** The roster's order is stored, and the counts. */
  async finish(): Promise<void> {
    const rows = await this.application.databases.owner.query<{ commitment: Commitment }[]>(
      'SELECT commitment FROM verdict WHERE round_id = $1 AND code IS NULL ORDER BY sha256(commitment)',
      [this.roundId],
    );
    const roster = rows.map(({ commitment }, index): RosterRow => ({ seq: index + 1, commitment }));
    await this.verdicts.finishVerdicts(await this.batch(), [], roster, []);
    await this.application.databases.owner.query('VACUUM ANALYZE verdict, roster_row');
  }

  /** A roster goes to the Ministry, of as many octets as a real one, which nobody can open. */
  async send(requestId: string): Promise<void> {
    const batch = await this.batch();
    for (const { name, firstSeq, lastSeq } of rosterParts(await this.counted())) {
      const rows = lastSeq - firstSeq + 1;
      const [sealed, entry] = [Buffer.alloc(rows * rowOctets, 'x'), Buffer.from('sealed')];
      await this.rosters.keepPart(batch, { name, rows, sealed, entry });
    }
    await this.rosters.saveRoster(batch, { name: manifestName, sealed: Buffer.from('sealed') }, requestId);
  }

  /** The Ministry's answer, signed and sealed as it is: one row in a hundred doesn't count. */
  async answer(): Promise<ReadonlyMap<string, Uint8Array>> {
    const { id, caseNumber, round, submittedOn } = await this.batch();
    const parts = rosterParts(await this.counted()).map(({ name, firstSeq, lastSeq }) => {
      const rows = Array.from({ length: lastSeq - firstSeq + 1 }, (_, index) => firstSeq + index);
      const lines = rows.map((seq) => `${String(seq)},${seq % 100 === 0 ? 'R01' : '00'}\r\n`);
      const csv = Buffer.from(`seq,result\r\n${lines.join('')}`);
      return { csv, entry: manifestPart(name, rows.length, csv) };
    });
    const identity = { batch: id, case: caseNumber, round, submittedOn };
    const manifest = manifestBytes(
      identity,
      parts.map(({ entry }) => entry),
    );
    const files = new Map<string, Uint8Array>();
    for (const { csv, entry } of parts) files.set(entry.name, await this.sealed(csv));
    return files.set(manifestName, await this.sealed(manifest));
  }

  /** The answer is imported, and the result drawn up. */
  async applyAnswer(referendum: Case, requestId: string): Promise<void> {
    const batch = await this.batch();
    const rows = await this.counted();
    const answer = new Map(
      Array.from({ length: Math.floor(rows / 100) }, (_, index) => [100 * (index + 1), 'R01'] as const),
    );
    const result = resultBytes(await this.drawnUp(referendum, batch));
    await this.rosters.applyAnswer(
      batch,
      { answer, paper: [], outcome: { result, struckOutList: Buffer.from('sealed') } },
      requestId,
    );
  }

  private async drawnUp(referendum: Case, batch: Batch) {
    const { submission, keyStatement } = referendum.rounds[0] ?? {};
    return drawUpResult({
      case: batch.caseNumber,
      round: batch.round,
      electorTotal: referendum.electorTotal,
      threshold: referendum.threshold,
      submittedOn: batch.submittedOn,
      determinedOn: taipeiDateOf(this.application.installation.clock.now()),
      electronic: publicTally(tallyOf(await this.verdicts.counts(batch)), electronicGroups),
      paper: publicTally(emptyTally, paperGroups),
      earlierValid: 0,
      merkleRoot: hex(submission?.merkleRoot ?? new Uint8Array()),
      keyStatementSha256: sha256Hex(keyStatement ?? new Uint8Array()),
      submissionStatementSha256: sha256Hex(submission?.statement ?? new Uint8Array()),
    });
  }

  private async counted(): Promise<number> {
    return (await this.verdicts.counts(await this.batch())).get(undefined) ?? 0;
  }

  private sealed(content: Uint8Array): Promise<Uint8Array> {
    const { pki, clock } = this.application.installation;
    return sealExchangeFile(content, pki.moi.signer, clock.now(), pki.commissionDecryption.certificate);
  }
}
