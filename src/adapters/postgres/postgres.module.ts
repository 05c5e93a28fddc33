import path from 'node:path';
import { type FactoryProvider, Global, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AUDIT_LOG, CHECKPOINT_STORE, PUBLISHED_CHECKPOINTS } from '../../audit/index.js';
import {
  CALENDAR_STORE,
  CASE_REPOSITORY,
  DATABASE_CLOCK,
  type DatabaseClock,
  OFFICE_CLOSURES,
  PUBLIC_CASE_REPOSITORY,
  SWITCH_STORE,
} from '../../cases/index.js';
import {
  CASE_LOCK,
  CHECK_JOBS,
  DECIDED_CHANGES,
  PAPER_STORE,
  PUBLISHED_REASONS,
  PUBLISHED_RESULTS,
  PURGE_STORE,
  RECORD_SOURCE,
  RECORDED_COMMITMENTS,
  RESULT_STORE,
  ROSTER_STORE,
  STEP_STORE,
  STRUCK_OUT_LISTS,
  VERDICT_STORE,
} from '../../checking/index.js';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { CHALLENGE_SECRET } from '../../core/challenge.js';
import { type Clock, CLOCK } from '../../core/clock.js';
import type { Signer } from '../../core/cms/signer-info.js';
import { CONNECTION_POOLS } from '../../core/connection-pools.js';
import { JOB_QUEUE } from '../../core/job-queue.js';
import { LOG, type Log } from '../../core/log.js';
import { PROCESS_MESSAGES } from '../../core/process-messages.js';
import { INTAKE_KEYS } from '../../core/receipt-signing.js';
import { HEALTH_ROUNDS, INTAKE_SIGNER, OPEN_ROUNDS, SEALED_RECORD_STORE } from '../../cosigning/index.js';
import { LEAD_CASE_REPOSITORY, LEAD_ROUNDS } from '../../lead/index.js';
import { FILED_REQUESTS, FILED_REQUESTS_OF_LEADS, LOGGED_STEPS, REMEDY_DESK } from '../../remedies/index.js';
import {
  APPROVAL_STORE,
  MEMBER_STORE,
  SESSION_STORE,
  SUBMITTED_HOLDERS,
  USED_CHALLENGES,
} from '../../staff/index.js';
import { systemClock } from '../clock/system-clock.js';
import { PostgresAuditLog } from './audit-log.js';
import { PostgresCalendarStore, PostgresOfficeClosures } from './calendar-store.js';
import { PostgresCaseRepository } from './case-repository.js';
import { PostgresCaseLock } from './checking/case-lock.js';
import { PgBossCheckJobs } from './checking/check-jobs.js';
import { PostgresJobQueue } from './checking/job-queue.js';
import { PostgresPaperStore } from './checking/paper-store.js';
import { PostgresPurgeStore } from './checking/purge-store.js';
import { PostgresRecordSource } from './checking/record-source.js';
import { PostgresPublishedReasons, PostgresPublishedResults } from './checking/published-results.js';
import { PostgresRecordedCommitments, PostgresStruckOutLists } from './checking/result-stores.js';
import { PostgresResultStore } from './checking/result-store.js';
import { PostgresRosterStore } from './checking/roster-store.js';
import { PostgresStepStore } from './checking/step-store.js';
import { PostgresVerdictStore } from './checking/verdict-store.js';
import { PostgresCheckpointStore } from './checkpoint-store.js';
import { PostgresConnectionPools } from './connection-pools.js';
import {
  CHECKING_DATABASE,
  createDataSource,
  INTAKE_DATABASE,
  LEAD_DATABASE,
  STAFF_DATABASE,
} from './data-source.js';
import { PostgresDatabaseClock } from './database-clock.js';
import { PostgresIntakeKeys } from './intake-keys.js';
import { PostgresLeadRounds } from './lead-rounds.js';
import { PostgresHealthRounds, PostgresOpenRounds } from './open-rounds.js';
import { PostgresConnections, type RoleSource } from './postgres-connections.js';
import type { DatabaseRole } from './roles.js';
import { PostgresProcessMessages } from './process-messages.js';
import { PostgresFiledRequests, PostgresLoggedSteps, PostgresRemedyDesk } from './remedies/remedy-stores.js';
import { PostgresSealedRecordStore } from './sealed-record-store.js';
import { PostgresSwitchStore } from './switch-store.js';
import { PostgresApprovalStore } from './staff/approval-store.js';
import { PostgresMemberStore } from './staff/member-store.js';
import { PostgresSessionStore } from './staff/session-store.js';
import { PostgresSubmittedHolders } from './staff/submitted-holders.js';
import { PostgresUsedChallenges } from './staff/used-challenges.js';

