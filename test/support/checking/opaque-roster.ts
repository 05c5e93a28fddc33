import { generateKeyPairSync } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { PostgresRecordSource } from '../../../src/adapters/postgres/checking/record-source.js';
import { PostgresRosterStore } from '../../../src/adapters/postgres/checking/roster-store.js';
import { PostgresVerdictStore } from '../../../src/adapters/postgres/checking/verdict-store.js';
import type { Case } from '../../../src/cases/index.js';
import type { RoundVerifier } from '../../../src/checking/batch/round-verifier.js';
import { RosterDispatch } from '../../../src/checking/exchange/roster-dispatch.js';
import { sealForCertificate } from '../../../src/core/cms/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { begins, demoPki } from '../demo-pki.js';
import { newBatch } from './memory-checking.js';
import { indexOf, submittedRound } from './opaque-records.js';
import { commissionDecryptionKey } from './paper-scene.js';

/** The demo's offices: the commission signs the roster, the ministry opens it. */
export const offices = demoPki();

/** The number that `record-i` bears. */
export const numberOf = (index: number): string => `A1${String(23_000_000 + index)}`;

/**
 * The batch of the opaque round once it is judged, with every record on its roster, the last one first; connect as the owner.
 */
export async function insertJudgedBatch(owner: DataSource, records: number): Promise<void> {
  const { id, roundId, caseNumber, round, submittedOn } = newBatch(records);
  await owner.query(
    `INSERT INTO verification_batch (round_id, id, case_number, round, submitted_on, phase, records, judged, paper_rows, chunks)
     VALUES ($1, $2, $3, $4, $5, 'judged', $6, $6, 0, 1)`,
    [roundId, id, caseNumber, round, submittedOn, records],
  );
  await owner.query('INSERT INTO verdict SELECT round_id, commitment, NULL FROM sealed_record');
  await owner.query(
    'INSERT INTO roster_row SELECT round_id, row_number() OVER (ORDER BY commitment DESC), commitment FROM sealed_record',
  );
}

/** Sends the roster of the opaque round in parts of `rowsPerPart`, each of which takes so long at least; seals and signatures are real. */
export function opaqueDispatch(
  checking: DataSource,
  rowsPerPart: number,
  partMilliseconds = 0,
): RosterDispatch {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const verifier: Pick<RoundVerifier, 'claimsOf' | 'close'> = {
    claimsOf: async (records) => {
      await new Promise((resolve) => setTimeout(resolve, partMilliseconds));
      return records.map(({ commitment, record }) => ({
        commitment,
        nationalId: numberOf(indexOf(record)),
        signedAt: 0,
        challengeIssuedAt: 0,
      }));
    },
    close: () => undefined,
  };
  const wrappedKey = sealForCertificate(
    privateKey.export({ type: 'pkcs8', format: 'der' }),
    commissionDecryptionKey.certificate,
  );
  const round = {
    id: submittedRound,
    ordinal: 1,
    publicKey: spki,
    binding: { origin: '', mode: 'number-to-lead', commissionRoundKey: spki },
    submission: { submittedAt: begins, wrappedKey, recordCount: 0 },
  };
  const referendum = { number: '9001', state: 'checking', rounds: [round] } as unknown as Case;
  return new RosterDispatch({
    cases: { find: () => Promise.resolve(referendum) },
    records: new PostgresRecordSource(checking),
    verdicts: new PostgresVerdictStore(checking),
    rosters: new PostgresRosterStore(checking),
    verifiers: { open: () => verifier as RoundVerifier },
    commissionDecryptionKey,
    commissionRoundKeys: { find: () => Promise.resolve({ publicKey: spki } as never) },
    intakeKeys: { all: () => Promise.resolve([]) },
    commissionKey: offices.commission.signer,
    clock: { now: () => begins },
    ministryCertificate: offices.moi.certificate,
    rowsPerPart,
  });
}

/** The case of the opaque round. */
export const opaqueCase = '9001' as CaseNumber;
