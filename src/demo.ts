import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort, removePostgresFolder } from './adapters/postgres/embedded/embedded-postgres.js';
import { type RunningApplication, startApplication } from './application.js';
import type { Configuration } from './configuration/configuration.js';
import { StartFailure } from './configuration/start-failure.js';
import type { Clock } from './core/clock.js';
import { PLATFORM_ORIGIN } from './core/statement/index.js';
import {
  ApiClient,
  type DemoPeople,
  DemoPki,
  DemoPkiServer,
  demoStaff,
  type DemoStory,
  issueDemoCards,
  planAttempts,
  platformFiles,
  type ProgressReporter,
  runDemoStory,
  StoryClock,
  writePeople,
  writeStory,
} from './devkit/index.js';
import { MEMBER_STORE, type MemberStore, registerMember } from './staff/index.js';
import { TrustService } from './trust/index.js';

/** What the demo is told. */
interface DemoSettings {
  readonly citizens: number;
  readonly seed: string;
  /** Folder for what the story leaves; made when missing. */
  readonly out: string;
  /** Folder of the demo's platform: keys, trust, database. Emptied first. */
  readonly home: string;
  /** What the platform logs; warnings where not given. */
  readonly logLevel?: string;
  /** Port wanted for the API; a free one when undefined or taken. */
  readonly port?: number;
}

/** A demo whose story has been played, still up. */
interface RunningDemo {
  readonly story: DemoStory;
  readonly address: string;
  /** Ends everything the demo started. */
  stop(): Promise<void>;
}

/** The day the story begins, in Taipei's morning: always the same, so that the same seed tells the same story. */
const begins = new Date('2026-03-02T01:00:00Z');

/**
 * Starts a platform over a demo PKI, plays the whole story against it over HTTP, and leaves it up. When `signal` aborts, wherever the
 * story has got to, everything that was started is ended and the promise rejects. Rejects with a `StartFailure` where a demo is
 * running in the same home.
 */
export async function runDemo(
  settings: DemoSettings,
  narrator: ProgressReporter,
  signal: AbortSignal,
): Promise<RunningDemo> {
  const ending: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = ending.pop(); end !== undefined; end = ending.pop()) await end();
  };
  try {
    return { ...(await start(settings, narrator, signal, ending)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  settings: DemoSettings,
  narrator: ProgressReporter,
  signal: AbortSignal,
  ending: (() => Promise<void>)[],
): Promise<Omit<RunningDemo, 'stop'>> {
  ending.push(await claimHome(settings.home));
  narrator.step('準備', 'Getting ready');
  const clock = new StoryClock(begins);
  const pkiServer = await DemoPkiServer.start({ clock });
  ending.push(() => pkiServer.close());
  const pki = DemoPki.create({ seed: settings.seed, at: begins, address: pkiServer.address });
  pkiServer.serve(pki);
  const attempts = planAttempts(settings);
  // The lists an earlier story left are of a time that has not been yet.
  await rm(archiveOf(settings), { recursive: true, force: true });
  await writePeople(settings.out, attempts);
  await prepareHome(settings.home, pki);
  signal.throwIfAborted();
  narrator.message(
    '憑證體系就緒，啟動 PostgreSQL 與平台',
    'The PKI is there; starting PostgreSQL and the platform',
  );
  // Not interrupted half-way: what has been started is known only once it is up.
  const running = await startPlatform(settings, clock);
  ending.push(() => running.stop());
  // The requests under way are the story's own, and nobody waits for their answers any more.
  signal.addEventListener('abort', () =>
    setTimeout(() => running.app.getHttpServer().closeAllConnections(), 1_000).unref(),
  );
  signal.throwIfAborted();
  const cast = issueDemoCards(pki);
  await registerCast(running.app.get<MemberStore>(MEMBER_STORE), clock, cast);
  const trust = running.app.get(TrustService);
  const origin = running.app.get<string>(PLATFORM_ORIGIN);
  const api = new ApiClient(origin);
  const publishLists = (): Promise<void> => trust.refresh();
  const context = { api, clock, pki, people: cast, attempts, reporter: narrator, publishLists };
  const story = await Promise.race([runDemoStory(context), rejectedBy(signal)]);
  await writeStory(settings.out, pki, story, await api.get<object>('keys'));
  signal.throwIfAborted();
  return { story, address: origin };
}

/** On the port wanted, or a free one; on another free one where somebody took it while PostgreSQL was starting. */
async function startPlatform(settings: DemoSettings, clock: StoryClock): Promise<RunningApplication> {
  try {
    return await startApplication(await configurationFor(settings), clock);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return startApplication({ ...(await configurationFor(settings)), port: await freePort() }, clock);
  }
}

/** Rejects when the signal aborts; until then, and for ever where it never does, it is pending. */
function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** Notes down beside the home that a demo runs in it, and answers how to take that back; the home itself is emptied at each start. */
async function claimHome(home: string): Promise<() => Promise<void>> {
  const file = `${home}.running`;
  await mkdir(path.dirname(home), { recursive: true });
  const claim = (): Promise<void> => writeFile(file, String(process.pid), { flag: 'wx' });
  await claim().catch(async (error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const pid = Number(await readFile(file, 'utf8'));
    if (isAlive(pid)) throw new StartFailure({ code: 'demo-running', values: { pid, file } });
    // Left by one that was killed.
    await rm(file, { force: true });
    await claim();
  });
  return () => rm(file, { force: true });
}

/** Whether there is such a process; one of another user's is there as well. */
function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function prepareHome(home: string, pki: DemoPki): Promise<void> {
  await removePostgresFolder(path.join(home, 'postgres'));
  await rm(home, { recursive: true, force: true });
  // PostgreSQL may run as another user, who must be able to walk to its folder.
  await mkdir(home, { recursive: true, mode: 0o755 });
  for (const [name, content] of platformFiles(pki)) {
    const file = path.join(home, name);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, content, { mode: 0o600 });
  }
}

/** Revocation lists name certificates of people: the archive goes into the story's folder, with the rest of what is theirs. */
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
    trustedProxies: 0,
  };
}

/** Enters the story's members of staff, each with the one role of their part. */
export async function registerCast(members: MemberStore, clock: Clock, cast: DemoPeople): Promise<void> {
  for (const [part, name] of demoStaff) {
    const certificate = cast[part].signingCertificate;
    const member = await registerMember(members, clock, { name, certificate, roles: [part] });
    if (!member.ok) throw new Error(member.failure.code);
  }
}
