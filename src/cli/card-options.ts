import type { Command } from 'commander';
import type { Card, PinProtectedCard } from '../core/cms/index.js';
import { certificateIn, privateKeyIn } from './input-files.js';
import { decryptWith, KeyCard, type KeyCardFiles } from './key-card.js';
import { CardWithPinEntry } from './pin-entry.js';
import { secretIn } from './secret-file.js';
import type { Terminal } from './terminal.js';
import type { Translator } from './translator.js';

/** Where the lead's card is. Exactly one kind is given. */
export interface CardOptions extends Partial<KeyCardFiles> {
  readonly pkcs12?: readonly string[];
  readonly passphraseFile?: string;
  readonly pkcs11?: string;
  readonly token?: string;
  readonly pinFile?: string;
}

/** Opens cards of the kinds that need more than PEM files. The composition root provides it. */
export interface CardOpeners {
  /** A card in PKCS #12 files (RFC 7292): one with both certificates and keys, or one for each. */
  pkcs12(files: readonly string[], passphrase: string): Promise<Card>;
  /** A card behind a PKCS #11 module. `token` is its label, where the module knows several. */
  pkcs11(module: string, token: string | undefined): Promise<PinProtectedCard>;
}

/** What a command opens cards with. */
export interface CardAccess {
  readonly cards: CardOpeners;
  readonly terminal: Terminal;
}

const pemOptions = ['signingCertificate', 'signingKey', 'encryptionCertificate', 'encryptionKey'] as const;

const collect = (file: string, files: readonly string[] = []): readonly string[] => [...files, file];

/** Adds the options that name a card. */
export function withCardOptions(command: Command, translator: Translator): Command {
  return command
    .option('--signing-certificate <file>', translator.text('option.signing-certificate'))
    .option('--signing-key <file>', translator.text('option.signing-key'))
    .option('--encryption-certificate <file>', translator.text('option.encryption-certificate'))
    .option('--encryption-key <file>', translator.text('option.encryption-key'))
    .option('--pkcs12 <file>', translator.text('option.pkcs12'), collect)
    .option('--passphrase-file <file>', translator.text('option.passphrase-file'))
    .option('--pkcs11 <module>', translator.text('option.pkcs11'))
    .option('--token <label>', translator.text('option.token'))
    .option('--pin-file <file>', translator.text('option.pin-file'));
}

/** The kind of card that the options name, if they name exactly one, and all of it. */
function kindOf(options: CardOptions, needed: readonly (keyof KeyCardFiles)[]) {
  const files = pemOptions.some((name) => options[name] !== undefined);
  const named = [files, options.pkcs12 !== undefined, options.pkcs11 !== undefined];
  if (named.filter(Boolean).length !== 1) return undefined;
  if (options.pkcs12 === undefined && options.passphraseFile !== undefined) return undefined;
  if (options.pkcs11 === undefined && (options.token ?? options.pinFile) !== undefined) return undefined;
  return files && needed.some((name) => options[name] === undefined) ? undefined : 'one card';
}

/** The options as the four files, after {@link requireCard}. */
const keyCardFiles = (options: CardOptions): KeyCardFiles => options as KeyCardFiles;

/** Ends the command as wrong usage unless the options name exactly one card: all four PEM files, or a file, or a token. */
export function requireCard(options: CardOptions, command: Command, translator: Translator): void {
  if (kindOf(options, pemOptions) === undefined) command.error(translator.text('usage.card'));
}

/** As {@link requireCard}, for a command that only decrypts: of PEM files, the encryption certificate and its key are enough. */
export function requireDecryption(options: CardOptions, command: Command, translator: Translator): void {
  const needed = ['encryptionCertificate', 'encryptionKey'] as const;
  if (kindOf(options, needed) === undefined) command.error(translator.text('usage.card'));
}

/**
 * The card that the options name. PINs and passphrases are asked for without echo, or come from a file; a PIN is asked for anew at each
 * operation. Rejects with an `OperatorError` where a file or the card can't be read.
 */
export async function cardFrom(
  options: CardOptions,
  { cards, terminal }: CardAccess,
  translator: Translator,
  signal: AbortSignal,
): Promise<Card> {
  const { pkcs12, pkcs11, token, passphraseFile, pinFile } = options;
  const secret = (file: string | undefined, question: 'ask.pin' | 'ask.card-passphrase'): Promise<string> =>
    file === undefined ? terminal.askSecret(translator.text(question), signal) : secretIn(file);
  if (pkcs12 !== undefined) return cards.pkcs12(pkcs12, await secret(passphraseFile, 'ask.card-passphrase'));
  if (pkcs11 === undefined) return KeyCard.read(keyCardFiles(options));
  const pins = {
    pin: () => secret(pinFile, 'ask.pin'),
    typed: terminal.interactive && pinFile === undefined,
  };
  return new CardWithPinEntry(await cards.pkcs11(pkcs11, token), pins, translator);
}

/** What of a card the options name that decrypts. */
export async function decryptionFrom(
  options: CardOptions,
  access: CardAccess,
  translator: Translator,
  signal: AbortSignal,
): Promise<Pick<Card, 'decrypt'>> {
  const { pkcs12, pkcs11 } = options;
  if (pkcs12 !== undefined || pkcs11 !== undefined) return cardFrom(options, access, translator, signal);
  const { encryptionCertificate, encryptionKey } = keyCardFiles(options);
  const certificate = (await certificateIn(encryptionCertificate)).raw;
  const key = await privateKeyIn(encryptionKey);
  return { decrypt: (envelope) => decryptWith(envelope, certificate, key) };
}
