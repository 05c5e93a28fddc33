import path from 'node:path';
import { Writable } from 'node:stream';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type Logger, pino } from 'pino';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import {
  CHECKING_DATABASE,
  createDataSource,
  INTAKE_DATABASE,
  LEAD_DATABASE,
  STAFF_DATABASE,
} from '../../../src/adapters/postgres/data-source.js';
import { AppModule } from '../../../src/app.module.js';
import { configureApplication } from '../../../src/application.js';
import { CHECK_JOBS, JobsHere } from '../../../src/checking/index.js';
import type { Configuration } from '../../../src/configuration/configuration.js';
import {
  ApiClient,
  type MockCard,
  type RegisteredCase,
  signInLead,
  signInStaff,
  valueOf,
} from '../../../src/devkit/index.js';
import { ok } from '../../../src/core/result.js';
import { createAdapter, NestLog } from '../../../src/http/server.js';
import {
  APPROVAL_PATIENCE,
  certificateDigest,
  MEMBER_STORE,
  type MemberStore,
  newMember,
  type StaffMember,
  type StaffRole,
} from '../../../src/staff/index.js';
import { RANDOMNESS, TrustService } from '../../../src/trust/index.js';
import { refuseUndocumented, type UndocumentedAnswers } from '../http/documented-answers.js';
import type { TestDatabase } from '../postgres/database.js';
import type { TestInstallation } from './installation.js';

/** What statements name as the platform, wherever it listens. */
export const origin = 'https://lianshu.test.invalid';

/** What a test wants of an application. */
export interface TestApplicationOptions {
  /** Whoever gives one drops it. */
  readonly database?: Pick<TestDatabase, 'url'>;
  /** Where it differs from a test's: no rate limits, no proxy before it, everything logged. */
  readonly configuration?: Partial<Configuration>;
  /** Milliseconds that an approver waits for an action whose work may be long; where not given, until it is done, however slow the machine is. */
  readonly approvalPatience?: number;
  /** Where it listens; at a free port where not given. */
  readonly port?: number;
}

/** Milliseconds: a timer can't wait longer. */
const longestTimer = 2 ** 31 - 1;

/** A case of a test: its code and its lead. */
export interface TestCase extends RegisteredCase {
  readonly lead: MockCard;
}

/** The application's own connections, each with the rights of a role, and one with the owner's beside them. */
type Databases = Readonly<Record<'owner' | 'intake' | 'lead' | 'staff' | 'checking', DataSource>>;

/** The whole application as in production, listening. What it does not do: run a job by itself, draw when lists are due, hand
 * the work of a check to other processes or threads. */
export class TestApplication {
  private ended = false;

  private constructor(
    readonly installation: TestInstallation,
    readonly app: NestFastifyApplication,
    readonly database: Pick<TestDatabase, 'url'>,
    readonly databases: Databases,
    /** Such as `http://127.0.0.1:40001`. */
    readonly address: string,
    /** Every line it has logged, at the level of debugging. */
    readonly log: readonly string[],
    private readonly undocumented: UndocumentedAnswers,
  ) {}

  /** Called by {@link TestInstallation.start}. */
  static async start(
    installation: TestInstallation,
    options: TestApplicationOptions & Required<Pick<TestApplicationOptions, 'database'>>,
  ): Promise<TestApplication> {
    const { logger, lines } = collectingLogger();
    const app = await create(installation, options, logger);
    const undocumented = refuseUndocumented(app);
    await app.listen(options.port ?? 0, '127.0.0.1');
    await app.get(TrustService).refresh();
    const { database } = options;
    const databases = {
      owner: await createDataSource({ url: database.url, poolSize: 2 }).initialize(),
      intake: app.get<DataSource>(INTAKE_DATABASE),
      lead: app.get<DataSource>(LEAD_DATABASE),
      staff: app.get<DataSource>(STAFF_DATABASE),
      checking: app.get<DataSource>(CHECKING_DATABASE),
    };
    return new TestApplication(
      installation,
      app,
      database,
      databases,
      await app.getUrl(),
      lines,
      undocumented,
    );
  }

  /** Asks it as a client that minds every field of an answer. */
  get request(): ReturnType<typeof supertest> {
    return supertest(this.address);
  }

  get stopped(): boolean {
    return this.ended;
  }

  /** A client that nobody has signed in. */
  get api(): ApiClient {
    return new ApiClient(origin, undefined, this.address);
  }

  get trust(): TrustService {
    return this.get(TrustService);
  }

  /** A service or a port of the application. */
  get<Provided>(token: Type<Provided> | symbol): Provided {
    return this.app.get<Provided>(token);
  }

  /** Enters the holder of a card as a member of staff, however many there are. */
  async member(card: MockCard, ...roles: readonly StaffRole[]): Promise<StaffMember> {
    const wanted = { name: '測試', certificate: card.signingCertificate, roles };
    const { member } = valueOf(newMember(wanted));
    const entry = {
      at: this.installation.clock.now(),
      actor: 'system',
      action: 'staff-member-added',
    } as const;
    return valueOf(await this.get<MemberStore>(MEMBER_STORE).change(() => ok({ member, entry })));
  }

  /** The card of the member of staff with these roles. */
  cardOf(...roles: readonly StaffRole[]): MockCard {
    return this.installation.card(`staff ${roles.join(' ')}`);
  }

  /** The session of a member of staff with these roles, who has a card of their own and is registered when first asked for. */
  async as(...roles: readonly StaffRole[]): Promise<ApiClient> {
    const card = this.cardOf(...roles);
    const members = this.get<MemberStore>(MEMBER_STORE);
    if ((await members.findActive(certificateDigest(card.signingCertificate))) === undefined)
      await this.member(card, ...roles);
    return signInStaff(this.api, card);
  }

  /** A session of a case's lead. */
  asLead({ lead, accessCode }: TestCase): Promise<ApiClient> {
    return signInLead(this.api, lead, accessCode);
  }

  /** Ends it as a signal would. Throws where it answered what its document does not list. */
  async stop(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    await this.app.close();
    await this.databases.owner.destroy();
    this.undocumented.expectNone();
  }
}

async function create(
  { clock, home }: TestInstallation,
  options: TestApplicationOptions,
  log: Logger,
): Promise<NestFastifyApplication> {
  const configuration: Configuration = {
    databaseUrl: options.database?.url,
    home,
    archive: path.join(home, 'archive'),
    host: '127.0.0.1',
    port: 0,
    origin,
    logLevel: 'debug',
    rateLimits: false,
    trustedProxies: 0,
    checkThreads: 0,
    ...options.configuration,
  };
  const testing = await Test.createTestingModule({
    imports: [AppModule.register({ configuration, clock, log })],
  })
    .setLogger(new NestLog(log))
    .overrideProvider('SCHEDULE_MODULE_OPTIONS')
    .useValue({ cronJobs: false, intervals: false, timeouts: false })
    .overrideProvider(CHECK_JOBS)
    .useClass(JobsHere)
    .overrideProvider(APPROVAL_PATIENCE)
    .useValue(options.approvalPatience ?? longestTimer)
    .overrideProvider(RANDOMNESS)
    .useValue(() => 0.5)
    .compile();
  const { trustedProxies } = configuration;
  const app = testing.createNestApplication<NestFastifyApplication>(
    createAdapter({ logger: log, trustedProxies }),
  );
  await configureApplication(app);
  return app;
}

function collectingLogger() {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(...chunk.toString('utf8').split('\n').filter(Boolean));
      done();
    },
  });
  return { lines, logger: pino({ level: 'debug', base: null }, destination) };
}
