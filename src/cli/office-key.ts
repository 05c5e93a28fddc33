import { createPublicKey, sign } from 'node:crypto';
import type { Command } from 'commander';
import type { CertifiedSigner } from '../core/cms/index.js';
import type { OfficeKey } from '../core/exchange/index.js';
import { interruptible } from './interruption.js';
import { certificateIn, privateKeyIn } from './input-files.js';
import { secretIn } from './secret-file.js';
import type { Terminal } from './terminal.js';
import type { Translator } from './translator.js';

/** Where an office's key is: in two PEM files, or in a PKCS #12 file. */
export interface OfficeKeyOptions {
  readonly key?: string;
  readonly certificate?: string;
  readonly pkcs12?: string;
  readonly passphraseFile?: string;
}

/** What opens the key of an office, and asks for its passphrase. */
export interface OfficeAccess {
  /** The one key in a PKCS #12 file (RFC 7292), with its certificate. */
  readonly officeKey: (file: string, passphrase: string) => Promise<OfficeKey>;
  readonly terminal: Terminal;
}

/** Adds the options that name an office's key. */
export function withOfficeKey(command: Command, translator: Translator): Command {
  return command
    .option('--key <file>', translator.text('option.ministry-key'))
    .option('--certificate <file>', translator.text('option.ministry-certificate'))
    .option('--pkcs12 <file>', translator.text('option.ministry-pkcs12'))
    .option('--passphrase-file <file>', translator.text('option.passphrase-file'));
}

/** Ends the command as wrong usage unless the options name one key, and all of it. */
export function requireOfficeKey(options: OfficeKeyOptions, command: Command, translator: Translator): void {
  const { key, certificate, pkcs12, passphraseFile } = options;
  const isPem = key !== undefined && certificate !== undefined;
  const isHalf = (key === undefined) !== (certificate === undefined);
  const isBoth = isPem && pkcs12 !== undefined;
  const isLoose = pkcs12 === undefined && passphraseFile !== undefined;
  if (isHalf || isBoth || isLoose || (!isPem && pkcs12 === undefined))
    command.error(translator.text('usage.office-key'));
}

/** The key that the options name, after {@link requireOfficeKey}. A passphrase is asked for without echo, or comes from a file. */
export async function officeKeyFrom(
  { key = '', certificate = '', pkcs12, passphraseFile }: OfficeKeyOptions,
  { officeKey, terminal }: OfficeAccess,
  translator: Translator,
): Promise<OfficeKey> {
  if (pkcs12 === undefined)
    return { certificate: (await certificateIn(certificate)).raw, privateKey: await privateKeyIn(key) };
  const question = translator.text('ask.card-passphrase');
  const passphrase =
    passphraseFile === undefined
      ? await interruptible((signal) => terminal.askSecret(question, signal))
      : await secretIn(passphraseFile);
  return officeKey(pkcs12, passphrase);
}

/** Signs with an office's key. */
export function officeSigner({ certificate, privateKey }: OfficeKey): CertifiedSigner {
  return {
    certificate,
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    sign: (data) => Promise.resolve(sign('sha256', data, privateKey)),
  };
}
