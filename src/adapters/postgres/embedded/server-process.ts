import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { type Cluster, PostgresNotStarted } from './cluster.js';

/** A PostgreSQL that runs until its standard input is closed. */
export interface ServerProcess {
  /** Resolves when PostgreSQL has shut down (fast shutdown: open transactions are rolled back). */
  stop(): Promise<void>;
}

/**
 * PostgreSQL runs in a session of its own, so Ctrl-C reaches only our process, which decides what stops first. It also
 * watches a pipe from our process, so it stops whenever our process ends, even by SIGKILL. No signal handlers are
 * needed.
 */
const guard = '"$@" </dev/null & server=$!; cat >/dev/null; kill -INT "$server"; wait "$server"';

const ready = 'database system is ready to accept connections';

/** Loopback only, no socket files. The server's log never contains a statement, its parameters or a row. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  max_connections: '100',
};

/** For data that may be lost when the machine fails: tests, of which several installations share a server. */
const throwaway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '400',
};

/**
 * Starts PostgreSQL on this port and waits until it accepts connections. If it doesn't, throws with the last line that
 * it printed.
 */
export async function startServer(cluster: Cluster, port: number, durable: boolean): Promise<ServerProcess> {
  const chosen = { ...settings, port: String(port), ...(durable ? {} : throwaway) };
  const flags = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    '/bin/sh',
    ['-c', guard, 'postgres', cluster.binaries.postgres, '-D', cluster.data, ...flags],
    {
      ...cluster.user,
      cwd: cluster.data,
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { ...process.env, LC_MESSAGES: 'C' },
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await untilReady(child);
  return {
    stop: () => {
      child.stdin.end();
      return ended;
    },
  };
}

async function untilReady(child: ChildProcessByStdio<Writable, null, Readable>): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const closed = (): void => reject(new PostgresNotStarted(`PostgreSQL did not start: ${said}`));
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      if (said.includes('could not bind') || said.includes('FATAL')) child.stdin.end();
      if (!said.includes(ready)) return;
      child.off('close', closed);
      child.stderr.off('data', listen);
      resolve();
    };
    child.once('error', reject);
    child.once('close', closed);
    child.stderr.on('data', listen);
  });
  // From now on the log is read only so that the pipe doesn't fill up.
  child.stderr.resume();
}
