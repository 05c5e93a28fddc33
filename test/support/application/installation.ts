import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Attempt,
  type CardShape,
  type DemoPeople,
  type DemoPki,
  type DemoPkiOptions,
  DemoPkiServer,
  householdRegister,
  issueDemoCards,
  ManualClock,
  type MockCard,
  MockMoi,
  personFor,
  platformFiles,
} from '../../../src/devkit/index.js';
import { createTestDatabase, type TestDatabase } from '../postgres/database.js';
import { TestApplication, type TestApplicationOptions } from './application.js';
import { begins, demoPki } from '../demo-pki.js';

/**
 * What a whole application stands on, for tests: a demo PKI with its server, a home folder with keys and trust, a clock that
 * stands still. Applications over different databases, or over one, may be started in it, beside or after another: the same keys,
 * the same time, the same cards.
 */
export class TestInstallation {
  /** The cards of whoever has a part in the demo. */
  readonly people: DemoPeople;
  private readonly applications = new Set<TestApplication>();
  private readonly databases: TestDatabase[] = [];

  private constructor(
    readonly clock: ManualClock,
    readonly pkiServer: DemoPkiServer,
    readonly pki: DemoPki,
    /** Where keys, trust and the archive are. */
    readonly home: string,
  ) {
    this.people = issueDemoCards(pki);
  }

  /** Sets it up at {@link begins}, with what its PKI is wanted to be; `remove()` it in the end. */
  static async create(wanted: Partial<DemoPkiOptions> = {}): Promise<TestInstallation> {
    const clock = new ManualClock(begins);
    const pkiServer = await DemoPkiServer.start({ clock });
    const pki = demoPki({ ...wanted, address: pkiServer.address });
    pkiServer.serve(pki);
    const home = await mkdtemp(path.join(tmpdir(), 'lianshu-home-'));
    for (const [name, content] of platformFiles(pki)) {
      const file = path.join(home, name);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(file, content, { mode: 0o600 });
    }
    return new TestInstallation(clock, pkiServer, pki, home);
  }

  /** The card of this person: the same name and shape, the same card. */
  card(name: string, shape?: CardShape): MockCard {
    return this.pki.issueCard(personFor(this.pki.options.seed, name), shape);
  }

  /** The Ministry of the Interior, which knows the people of these attempts. */
  ministry(attempts: readonly Attempt[]): MockMoi {
    return new MockMoi({
      moi: this.pki.moi,
      commission: this.pki.commission.certificate,
      commissionDecryption: this.pki.commissionDecryption.certificate,
      register: householdRegister(attempts),
      impostor: this.pki.office('冒名機關', 'p256'),
    });
  }

  /** Starts the application with the revocation lists as of now, over the database given or a new one. */
  async start(options: TestApplicationOptions = {}): Promise<TestApplication> {
    const database = options.database ?? (await this.newDatabase());
    const application = await TestApplication.start(this, { ...options, database });
    this.applications.add(application);
    return application;
  }

  /** Starts an application that was stopped once more, as after a restart of its machine: the same database, the same port. */
  startAgain({ database, address }: TestApplication): Promise<TestApplication> {
    return this.start({ database, port: Number(new URL(address).port) });
  }

  /** Moves on by a day, on which the authorities have published new lists. */
  async nextDay(): Promise<void> {
    this.clock.advance(24 * 3_600_000);
    await this.refreshLists();
  }

  /** Moves to this time, at which the authorities have published new lists. */
  async moveTo(at: Date): Promise<void> {
    this.clock.set(at);
    await this.refreshLists();
  }

  /** Ends every application, drops the databases they were started with here, and removes the home folder. */
  async remove(): Promise<void> {
    const ended = await Promise.allSettled([...this.applications].map((application) => application.stop()));
    for (const database of this.databases) await database.drop();
    await this.pkiServer.close();
    await rm(this.home, { recursive: true, force: true });
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  }

  /** Has every application that runs fetch the lists there are now. */
  async refreshLists(): Promise<void> {
    for (const application of this.applications) if (!application.stopped) await application.trust.refresh();
  }

  private async newDatabase(): Promise<TestDatabase> {
    const database = await createTestDatabase();
    this.databases.push(database);
    return database;
  }
}
