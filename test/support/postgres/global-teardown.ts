import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Stops what the global setup started: its process cleans up when its standard input closes. */
export default async function globalTeardown(): Promise<void> {
  const child = Reflect.get(globalThis, Symbol.for('lianshu.test.postgres')) as ChildProcess | undefined;
  if (child === undefined) return;
  const closed = once(child, 'close');
  child.stdin?.end();
  await closed;
}
