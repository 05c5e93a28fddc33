import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

const root = join(import.meta.dirname, '../../..');

/** The text of a bundle of this file (from the root); see `.config/bundle.mjs`. Throws where something in it imports a module of Node. */
export function bundle(entry: string): string {
  const parameters = ['--no-warnings', '.config/bundle.mjs', entry];
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/**
 * A realm with what a page has, as far as the core needs it, and nothing else: no `process`, no `Buffer`, no `require`. Arrays of octets are
 * those of the test, so that octets can be handed in and out.
 */
const pageRealm = (): object =>
  createContext({
    crypto: { subtle: crypto.subtle, getRandomValues: crypto.getRandomValues.bind(crypto) },
    TextEncoder,
    TextDecoder,
    atob,
    btoa,
    URL,
    ArrayBuffer,
    Uint8Array,
    performance,
    structuredClone,
  });

/** Runs a {@link bundle} in such a realm, and answers what it exports. */
export function runInPage(code: string): unknown {
  return runInContext(`${code}\n;bundled`, pageRealm());
}

/** What of Node's can be seen there. */
export function nodeGlobals(): readonly string[] {
  const names = ['process', 'Buffer', 'require', 'module', 'global', 'setImmediate'];
  const realm = pageRealm();
  return names.filter((name) => runInContext(`typeof ${name}`, realm) !== 'undefined');
}
