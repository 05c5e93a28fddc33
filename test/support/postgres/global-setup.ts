import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * Builds what isn't built as the sources stand: commands and pages are tested as they are shipped. Then starts the PostgreSQL that the
 * integration tests share, or takes that of DATABASE_URL, and migrates a template database.
 */
export default async function globalSetup(): Promise<void> {
  for (const script of ['build', 'build-test-programs']) {
    const built = spawnSync(process.execPath, [`.config/${script}.mjs`], { stdio: ['ignore', 2, 2] });
    if (built.status !== 0) throw new Error('the program does not build');
  }
  const child = spawn(process.execPath, ['--no-warnings', 'dist/test/support/postgres/serve.js'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close').then(() => {
    throw new Error('the PostgreSQL for the tests did not start');
  });
  const line = once(createInterface(child.stdout), 'line');
  const [answer] = (await Promise.race([line, closed])) as [string];
  closed.catch(() => undefined);
  const { serverUrl, template, installations } = JSON.parse(answer) as Record<
    'serverUrl' | 'template' | 'installations',
    string
  >;
  process.env.LIANSHU_TEST_SERVER = serverUrl;
  process.env.LIANSHU_TEST_TEMPLATE = template;
  process.env.LIANSHU_TEST_INSTALLATIONS = installations;
  // The teardown is loaded apart from this file, so the process hangs on the global object.
  Reflect.set(globalThis, Symbol.for('lianshu.test.postgres'), child);
}
