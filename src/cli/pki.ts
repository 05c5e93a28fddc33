import type { Command } from 'commander';
import { commandGroup } from './command-group.js';
import { registerPkiCrl } from './pki-crl.js';
import { registerPkiVerify } from './pki-verify.js';
import type { Voice } from './voice.js';

/** `lianshu pki`: verify certificates, read CRLs. */
export function registerPki(program: Command, voice: Voice): void {
  const pki = commandGroup(program, 'pki', voice.say('help.pki'));
  registerPkiVerify(pki, voice);
  registerPkiCrl(pki, voice);
}
