import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort, removePostgresFolder } from './adapters/postgres/embedded/embedded-postgres.js';
import {
  AUDIT_LOG,
  type AuditLog,
  CHECKPOINT_STORE,
  CheckpointJob,
  type CheckpointStore,
  exportAuditLog,
} from './audit/index.js';
import { type RunningApplication, startApplication } from './application.js';
import type { Configuration } from './configuration/configuration.js';
import { claimHome } from './configuration/claimed-home.js';
import { CaseService, currentRound } from './cases/index.js';
import type { Clock } from './core/clock.js';
import { errorCode } from './core/error-code.js';
import type { CaseNumber } from './core/identifiers.js';
import { PLATFORM_ORIGIN } from './core/statement/index.js';
import {
  ApiClient,
  type DemoPeople,
  type DemoPlay,
  DemoPki,
  DemoPkiServer,
  demoStaff,
  type DemoStory,
  issueDemoCards,
  keyFolder,
  planAttempts,
  planPaperRows,
  platformFiles,
  type ProgressReporter,
  runDemoStory,
  startPlay,
  StoryClock,
  writePaperRows,
  writePeople,
  writeRemedies,
  writeStory,
} from './devkit/index.js';
import { MEMBER_STORE, type MemberStore, registerMember } from './staff/index.js';
import { TrustService } from './trust/index.js';

/** The settings of a demo. */
interface DemoSettings {
  readonly citizens: number;
  readonly seed: string;
  /** Folder for the story's results. Made if it is missing. */
  readonly out: string;
  /** Folder of the demo's platform, with its keys, trust configuration and database. Emptied first. */
  readonly home: string;
  /** The platform's log level; `warn` by default. */
  readonly logLevel?: string;
  /** Preferred port of the API. A free one is used if it is undefined or in use. */
  readonly port?: number;
  /** Whether a person plays afterwards: then cards are served, and a second case collects. */
  readonly play?: boolean;
  /** A folder with the keys of earlier demos, such as `LIANSHU_DEMO_KEYS` names. What is not in it is made, and kept there. */
  readonly keys?: string;
}

/** A demo whose story is finished and whose platform still runs. */
interface RunningDemo {
  readonly story: DemoStory;
  readonly address: string;
  /** What a person needs to play; undefined if nobody is to. */
  readonly play: DemoPlay | undefined;
  /** Ends everything the demo started. */
  stop(): Promise<void>;
}

/** The start of the story, a morning in Taipei. It is always the same, so that the same seed gives the same results. */
const begins = new Date('2026-03-02T01:00:00Z');

/**
 * Starts a platform with a demo PKI, runs the whole story over HTTP, and leaves the platform running. If `signal` aborts, everything that
 * was started is ended and the promise rejects, at every step. Rejects with a `StartFailure` if a demo is running in the same home.
 */
