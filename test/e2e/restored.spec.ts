import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/adapters/postgres/data-source.js';
import { migrate } from '../../src/adapters/postgres/database.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { CheckpointJob, verifyExport } from '../../src/audit/index.js';
import { verifyReceipt } from '../../src/core/receipt.js';
import type { TestApplication, TestCase } from '../support/application/application.js';
import { collectingCase, enterStaff, staffClient, submitted } from '../support/application/cases.js';
import { citizens, coSign, coSignatureBody } from '../support/application/co-signers.js';
import { exportedLog } from '../support/application/exported-log.js';
import { TestInstallation } from '../support/application/installation.js';
import { signerTrust } from '../support/signer-trust.js';

// A bad day: the machine is gone. What is left is a dump of the database, row by row, and the backup of the key folder. Both go into an
// empty cluster, which has neither our roles nor our tables.

let installation: TestInstallation;
let first: TestApplication;
let cluster: EmbeddedPostgres;
let folder: string;
let referendum: TestCase;
let receipt: string;
const signers = citizens(5, 'restored');

beforeAll(async () => {
  installation = await TestInstallation.create();
  first = await installation.start();
  await enterStaff(first);
  referendum = await collectingCase(first, '9001', installation.people.lead);
  await installation.nextDay();
  await coSign(first, '9001', signers.slice(0, 3));
  const body = await coSignatureBody(first, '9001', signers[3]!);
  ({ receipt } = await first.api.post<{ receipt: string }>('cases/9001/co-signatures', body));
  folder = await mkdtemp(path.join(tmpdir(), 'lianshu-restored-'));
  cluster = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') });
  await migrate(cluster.url);
});

afterAll(async () => {
  await installation.remove();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

const tables = (source: DataSource): Promise<{ name: string }[]> =>
  source.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration' ORDER BY 1`,
  );

/** Copies every row of one database into another whose tables are empty, as a restore does: without triggers. */
async function restore(from: DataSource, toUrl: string): Promise<void> {
  const to = await createDataSource({ url: toUrl, poolSize: 1 }).initialize();
  await to.transaction(async (manager) => {
    await manager.query('SET LOCAL session_replication_role = replica');
    for (const { name } of await tables(from)) {
      const [dumped] = await from.query<{ rows: string | null }[]>(
        `SELECT json_agg(row_to_json(each))::text AS rows FROM "${name}" each`,
      );
      await manager.query(`DELETE FROM "${name}"`);
      await manager.query(
        `INSERT INTO "${name}" OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::"${name}", $1)`,
        [dumped?.rows ?? '[]'],
      );
    }
  });
  await to.destroy();
}

it('a dump and the key folder, in an empty cluster, are the platform again', async () => {
  await restore(first.databases.owner, cluster.url);
  await first.stop();
  const home = path.join(folder, 'home');
  await cp(installation.home, home, { recursive: true });
  const restored = await installation.start({ database: cluster, configuration: { home } });

  const health = await restored.api.get<{ status: string; notServed: unknown[] }>('health');
  expect(health).toMatchObject({ status: 'ok', notServed: [] });
  const jwks = await restored.api.get<Parameters<typeof verifyReceipt>[1]>('keys');
  expect(await verifyReceipt(receipt, jwks)).toMatchObject({ ok: true });
  const again = await coSignatureBody(restored, '9001', signers[0]!);
  await expect(restored.api.post('cases/9001/co-signatures', again)).rejects.toMatchObject({
    code: 'already-co-signed',
  });
  await coSign(restored, '9001', signers.slice(4));

  await submitted(restored, referendum);
  const staff = await staffClient(restored, '9001');
  await staff.requestAndApprove('start-check');
  expect(await staff.waitForVerdicts()).toBe(5);
  expect(await (await restored.as('auditor')).get('staff/cases/9001/check')).toMatchObject({
    electronic: { submitted: 5, valid: 5, struckOut: {} },
  });
  await restored.get(CheckpointJob).run();
  const trust = signerTrust(installation.pki);
  expect(await verifyExport(await exportedLog(restored), { jwks, ...trust })).toMatchObject({
    ok: true,
    value: { signatures: 3, covered: expect.any(Number) },
  });
});

describe('a dump without its key folder', () => {
  it('does not start, and no key is made', async () => {
    const home = path.join(folder, 'without-keys');
    await cp(path.join(installation.home, 'trust'), path.join(home, 'trust'), { recursive: true });
    await expect(installation.start({ database: cluster, configuration: { home } })).rejects.toMatchObject({
      failure: { code: 'start-keys-missing' },
    });
  });
});
