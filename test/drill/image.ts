/**
 * `npm run drill -- image`: builds the image without Docker. Each stage of the Dockerfile is replayed in a root of its own, with this
 * machine's Node in place of the base image's; then the result is used as a container would: as user 10001, its file system for reading
 * alone. Needs Linux, root, `unshare`, and a registry for the packages. Ends with 1 at the first thing that is not so.
 */
import assert from 'node:assert/strict';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort, startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { platformFiles } from '../../src/devkit/index.js';
import { demoPki } from '../support/demo-pki.js';
import { CleanRoom } from '../support/deployment/clean-room.js';
import { ourStages } from '../support/deployment/dockerfile.js';
import { installedPackages, listedPackages } from '../support/deployment/packages.js';

const user = 10_001;
const home = '/var/lib/lianshu';

if (!CleanRoom.possible) {
  console.error('This drill needs root and mount namespaces (unshare --mount).');
  process.exit(2);
}
const stages = ourStages();
const { room, remove } = CleanRoom.replay(stages);
process.once('exit', remove);
console.error('every COPY and every RUN succeeds');

const listed = listedPackages(readFileSync(room.path('/app/sbom.cdx.json'), 'utf8'));
assert.deepEqual(listed, installedPackages(room.path('/app')), 'the SBOM lists what is installed');
console.error(`sbom.cdx.json lists the ${listed.length} packages that are installed`);

const instruction = (name: string): string =>
  stages.at(-1)?.instructions.findLast((each) => each.name === name)?.argument ?? '';
const entrypoint = JSON.parse(instruction('ENTRYPOINT')) as string[];
const [, check = ''] = /CMD (.*)$/.exec(instruction('HEALTHCHECK')) ?? [];
const healthCheck = JSON.parse(check) as string[];

const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-drill-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
// A PostgreSQL of this process stands in for the container beside it.
const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres'), durable: false });
const [port, metricsPort] = [await freePort(), await freePort()];
const variables = {
  DATABASE_URL: postgres.url,
  LIANSHU_HOST: '127.0.0.1',
  LIANSHU_PORT: String(port),
  LIANSHU_METRICS_PORT: String(metricsPort),
  LANG: 'en',
};
installHome();

const version = await ended(['--version']);
assert.match(version.out, /^\d+\.\d+\.\d+/);
const migrated = await ended(['migrate', '--json']);
assert.equal(migrated.code, 0, migrated.out);
console.error(`lianshu ${version.out.trim()} migrates as user ${user}, with nothing but ${home} to write to`);

const server = room.start([...entrypoint, 'serve'], [home], variables);
server.stderr?.pipe(process.stderr);
try {
  await untilHealthy();
  // The demo's authorities are not there: what the server says of itself, not of its process.
  const health = await fetch(`http://127.0.0.1:${port}/api/v1/health`);
  assert.equal(health.status, 503);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  assert.equal(page.status, 200, 'the pages were built');
  assert.equal((await run(healthCheck)).code, 0);
  console.error('the health check passes while revocation lists are missing, and the pages are there');
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('close', resolve));
  await postgres.stop();
}
assert.notEqual((await run(healthCheck)).code, 0, 'the health check fails once the server has ended');
console.error('and it fails once the server has ended');
console.log(
  JSON.stringify({ drill: 'image', version: version.out.trim(), packages: listed.length, user, holds: true }),
);

/** Keys and trust of the demo in the volume, owned by the image's user. */
function installHome(): void {
  const pki = demoPki({ at: new Date(), address: 'http://127.0.0.1:9' });
  for (const [name, content] of platformFiles(pki)) {
    const file = room.path(path.join(home, name));
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, content, { mode: 0o600 });
    chownSync(path.dirname(file), user, user);
    chownSync(file, user, user);
  }
}

function ended(words: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> {
  return run([...entrypoint, ...words]);
}

async function run(
  words: readonly string[],
): Promise<{ readonly code: number | null; readonly out: string }> {
  const child = room.start(words, [home], variables);
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out };
}

async function untilHealthy(): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${metricsPort}/live`).catch(() => undefined);
    if (answer?.ok === true) return;
    assert.equal(server.exitCode, null, 'the server ended');
    await setTimeout(1_000);
  }
  assert.fail('the server does not answer');
}
