import path from 'node:path';
import { type FactoryProvider, Global, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AUDIT_LOG } from '../../audit/index.js';
import { CASE_REPOSITORY, PUBLIC_CASE_REPOSITORY } from '../../cases/index.js';
import {
  CASE_LOCK,
  PUBLISHED_RESULTS,
  PURGE_STORE,
  RECORD_SOURCE,
  RECORDED_COMMITMENTS,
  RESULT_STORE,
  ROSTER_STORE,
  STRUCK_OUT_LISTS,
  VERDICT_STORE,
} from '../../checking/index.js';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { type Clock, CLOCK } from '../../core/clock.js';
import type { Signer } from '../../core/cms/signer-info.js';
import { INTAKE_KEYS } from '../../core/receipt.js';
import { DATABASE_CHECK, INTAKE_SIGNER, OPEN_ROUNDS, SEALED_RECORD_STORE } from '../../cosigning/index.js';
import { LEAD_CASE_REPOSITORY, LEAD_ROUNDS } from '../../lead/index.js';
import { APPROVAL_STORE, MEMBER_STORE, SESSION_STORE, USED_CHALLENGES } from '../../staff/index.js';
import { PostgresAuditLog } from './audit-log.js';
import { PostgresCaseRepository } from './case-repository.js';
import { PostgresCaseLock } from './checking/case-lock.js';
import { PostgresPurgeStore } from './checking/purge-store.js';
import { PostgresRecordSource } from './checking/record-source.js';
import {
  PostgresPublishedResults,
  PostgresRecordedCommitments,
  PostgresResultStore,
  PostgresStruckOutLists,
} from './checking/result-stores.js';
import { PostgresRosterStore } from './checking/roster-store.js';
import { PostgresVerdictStore } from './checking/verdict-store.js';
import {
  createDataSource,
  type DatabaseRole,
  INTAKE_DATABASE,
  LEAD_DATABASE,
  STAFF_DATABASE,
} from './data-source.js';
import { PostgresIntakeKeys } from './intake-keys.js';
import { PostgresLeadRounds } from './lead-rounds.js';
import { PostgresOpenRounds } from './open-rounds.js';
import { PostgresConnections } from './postgres-connections.js';
import { PostgresSealedRecordStore } from './sealed-record-store.js';
import { PostgresApprovalStore } from './staff/approval-store.js';
import { PostgresMemberStore } from './staff/member-store.js';
import { PostgresSessionStore, PostgresUsedChallenges } from './staff/session-store.js';

const database = (token: symbol, role: DatabaseRole, poolSize: number): FactoryProvider => ({
  provide: token,
  useFactory: () => createDataSource({ role, poolSize }),
});

/** Binds a port's token to a store, over the data source that has the rights for it. */
const store = (
  port: symbol,
  source: symbol,
  Store: new (dataSource: DataSource, clock: Clock) => object,
): FactoryProvider => ({
  provide: port,
  inject: [source, CLOCK],
  useFactory: (dataSource: DataSource, clock: Clock) => new Store(dataSource, clock),
});

/** A data source for each role. The database itself hides records of rounds that are not submitted from staff. */
const databases = [
  database(INTAKE_DATABASE, 'lianshu_intake', 20),
  database(LEAD_DATABASE, 'lianshu_lead', 5),
  database(STAFF_DATABASE, 'lianshu_staff', 10),
];

const stores = [
  store(OPEN_ROUNDS, INTAKE_DATABASE, PostgresOpenRounds),
  store(INTAKE_KEYS, INTAKE_DATABASE, PostgresIntakeKeys),
  store(SEALED_RECORD_STORE, INTAKE_DATABASE, PostgresSealedRecordStore),
  store(PUBLIC_CASE_REPOSITORY, INTAKE_DATABASE, PostgresCaseRepository),
  store(PUBLISHED_RESULTS, INTAKE_DATABASE, PostgresPublishedResults),
  store(RECORDED_COMMITMENTS, INTAKE_DATABASE, PostgresRecordedCommitments),
  store(LEAD_CASE_REPOSITORY, LEAD_DATABASE, PostgresCaseRepository),
  store(LEAD_ROUNDS, LEAD_DATABASE, PostgresLeadRounds),
  store(STRUCK_OUT_LISTS, LEAD_DATABASE, PostgresStruckOutLists),
  store(CASE_REPOSITORY, STAFF_DATABASE, PostgresCaseRepository),
  store(AUDIT_LOG, STAFF_DATABASE, PostgresAuditLog),
  store(SESSION_STORE, STAFF_DATABASE, PostgresSessionStore),
  store(MEMBER_STORE, STAFF_DATABASE, PostgresMemberStore),
  store(USED_CHALLENGES, STAFF_DATABASE, PostgresUsedChallenges),
  store(APPROVAL_STORE, STAFF_DATABASE, PostgresApprovalStore),
  store(RECORD_SOURCE, STAFF_DATABASE, PostgresRecordSource),
  store(VERDICT_STORE, STAFF_DATABASE, PostgresVerdictStore),
  store(ROSTER_STORE, STAFF_DATABASE, PostgresRosterStore),
  store(RESULT_STORE, STAFF_DATABASE, PostgresResultStore),
  store(CASE_LOCK, STAFF_DATABASE, PostgresCaseLock),
  store(PURGE_STORE, STAFF_DATABASE, PostgresPurgeStore),
];

const check: FactoryProvider = {
  provide: DATABASE_CHECK,
  inject: [INTAKE_DATABASE],
  useFactory: (intake: DataSource) => async () => {
    await intake.query('SELECT 1');
  },
};

/** The PostgreSQL connections, from start to end, and all stores. */
@Global()
@Module({
  providers: [
    ...databases,
    ...stores,
    check,
    {
      provide: PostgresConnections,
      inject: [CONFIGURATION, INTAKE_KEYS, INTAKE_SIGNER, INTAKE_DATABASE, LEAD_DATABASE, STAFF_DATABASE],
      useFactory: (
        configuration: Configuration,
        intakeKeys: PostgresIntakeKeys,
        { publicKey }: Signer,
        ...sources: DataSource[]
      ) =>
        new PostgresConnections(configuration, sources, () =>
          intakeKeys.admit(publicKey, path.join(configuration.home, 'keys')),
        ),
    },
  ],
  exports: [...databases, ...stores, check].map(({ provide }) => provide),
})
export class PostgresModule {}
