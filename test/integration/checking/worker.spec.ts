import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '../../../src/adapters/postgres/embedded/embedded-postgres.js';
import { derivedUrls } from '../../../src/adapters/postgres/logins.js';
import { planAttempts, valueOf } from '../../../src/devkit/index.js';
import { carryOut, checkServices, collectRound } from '../../support/application/check-services.js';
import { TestInstallation } from '../../support/application/installation.js';

let installation: TestInstallation;
beforeAll(async () => {
  installation = await TestInstallation.create();
});
afterAll(() => installation.remove());

it('lianshu worker finds the batch of a server that does nothing, checks it in threads, and ends on SIGTERM', async () => {
  const application = await installation.start();
  const attempts = planAttempts({ seed: 'crash', citizens: 16 });
  const round = await collectRound(application, attempts, 400);
  await round.submit();
  const { checks, checking } = checkServices(application);
  // As a server that was killed once the check had begun.
  await checks.end();
  await carryOut(application, 'start-check', round.number);
  expect(valueOf(await checking.progress(round.number))).toMatchObject({ phase: 'judging', judged: 0 });
  const verifier = await application.as('verifier');
  const progress = (): Promise<object> => verifier.get('staff/cases/9001/check');
  await verifier.post('staff/cases/9001/check/pause', undefined);
  expect(await progress()).toMatchObject({ judged: 0, recordsPerMinute: 0, paused: 'paused-by-staff' });
  await verifier.post('staff/cases/9001/check/begin-anew', undefined);
  await verifier.post('staff/cases/9001/check/resume', undefined);
  expect(await progress()).not.toHaveProperty('paused');
  const logged = await application.databases.owner.query<{ action: string }[]>(
    `SELECT action FROM audit_event WHERE action ~ '^check-' AND actor LIKE 'staff:%' ORDER BY seq`,
  );
  expect(logged.map(({ action }) => action)).toEqual(['check-paused', 'check-begun-anew', 'check-resumed']);
  const urls = derivedUrls(application.database.url);
  const metrics = await freePort();
  const child = spawn(process.execPath, ['--no-warnings', 'dist/src/cli.js', 'worker', '--lang', 'en'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      // The roles' own logins: a worker has no use for the owner's.
      LIANSHU_INTAKE_DATABASE_URL: urls.lianshu_intake,
      LIANSHU_LEAD_DATABASE_URL: urls.lianshu_lead,
      LIANSHU_STAFF_DATABASE_URL: urls.lianshu_staff,
      LIANSHU_CHECKING_DATABASE_URL: urls.lianshu_checking,
      LIANSHU_HOME: installation.home,
      LIANSHU_CHECK_THREADS: '2',
      LIANSHU_METRICS_PORT: String(metrics),
    },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => output.push(data.toString()));
  const ended = once(child, 'close');
  const phase = async (): Promise<string> => valueOf(await checking.progress(round.number)).phase;
  while ((await phase()) === 'judging' && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const ready = await fetch(`http://127.0.0.1:${metrics}/ready`);
  const parts = { database: true, queue: true, disk: true };
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true, parts }]);
  child.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  expect([code, output.join('')]).toEqual([0, expect.stringContaining('with 2 threads')]);
  // The same as the check in this process comes to.
  const again = await installation.start();
  const other = await collectRound(again, attempts, 400);
  await other.submit();
  await carryOut(again, 'start-check', other.number);
  await checkServices(again).checks.settled();
  const tally = valueOf(await checkServices(again).checking.progress(other.number));
  expect(valueOf(await checking.progress(round.number))).toEqual(tally);
  expect(tally.phase).toBe('judged');
});
