/**
 * Where a spec runs: jest's own environment for Node, which also ends what a spec left on.
 * Jest keeps which test runs in an AsyncLocalStorage, a new one for each spec, and never disables it. Node 20 copies every enabled one
 * into every promise: a worker's fiftieth spec spent a sixth of its time on those of the forty-nine before it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

/** The storages that were entered since the last spec ended. A worker runs one spec at a time. */
const entered = new Set();

for (const name of ['run', 'enterWith']) {
  const enter = AsyncLocalStorage.prototype[name];
  AsyncLocalStorage.prototype[name] = function (...parameters) {
    entered.add(this);
    return enter.apply(this, parameters);
  };
}

export default class SpecEnvironment extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of entered) storage.disable();
    entered.clear();
  }
}
