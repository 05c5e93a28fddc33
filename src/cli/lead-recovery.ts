import type { X509Certificate } from 'node:crypto';
import type { Command } from 'commander';
import { keyRecipients } from '../core/ceremony/index.js';
import { octetKey } from '../core/native-octets.js';
import {
  certificateExtensions,
  keyAllowed,
  KeyUsage,
  parseCertificate,
  readPublicKey,
  strongAlgorithms,
} from '../core/x509/index.js';
import { OperatorError } from './failure.js';
import { certificatesIn } from './input-files.js';
import { secretIn } from './secret-file.js';
import type { Terminal } from './terminal.js';
import { printable } from './terminal-text.js';
import type { Translator } from './translator.js';

/** Who may open the round key if the lead's card is lost. */
export interface RecoveryOptions {
  readonly deputy?: readonly string[];
  readonly recoveryPassphrase?: true;
  readonly recoveryPassphraseFile?: string;
  readonly withoutRecovery?: true;
}

/** Adds the options that name deputies and a recovery passphrase. */
export function withRecoveryOptions(command: Command, translator: Translator): Command {
  const collect = (file: string, files: readonly string[] = []): readonly string[] => [...files, file];
  return command
    .option('--deputy <certificate>', translator.text('option.deputy'), collect)
    .option('--recovery-passphrase', translator.text('option.recovery-passphrase'))
    .option('--recovery-passphrase-file <file>', translator.text('option.recovery-passphrase-file'))
    .option('--without-recovery', translator.text('option.without-recovery'));
}

/** Whether the options name anybody, or a passphrase. */
export function namesRecovery(options: RecoveryOptions): boolean {
  return options.deputy !== undefined || asksPassphrase(options);
}

const asksPassphrase = ({ recoveryPassphrase, recoveryPassphraseFile }: RecoveryOptions): boolean =>
  recoveryPassphrase === true || recoveryPassphraseFile !== undefined;

/** Ends the command as wrong usage if the options contradict each other. */
export function requireRecovery(options: RecoveryOptions, command: Command, translator: Translator): void {
  const twoPassphrases = options.recoveryPassphrase && options.recoveryPassphraseFile !== undefined;
  const both = options.withoutRecovery && namesRecovery(options);
  if (twoPassphrases === true || both === true) command.error(translator.text('usage.recovery'));
}

/** Deputies that a round key is wrapped for at most: a wrapped key has 32 recipients, the card and the passphrase among them. */
const mostDeputies = 30;

/**
 * The deputies' encryption certificates in these files, each once; a file is one in DER, or PEM with any number. Rejects with an {@link OperatorError}: `deputy-not-for-encryption` where a card could not
 * open anything with it, `deputy-is-lead`, `deputies-too-many`. Their paths and validity are not checked: a deputy can open the key with
 * an expired certificate too.
 */
export async function deputiesOf(
  { deputy = [] }: RecoveryOptions,
  leadCertificate: Uint8Array,
): Promise<readonly X509Certificate[]> {
  const found = new Map<string, X509Certificate>();
  for (const file of deputy) {
    const certificates = await certificatesIn(file);
    for (const [place, certificate] of certificates.entries()) {
      const named = { file: certificates.length === 1 ? file : `${file} (${String(place + 1)})` };
      if (!isForKeyTransport(certificate.raw)) throw new OperatorError('deputy-not-for-encryption', named);
      if (certificate.raw.equals(leadCertificate)) throw new OperatorError('deputy-is-lead', named);
      found.set(octetKey(certificate.raw), certificate);
    }
  }
  if (found.size > mostDeputies) throw new OperatorError('deputies-too-many', { most: mostDeputies });
  return [...found.values()];
}

/** RSA of 2048 bits or more, for keyEncipherment (RFC 5280 §4.2.1.3): the only keys that cards decrypt with. */
function isForKeyTransport(der: Uint8Array): boolean {
  const certificate = parseCertificate(der);
  if (!certificate.ok) return false;
  const key = readPublicKey(certificate.value.subjectPublicKeyInfo);
  const extensions = certificateExtensions(certificate.value);
  const usages = extensions.ok ? (extensions.value.keyUsage ?? 0) : 0;
  return (
    key?.kind === 'rsa' && keyAllowed(strongAlgorithms, key) && (usages & KeyUsage.keyEncipherment) !== 0
  );
}

/**
 * Characters that a recovery passphrase has at least: NIST SP 800-63B-4 §3.1.1.2 asks for 15 where nothing else protects. Whoever copies
 * the wrapped key can try passphrases without end.
 */
const shortestPassphrase = 15;
const tries = 3;

/** The recovery passphrase: from the file, or asked for twice. Undefined if the options want none. */
export async function passphraseOf(
  options: RecoveryOptions,
  terminal: Terminal,
  translator: Translator,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!asksPassphrase(options)) return undefined;
  const { recoveryPassphraseFile: file } = options;
  const passphrase = file === undefined ? await askTwice(terminal, translator, signal) : await secretIn(file);
  const characters = passphrase.normalize('NFC').match(/./gsu)?.length ?? 0;
  if (characters < shortestPassphrase)
    throw new OperatorError('recovery-passphrase-short', { least: shortestPassphrase });
  return passphrase;
}

async function askTwice(terminal: Terminal, translator: Translator, signal: AbortSignal): Promise<string> {
  const first = translator.text('ask.recovery-passphrase', { least: shortestPassphrase });
  for (let attempt = 0; attempt < tries; attempt++) {
    const passphrase = await terminal.askSecret(first, signal);
    const repeated = await terminal.askSecret(translator.text('ask.recovery-passphrase-again'), signal);
    if (passphrase === repeated) return passphrase;
    console.error(translator.text('lead-open.passphrases-differ'));
  }
  throw new OperatorError('recovery-passphrases-differ');
}

/** Who can open a wrapped key beside the lead's card. */
export interface RecoveryRecipients {
  /** Certificates beside the lead's. */
  readonly deputies: number;
  readonly passphrase: boolean;
}

/** Who can open this wrapped key (CMS EnvelopedData, DER) beside the lead's card, as it says itself. */
export function recoveryOf(wrappedKey: Uint8Array): RecoveryRecipients {
  const { certificates, passphrase } = keyRecipients(wrappedKey) ?? { certificates: [], passphrase: false };
  return { deputies: Math.max(0, certificates.length - 1), passphrase };
}

/**
 * If nobody but the card can open the key: says loudly what a lost card would cost, and goes on only after a typed confirmation or with
 * `--without-recovery`. Rejects with `not-confirmed`.
 */
export async function confirmWithoutRecovery(
  { deputies, passphrase }: RecoveryRecipients,
  { withoutRecovery }: RecoveryOptions,
  terminal: Terminal,
  translator: Translator,
  signal: AbortSignal,
): Promise<void> {
  if (deputies > 0 || passphrase) return;
  console.error(`\n${translator.text('lead-open.no-recovery')}\n`);
  if (withoutRecovery === true) return;
  const phrase = translator.text('lead-open.no-recovery-phrase');
  const answer = await terminal.ask(translator.text('ask.no-recovery', { phrase }), signal);
  if (answer !== phrase) throw new OperatorError('not-confirmed');
}

/** A deputy for the lead to recognise: the name in the certificate, its serial number and its last day. */
export function deputyLine({ subject, serialNumber, validTo }: X509Certificate): string {
  const name = /^CN=(.*)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ');
  return `${printable(name)} (${serialNumber}, ${new Date(validTo).toISOString().slice(0, 10)})`;
}
