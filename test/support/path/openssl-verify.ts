import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Oid } from '../../../src/core/x509/index.js';
import { pem } from '../../../src/devkit/index.js';
import { type ChainDraft } from './chain-draft.js';

/** `OK`, or openssl's reason. */
export type OpensslVerdict = string;

/** Asks `openssl verify` about chains (root to leaf, DER), a few processes at a time. Delete the folder with `close`. */
export class OpensslVerify {
  private readonly folder = mkdtempSync(join(tmpdir(), 'lianshu-differential-'));
  private count = 0;

  async verdict(chain: readonly Uint8Array[], draft: ChainDraft): Promise<OpensslVerdict> {
    const base = join(this.folder, String(this.count++));
    const [root, ...rest] = chain.map((der) => pem('CERTIFICATE', der));
    const files = { anchor: `${base}.anchor`, untrusted: `${base}.untrusted`, leaf: `${base}.leaf` };
    writeFileSync(files.anchor, root);
    writeFileSync(files.untrusted, rest.slice(0, -1).join('') || root);
    writeFileSync(files.leaf, rest[rest.length - 1]);
    return await run([
      'verify',
      ...['-no-CApath', '-no-CAstore', '-auth_level', '0', '-policy_check'],
      ...['-attime', String(Math.floor(draft.at.getTime() / 1000))],
      ...(draft.policies.length === 0 ? [Oid.anyPolicy] : draft.policies).flatMap((policy) => [
        '-policy',
        policy,
      ]),
      ...(draft.requireExplicitPolicy ? ['-explicit_policy'] : []),
      ...(draft.inhibitPolicyMapping ? ['-inhibit_map'] : []),
      ...(draft.inhibitAnyPolicy ? ['-inhibit_any'] : []),
      ...['-CAfile', files.anchor, '-untrusted', files.untrusted, files.leaf],
    ]);
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function run(options: readonly string[]): Promise<OpensslVerdict> {
  return new Promise((resolve) => {
    execFile('openssl', options, (error, _stdout, stderr) => {
      const reason = /error \d+ at .*?lookup: *(.*)$/m.exec(stderr)?.[1];
      resolve(error === null ? 'OK' : (reason ?? stderr.split('\n')[0]));
    });
  });
}