/** Injection token for the DataSource of the health check, whose connections nothing else can hold. */
const HEALTH_DATABASE = Symbol('DataSource of the health check');

/** Each data source logs in as its role, with its own pool: a blocked one takes no connection from another. */
const databases = [
  { token: INTAKE_DATABASE, pool: 'intake', role: 'lianshu_intake', poolSize: 8 },
  { token: LEAD_DATABASE, pool: 'lead', role: 'lianshu_lead', poolSize: 5 },
  { token: STAFF_DATABASE, pool: 'staff', role: 'lianshu_staff', poolSize: 10 },
  { token: CHECKING_DATABASE, pool: 'checking', role: 'lianshu_checking', poolSize: 10 },
  {
    token: HEALTH_DATABASE,
    pool: 'health',
    role: 'lianshu_intake',
    poolSize: 2,
    limits: { statement: 1_000, connection: 2_000 },
  },
] as const;

const sources = databases.map(({ token, ...options }): FactoryProvider => ({
  provide: token,
  useFactory: () => createDataSource(options),
}));

/** Binds a port's token to a store, over the data sources that have the rights for it. */
const store = (
  port: symbol,
  over: readonly symbol[],
  Store: new (...dataSources: DataSource[]) => object,
): FactoryProvider => ({
  provide: port,
  inject: [...over],
  useFactory: (...dataSources: DataSource[]) => new Store(...dataSources),
});

/** As {@link store}, with the clock after the data source. */
const storeWithClock = (
  port: symbol,
  source: symbol,
  Store: new (dataSource: DataSource, clock: Clock) => object,
): FactoryProvider => ({
  provide: port,
  inject: [source, CLOCK],
  useFactory: (dataSource: DataSource, clock: Clock) => new Store(dataSource, clock),
});

/** Staff read and ask with their own rights. What can't be undone is written with the checking role's. */
const stores = [
  store(OPEN_ROUNDS, [INTAKE_DATABASE], PostgresOpenRounds),
  store(HEALTH_ROUNDS, [HEALTH_DATABASE], PostgresHealthRounds),
  storeWithClock(INTAKE_KEYS, INTAKE_DATABASE, PostgresIntakeKeys),
  storeWithClock(SEALED_RECORD_STORE, INTAKE_DATABASE, PostgresSealedRecordStore),
  store(PUBLIC_CASE_REPOSITORY, [INTAKE_DATABASE], PostgresCaseRepository),
  store(OFFICE_CLOSURES, [INTAKE_DATABASE], PostgresOfficeClosures),
  store(CALENDAR_STORE, [CHECKING_DATABASE], PostgresCalendarStore),
  store(SWITCH_STORE, [INTAKE_DATABASE, CHECKING_DATABASE], PostgresSwitchStore),
  store(PUBLISHED_RESULTS, [INTAKE_DATABASE], PostgresPublishedResults),
  store(PUBLISHED_REASONS, [CHECKING_DATABASE], PostgresPublishedReasons),
  store(RECORDED_COMMITMENTS, [INTAKE_DATABASE], PostgresRecordedCommitments),
  store(LEAD_CASE_REPOSITORY, [LEAD_DATABASE], PostgresCaseRepository),
  store(LEAD_ROUNDS, [LEAD_DATABASE], PostgresLeadRounds),
  store(STRUCK_OUT_LISTS, [LEAD_DATABASE], PostgresStruckOutLists),
  store(CASE_REPOSITORY, [STAFF_DATABASE, CHECKING_DATABASE], PostgresCaseRepository),
  store(AUDIT_LOG, [STAFF_DATABASE, CHECKING_DATABASE], PostgresAuditLog),
  store(CHECKPOINT_STORE, [CHECKING_DATABASE], PostgresCheckpointStore),
  store(PUBLISHED_CHECKPOINTS, [INTAKE_DATABASE], PostgresCheckpointStore),
  store(SESSION_STORE, [STAFF_DATABASE, LEAD_DATABASE, CHECKING_DATABASE], PostgresSessionStore),
  store(MEMBER_STORE, [STAFF_DATABASE, CHECKING_DATABASE], PostgresMemberStore),
  storeWithClock(USED_CHALLENGES, STAFF_DATABASE, PostgresUsedChallenges),
  store(APPROVAL_STORE, [STAFF_DATABASE, CHECKING_DATABASE], PostgresApprovalStore),
  store(SUBMITTED_HOLDERS, [CHECKING_DATABASE], PostgresSubmittedHolders),
  store(RECORD_SOURCE, [CHECKING_DATABASE], PostgresRecordSource),
  {
    provide: VERDICT_STORE,
    inject: [CHECKING_DATABASE],
    useFactory: (dataSource: DataSource) => new PostgresVerdictStore(dataSource),
  },
  {
    provide: CHECK_JOBS,
    inject: [CHECKING_DATABASE, LOG],
    useFactory: (dataSource: DataSource, log: Log) => new PgBossCheckJobs(dataSource, log),
  },
  store(JOB_QUEUE, [CHECKING_DATABASE], PostgresJobQueue),
  store(STEP_STORE, [CHECKING_DATABASE], PostgresStepStore),
  store(ROSTER_STORE, [CHECKING_DATABASE], PostgresRosterStore),
  store(PAPER_STORE, [CHECKING_DATABASE], PostgresPaperStore),
  store(RESULT_STORE, [CHECKING_DATABASE], PostgresResultStore),
  store(CASE_LOCK, [CHECKING_DATABASE], PostgresCaseLock),
  store(PURGE_STORE, [CHECKING_DATABASE], PostgresPurgeStore),
  store(FILED_REQUESTS, [INTAKE_DATABASE], PostgresFiledRequests),
  store(FILED_REQUESTS_OF_LEADS, [LEAD_DATABASE], PostgresFiledRequests),
  store(REMEDY_DESK, [CHECKING_DATABASE], PostgresRemedyDesk),
  store(DECIDED_CHANGES, [CHECKING_DATABASE], PostgresRemedyDesk),
  store(LOGGED_STEPS, [CHECKING_DATABASE], PostgresLoggedSteps),
];

