import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { prepareCluster } from '../../../src/adapters/postgres/embedded/cluster.js';
import { giveTo, serviceUser } from '../../../src/adapters/postgres/embedded/reachable-folder.js';
import { BenchServer } from '../bench/bench-server.js';
import { type IntakeScene, intakeScene } from '../bench/intake-scene.js';
import { type AnswerReport, KeptAnswers } from './kept-answers.js';

/** A PostgreSQL that was started over a data folder. */
class Instance {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    readonly port: number,
  ) {}

  /** Starts it over `data`, a folder of the cluster that was prepared in `folder`, and waits until it answers. */
  static async start(folder: string, data: string): Promise<Instance> {
    const { binaries, user, password } = await prepareCluster(folder);
    const port = await freePort();
    const flags = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
    const child = spawn(binaries.postgres, ['-D', data, ...flags], { ...user, cwd: data, stdio: 'ignore' });
    const instance = new Instance(
      child,
      `postgresql://postgres:${password}@127.0.0.1:${String(port)}/lianshu`,
      port,
    );
    await instance.until('SELECT 1');
    return instance;
  }

  /** Asks again until a row comes back. */
  async until(sql: string): Promise<void> {
    for (;;) {
      const rows = await this.query(sql).catch(() => []);
      if (rows.length > 0) return;
      await pause(50);
    }
  }

  async query(sql: string): Promise<readonly unknown[]> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** As by a power cut. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** What stands before the two, as a cluster's own address does: it passes connections on to whichever is the primary. */
class PrimaryAddress {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(private target: number) {
    this.server = createServer((client) => {
      const upstream = connect(this.target, '127.0.0.1');
      for (const [one, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        this.sockets.add(one);
        one
          .on('error', () => undefined)
          .on('close', () => {
            this.sockets.delete(one);
            other.destroy();
          });
        one.pipe(other);
      }
    });
  }

  async listen(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on this one is the primary. */
  point(target: number): void {
    this.target = target;
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}

/**
 * People co-sign over a primary with a synchronous standby. In the middle of it the primary is killed, the standby is promoted, and the cluster's
 * address points to it. The standby, which is the database from then on, is held against every answer.
 */
export async function standbyDrill(people: number): Promise<AnswerReport> {
  const scene = await intakeScene(people);
  await scene.postgres.stop();
  const standbyData = path.join(path.dirname(scene.data), 'standby');
  await copied(scene.data, standbyData);
  const primary = await startPrimary(scene);
  const standby = await startStandby(scene, primary, standbyData);
  await primary.until(`SELECT 1 FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')`);
  const address = new PrimaryAddress(primary.port);
  const url = new URL(primary.url);
  url.port = String(await address.listen());
  const server = await BenchServer.start('intake-server', [url.href, scene.home, scene.at.toISOString()]);
  try {
    return await failover(scene, { primary, standby, address, server });
  } finally {
    await server.stop();
    await address.close();
    await primary.end();
    await standby.end();
    await scene.remove();
  }
}

interface Parts {
  readonly primary: Instance;
  readonly standby: Instance;
  readonly address: PrimaryAddress;
  readonly server: BenchServer;
}

async function failover(
  { requests }: IntakeScene,
  { primary, standby, address, server }: Parts,
): Promise<AnswerReport> {
  const answers = new KeptAnswers(() => Promise.resolve(server));
  const bodies = requests.map(({ body }) => body);
  const third = Math.floor(bodies.length / 3);
  await answers.sendAgain(await answers.send(bodies.slice(0, third)));
  const sending = answers.send(bodies.slice(third, 2 * third));
  await pause(100);
  await primary.kill();
  await standby.query('SELECT pg_promote()');
  await standby.until('SELECT 1 WHERE NOT pg_is_in_recovery()');
  address.point(standby.port);
  await answers.sendAgain(await sending);
  await answers.sendAgain(await answers.send(bodies.slice(2 * third)));
  return answers.report(standby.url);
}

/** A copy of a data folder, PostgreSQL being stopped; it belongs to whom PostgreSQL runs as. */
async function copied(data: string, to: string): Promise<void> {
  await cp(data, to, { recursive: true });
  await writeFile(path.join(to, 'standby.signal'), '');
  const user = await serviceUser();
  for (const name of ['', ...(await readdir(to, { recursive: true }))])
    await giveTo(user, path.join(to, name));
  await chmod(to, 0o700);
}

/** Every commit waits until the standby has it on its disk. */
async function startPrimary({ data }: IntakeScene): Promise<Instance> {
  await appendFile(path.join(data, 'postgresql.auto.conf'), `synchronous_standby_names = '*'\n`);
  return Instance.start(path.dirname(data), data);
}

async function startStandby(
  { data }: IntakeScene,
  { port }: Instance,
  standbyData: string,
): Promise<Instance> {
  const password = (await readFile(path.join(path.dirname(data), 'password'), 'utf8')).trim();
  const conninfo = `host=127.0.0.1 port=${String(port)} user=postgres password=${password}`;
  await appendFile(path.join(standbyData, 'postgresql.auto.conf'), `primary_conninfo = '${conninfo}'\n`);
  return Instance.start(path.dirname(data), standbyData);
}
