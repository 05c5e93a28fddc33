import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { SoftwareCommissionRoundKey } from '../../../src/adapters/keys/case-key-files.js';
import { PostgresRecordSource } from '../../../src/adapters/postgres/checking/record-source.js';
import { PostgresVerdictStore } from '../../../src/adapters/postgres/checking/verdict-store.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { migrate } from '../../../src/adapters/postgres/database.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/adapters/postgres/embedded/embedded-postgres.js';
import { checkChunk } from '../../../src/checking/batch/check-chunk.js';
import { finishBatch } from '../../../src/checking/batch/finish-batch.js';
import { mapBounded } from '../../../src/checking/batch/round-verifier.js';
import { VerificationThreads } from '../../../src/checking/batch/verification-threads.js';
import { newBatch } from '../checking/memory-checking.js';
import { startCheck, submittedRound } from '../checking/opaque-records.js';
import { commissionDecryptionKey } from '../checking/paper-scene.js';
import { demoTrust } from '../trust/trust-dependencies.js';
import { benchArchive } from './bench-archive.js';
import { BenchRound, plannedCounts } from './bench-round.js';
import { insertMadeRecords } from './insert-records.js';
import { madeRecords } from './made-records.js';

/** What is known of the records before: their files, the keys that open them, and what their certificates are held against. */
export async function checkedRecords(count: number) {
  const { files } = await madeRecords(count);
  const round = new BenchRound();
  const archive = await benchArchive(round, count);
  const rules = {
    mode: 'number-to-lead',
    statement: round.fields,
    intakeKeys: [round.intake.publicKey],
  } as const;
  const commissionKey = new SoftwareCommissionRoundKey(round.commission.privateKey);
  const material = { leadKey: round.lead.privateKey, commissionKey, rules };
  return { count, round, files, archive, material, trust: demoTrust(round.pki) };
}

/** The outcome of {@link checkedRecords}. */
export type CheckedRecords = Awaited<ReturnType<typeof checkedRecords>>;

/** A round of made records in a PostgreSQL of its own, checked by the program's own parts. */
export class CheckScene {
  private readonly work;

  /** Inserts the records, and has threads check the first chunk: what they take to load is no part of a rate. */
  static async begin(made: CheckedRecords, threads: number): Promise<CheckScene> {
    const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-check-'));
    const postgres = await startEmbeddedPostgres({ folder });
    await migrate(postgres.url, { givenDays: true });
    const owner = await createDataSource({ url: postgres.url, poolSize: 2 }).initialize();
    await insertMadeRecords(owner, made.round, made.files);
    await owner.destroy();
    const role = { url: postgres.url, role: 'lianshu_checking', poolSize: 6 } as const;
    const checking = await createDataSource(role).initialize();
    const verifiers = new VerificationThreads({ trust: made.trust, archive: made.archive, threads });
    const verdicts = new PostgresVerdictStore(checking);
    const batch = await verdicts.begin(newBatch(made.count), startCheck);
    const [first = 0, ...others] = await verdicts.openChunks(batch);
    const scene = new CheckScene({ made, folder, postgres, checking, verifiers, verdicts, batch, others });
    await checkChunk(batch, first, scene.work);
    return scene;
  }

  private constructor(
    private readonly parts: {
      readonly made: CheckedRecords;
      readonly folder: string;
      readonly postgres: EmbeddedPostgres;
      readonly checking: DataSource;
      readonly verifiers: VerificationThreads;
      readonly verdicts: PostgresVerdictStore;
      readonly batch: Awaited<ReturnType<PostgresVerdictStore['begin']>>;
      readonly others: readonly number[];
    },
  ) {
    const { made, checking, verifiers, verdicts } = parts;
    const records = new PostgresRecordSource(checking);
    this.work = { records, verdicts, verifier: verifiers.open(made.material), commissionDecryptionKey };
  }

  /** How many records the first chunk leaves to {@link checkOthers}. */
  get left(): number {
    return Math.max(1, this.parts.made.count - 1_000);
  }

  /** Checks every chunk but the first, and writes their verdicts. */
  async checkOthers(): Promise<void> {
    await mapBounded(this.parts.others, 3, (chunk) => checkChunk(this.parts.batch, chunk, this.work));
  }

  /** Finds what was signed twice, and draws the roster's order. */
  async finish(): Promise<void> {
    const { verdicts, batch } = this.parts;
    await finishBatch((await verdicts.batchOf(submittedRound)) ?? batch, {
      ...this.work,
      standing: [],
      paper: { rows: [], standing: [] },
      randomBelow: (maximum) => randomInt(maximum),
    });
  }

  /** Whether each verdict was given as often as it was planned. */
  async comesToItsNumbers(): Promise<boolean> {
    const { verdicts, batch, made } = this.parts;
    const counts = await verdicts.counts(batch);
    return [...plannedCounts(made.count)].every(
      ([code, number]) => counts.get(code === '00' ? undefined : code) === number,
    );
  }

  async end(): Promise<void> {
    const { verifiers, checking, postgres, folder } = this.parts;
    await verifiers.end();
    await checking.destroy();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
