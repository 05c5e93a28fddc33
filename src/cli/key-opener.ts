import type { Command } from 'commander';
import type { KeyOpener } from '../core/ceremony/index.js';
import { openWithPassphrase } from '../core/cms/index.js';
import { OperatorError } from './failure.js';
import { certificateIn, privateKeyIn } from './input-files.js';
import { decryptWith } from './key-card.js';
import { secretIn } from './secret-file.js';
import type { Terminal } from './terminal.js';
import type { Translator } from './translator.js';

/** Who opens the round key where the lead's card can't: it was lost, or replaced by two people. */
export interface KeyOpenerOptions {
  readonly recoveryPassphrase?: true;
  readonly recoveryPassphraseFile?: string;
  readonly deputyCertificate?: string;
  readonly deputyKey?: string;
}

/** Adds the options that name another opener of the round key than the lead's card. */
export function withKeyOpener(command: Command, translator: Translator): Command {
  return command
    .option('--recovery-passphrase', translator.text('option.open-by-passphrase'))
    .option('--recovery-passphrase-file <file>', translator.text('option.recovery-passphrase-file'))
    .option('--deputy-certificate <file>', translator.text('option.deputy-certificate'))
    .option('--deputy-key <file>', translator.text('option.deputy-key'));
}

/** Ends the command as wrong usage unless the options name one opener at most, and a deputy as a whole. */
export function requireOneOpener(options: KeyOpenerOptions, command: Command, translator: Translator): void {
  const { recoveryPassphrase, recoveryPassphraseFile, deputyCertificate, deputyKey } = options;
  const halfDeputy = (deputyCertificate === undefined) !== (deputyKey === undefined);
  const ways = [recoveryPassphrase, recoveryPassphraseFile, deputyKey].filter((way) => way !== undefined);
  if (halfDeputy || ways.length > 1) command.error(translator.text('usage.key-opener'));
}

/** The opener that the options name; undefined where the lead's card opens the key. */
export async function keyOpenerFrom(
  options: KeyOpenerOptions,
  terminal: Terminal,
  translator: Translator,
  signal: AbortSignal,
): Promise<KeyOpener | undefined> {
  const { recoveryPassphrase, recoveryPassphraseFile: file, deputyCertificate, deputyKey } = options;
  if (deputyCertificate !== undefined && deputyKey !== undefined) {
    const certificate = (await certificateIn(deputyCertificate)).raw;
    const key = await privateKeyIn(deputyKey);
    return { decrypt: (envelope) => decryptWith(envelope, certificate, key) };
  }
  if (recoveryPassphrase !== true && file === undefined) return undefined;
  const question = translator.text('ask.open-by-passphrase');
  const passphrase = file === undefined ? await terminal.askSecret(question, signal) : await secretIn(file);
  return { decrypt: (envelope) => byPassphrase(envelope, passphrase) };
}

async function byPassphrase(envelope: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const opened = await openWithPassphrase(envelope, passphrase);
  if (!opened.ok) throw new OperatorError(opened.failure.code);
  return opened.value;
}
