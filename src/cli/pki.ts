import type { Command } from 'commander';
import { commandGroup } from './command-group.js';
import { registerPkiCrl } from './pki-crl.js';
import { registerPkiVerify } from './pki-verify.js';

/** `lianshu pki`: verify certificates, read CRLs. */
export function registerPki(program: Command): void {
  registerPkiVerify(program);
  registerPkiCrl(commandGroup(program, 'pki', 'certificates, their paths and their revocation'));
}
