import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type Logger, pino } from 'pino';
import type { DataSource } from 'typeorm';
import { STAFF_DATABASE } from '../../../src/adapters/postgres/data-source.js';
import { AppModule } from '../../../src/app.module.js';
import { configureApplication } from '../../../src/application.js';
import type { Configuration } from '../../../src/configuration/configuration.js';
import {
  ApiClient,
  type DemoPeople,
  DemoPki,
  DemoPkiServer,
  issueDemoCards,
  ManualClock,
  platformFiles,
} from '../../../src/devkit/index.js';
import { createAdapter, NestLog } from '../../../src/http/server.js';
import { RANDOMNESS, TrustService } from '../../../src/trust/index.js';
import { refuseUndocumented } from '../http/documented-answers.js';

/** What statements name as the platform, wherever it listens. */
export const origin = 'https://lianshu.test.invalid';

const begins = new Date('2026-03-02T01:00:00Z');

/** What a test wants of an application beside its database. */
interface HouseApplicationOptions {
  readonly rateLimits?: boolean;
}

/** The whole application, listening. */
export interface HouseApplication {
  readonly app: NestFastifyApplication;
  /** With staff's rights. */
  readonly staffDatabase: DataSource;
  /** Such as `http://127.0.0.1:40001`. */
  readonly address: string;
  readonly api: ApiClient;
  readonly trust: TrustService;
  /** Every line it has logged, at the level of debugging. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/**
 * What a whole application stands on, for tests: a demo PKI with its server, a home folder with keys and trust, a clock that
 * stands still. Applications over different databases may be started in it, one beside or after another: the same keys, the
 * same time, the same cards.
 */
export class House {
  readonly cast: DemoPeople;
  private readonly running = new Set<HouseApplication>();

  private constructor(
    readonly clock: ManualClock,
    readonly pkiServer: DemoPkiServer,
    readonly pki: DemoPki,
    /** Where keys, trust and the archive are. */
    readonly home: string,
  ) {
    this.cast = issueDemoCards(pki);
  }

  /** Builds it; `seed` decides the people and their cards. */
  static async build(seed: string): Promise<House> {
    const clock = new ManualClock(begins);
    const pkiServer = await DemoPkiServer.start({ clock });
    const pki = DemoPki.create({ seed, at: begins, address: pkiServer.address });
    pkiServer.serve(pki);
    const home = await mkdtemp(path.join(tmpdir(), 'lianshu-house-'));
    for (const [name, content] of platformFiles(pki)) {
      const file = path.join(home, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content, { mode: 0o600 });
    }
    return new House(clock, pkiServer, pki, home);
  }

  /** Starts the application over this database, with the revocation lists as of now. */
  async start(databaseUrl: string, options: HouseApplicationOptions = {}): Promise<HouseApplication> {
    const { logger, lines } = collectingLogger();
    const app = await this.create(this.configuration(databaseUrl, options), logger);
    const undocumented = refuseUndocumented(app);
    await app.listen(0, '127.0.0.1');
    const address = await app.getUrl();
    const trust = app.get(TrustService);
    await trust.refresh();
    const stop = async (): Promise<void> => {
      if (!this.running.delete(application)) return;
      await app.close();
      undocumented.expectNone();
    };
    const api = new ApiClient(origin, undefined, address);
    const staffDatabase = app.get<DataSource>(STAFF_DATABASE);
    const application = { app, staffDatabase, address, api, trust, log: lines, stop };
    this.running.add(application);
    return application;
  }

  /** Moves on by a day, on which the authorities have published new lists. */
  async nextDay(): Promise<void> {
    this.clock.advance(24 * 3_600_000);
    for (const { trust } of this.running) await trust.refresh();
  }

  /** Ends every application and removes the home folder. */
  async pullDown(): Promise<void> {
    for (const application of this.running) await application.stop();
    await this.pkiServer.close();
    await rm(this.home, { recursive: true, force: true });
  }

  /** As in production, but that no job runs by itself, and nothing is drawn at random about when lists are due. */
  private async create(configuration: Configuration, log: Logger): Promise<NestFastifyApplication> {
    const testing = await Test.createTestingModule({
      imports: [AppModule.register({ configuration, clock: this.clock, log })],
    })
      .setLogger(new NestLog(log))
      .overrideProvider('SCHEDULE_MODULE_OPTIONS')
      .useValue({ cronJobs: false, intervals: false, timeouts: false })
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

  private configuration(databaseUrl: string, { rateLimits = false }: HouseApplicationOptions): Configuration {
    return {
      databaseUrl,
      home: this.home,
      archive: path.join(this.home, 'archive'),
      host: '127.0.0.1',
      port: 0,
      origin,
      logLevel: 'debug',
      rateLimits,
      trustedProxies: 0,
    };
  }
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