export async function runDemo(
  settings: DemoSettings,
  reporter: ProgressReporter,
  signal: AbortSignal,
): Promise<RunningDemo> {
  const ending: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = ending.pop(); end !== undefined; end = ending.pop()) await end();
  };
  try {
    return { ...(await start(settings, reporter, signal, ending)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  settings: DemoSettings,
  reporter: ProgressReporter,
  signal: AbortSignal,
  ending: (() => Promise<void>)[],
): Promise<Omit<RunningDemo, 'stop'>> {
  ending.push(await claimHome(settings.home));
  reporter.step('準備', 'Getting ready');
  const clock = new StoryClock(begins);
  const pkiServer = await DemoPkiServer.start({ clock });
  ending.push(() => pkiServer.close());
  const pki = DemoPki.create(
    { seed: settings.seed, at: begins, address: pkiServer.address },
    settings.keys === undefined ? undefined : keyFolder(settings.keys, settings.seed),
  );
  pkiServer.serve(pki);
  const attempts = planAttempts(settings);
  // The CRLs of an earlier run are later than the start of this story.
  await rm(archiveOf(settings), { recursive: true, force: true });
  await writePeople(settings.out, attempts);
  await writeRemedies(settings.out, attempts);
  const paperRows = planPaperRows(settings.seed, attempts);
  await writePaperRows(settings.out, paperRows);
  await prepareHome(settings.home, pki);
  signal.throwIfAborted();
  reporter.message(
    '憑證體系就緒，啟動 PostgreSQL 與平台',
    'The PKI is ready; starting PostgreSQL and the platform',
  );
  // This step is not interrupted: only after it is it known what was started.
  const running = await startPlatform(settings, clock);
  ending.push(() => running.stop());
  // The open requests are the story's own. Nobody waits for their answers after an abort.
  signal.addEventListener('abort', () =>
    setTimeout(() => running.app.getHttpServer().closeAllConnections(), 1_000).unref(),
  );
  signal.throwIfAborted();
  const people = issueDemoCards(pki);
  await registerDemoStaff(running.app.get<MemberStore>(MEMBER_STORE), clock, people);
  const trust = running.app.get(TrustService);
  const origin = running.app.get<string>(PLATFORM_ORIGIN);
  const api = new ApiClient(origin);
  const publishLists = (): Promise<void> => trust.refresh();
  const context = { api, clock, pki, people, attempts, paperRows, reporter, publishLists };
  const story = await Promise.race([runDemoStory(context), rejectedBy(signal)]);
  const roundKey = await commissionRoundKeyFile(settings.home, running, story.summary.case);
  await writeStory(settings.out, pki, story, await api.get<object>('keys'), roundKey);
  await writeFile(path.join(settings.out, 'audit.jsonl'), auditLogOf(running));
  signal.throwIfAborted();
  const play = settings.play === true ? await startPlay(context, story, settings.out) : undefined;
  if (play !== undefined) ending.push(() => play.stop());
  // The story's clock went on by days at once; for the desk, an hour without a checkpoint is a fault.
  await running.app.get(CheckpointJob).run();
  signal.throwIfAborted();
  return { story, address: origin, play };
}

/** The audit log with a checkpoint over the whole story, as `lianshu audit export` prints it. */
async function* auditLogOf({ app }: RunningApplication): AsyncGenerator<string> {
  await app.get(CheckpointJob).run();
  const log = app.get<AuditLog>(AUDIT_LOG);
  const checkpoints = app.get<CheckpointStore>(CHECKPOINT_STORE);
  yield* exportAuditLog({ log, checkpoints });
}

/** The commission's private key of the story's round, PEM, as its keystore has it. */
async function commissionRoundKeyFile(
  home: string,
  { app }: RunningApplication,
  caseNumber: string,
): Promise<Uint8Array> {
  const referendum = await app.get(CaseService).find(caseNumber as CaseNumber);
  const round = referendum && currentRound(referendum);
  if (round === undefined) throw new Error('a story without a round');
  return readFile(path.join(home, 'keys', 'commission-rounds', `${round.id}.key`));
}

/** Starts the platform on the preferred port or a free one; on another free one if the port was taken while PostgreSQL started. */
async function startPlatform(settings: DemoSettings, clock: StoryClock): Promise<RunningApplication> {
  try {
    return await startApplication(await configurationFor(settings), clock);
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error;
    return startApplication({ ...(await configurationFor(settings)), port: await freePort() }, clock);
  }
}

/** A promise that rejects when the signal aborts, and never resolves. */
function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

async function prepareHome(home: string, pki: DemoPki): Promise<void> {
  await removePostgresFolder(path.join(home, 'postgres'));
  await rm(home, { recursive: true, force: true });
  // PostgreSQL may run as another user, who must be able to reach its folder.
  await mkdir(home, { recursive: true, mode: 0o755 });
  for (const [name, content] of platformFiles(pki)) {
    const file = path.join(home, name);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, content, { mode: 0o600 });
  }
}

/**
 * CRLs contain serial numbers of people's certificates. So the archive is in the folder of the results, with the other data
 * about people.
 */
const archiveOf = ({ out }: Pick<DemoSettings, 'out'>): string => path.join(out, 'archive');

async function configurationFor({ home, out, port, logLevel }: DemoSettings): Promise<Configuration> {
  return {
    databaseUrl: undefined,
    home,
    archive: archiveOf({ out }),
    host: '127.0.0.1',
    port: await freePort(port),
    origin: undefined,
    logLevel: logLevel ?? 'warn',
    rateLimits: false,
    notice: 'demo',
    trustedProxies: 0,
  };
}

/** Registers the demo's members of staff, each with one role. */
export async function registerDemoStaff(
  members: MemberStore,
  clock: Clock,
  people: DemoPeople,
): Promise<void> {
  for (const [who, role, name] of demoStaff) {
    const certificate = people[who].signingCertificate;
    const member = await registerMember({ members, clock }, { name, certificate, roles: [role] });
    if (!member.ok) throw new Error(member.failure.code);
  }
}