/** Where the application lives by a given clock (a demo, tests), the database does too. */
const databaseClock: FactoryProvider = {
  provide: DATABASE_CLOCK,
  inject: [CHECKING_DATABASE, CLOCK],
  useFactory: (dataSource: DataSource, clock: Clock): DatabaseClock =>
    clock === systemClock
      ? new PostgresDatabaseClock(dataSource)
      : { now: () => Promise.resolve(clock.now()) },
};

const processMessages: FactoryProvider = {
  provide: PROCESS_MESSAGES,
  inject: [INTAKE_DATABASE, CHALLENGE_SECRET],
  useFactory: (dataSource: DataSource, secret: Uint8Array) => new PostgresProcessMessages(dataSource, secret),
};

const pools: FactoryProvider = {
  provide: CONNECTION_POOLS,
  inject: databases.map(({ token }) => token),
  useFactory: (...dataSources: DataSource[]) =>
    new PostgresConnectionPools(
      dataSources.flatMap((dataSource, index) => {
        const described = databases[index];
        return described === undefined
          ? []
          : [{ pool: described.pool, limit: described.poolSize, dataSource }];
      }),
    ),
};

const connections: FactoryProvider = {
  provide: PostgresConnections,
  inject: [CONFIGURATION, CLOCK, INTAKE_KEYS, INTAKE_SIGNER, ...databases.map(({ token }) => token)],
  useFactory: (
    configuration: Configuration,
    clock: Clock,
    intakeKeys: PostgresIntakeKeys,
    { publicKey }: Signer,
    ...dataSources: DataSource[]
  ) => {
    const logins = databases.map(({ role }, index) => ({ role, dataSource: dataSources[index] }));
    const admit = (): Promise<void> => intakeKeys.admit(publicKey, path.join(configuration.home, 'keys'));
    return new PostgresConnections(configuration, logins.filter(hasSource), {
      givenDays: clock !== systemClock,
      admit,
    });
  },
};

function hasSource(login: { role: DatabaseRole; dataSource: DataSource | undefined }): login is RoleSource {
  return login.dataSource !== undefined;
}

/** The PostgreSQL connections, from start to end, and all stores. */
@Global()
@Module({
  providers: [...sources, ...stores, databaseClock, processMessages, pools, connections],
  exports: [...sources, ...stores, databaseClock, processMessages, pools].map(({ provide }) => provide),
})
export class PostgresModule {}
