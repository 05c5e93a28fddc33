import { type Command, InvalidArgumentError } from 'commander';
import { errorCode } from '../core/error-code.js';
import { OperatorError } from './failure.js';
import { aborted, interruptible } from './interruption.js';
import { secretIn } from './secret-file.js';
import { StandardTerminal } from './terminal.js';
import type { Translator } from './translator.js';

/** Whose cards to serve. */
export type CardSource =
  | { readonly kind: 'demo'; readonly seed: string; readonly persons: readonly string[] }
  | { readonly kind: 'pkcs12'; readonly files: readonly string[]; readonly passphrase: string }
  | { readonly kind: 'pkcs11'; readonly module: string; readonly token?: string | undefined };

/** Serves cards to pages. The composition root provides it. */
export interface CardBackend {
  /** The names that `--fault` and `--person` take. */
  readonly cardFaultNames: readonly string[];
  readonly demoCardNames: readonly string[];
  serveCards(settings: CardSettings): Promise<RunningCards>;
}

/** What is served, and where. */
export interface CardSettings {
  readonly source: CardSource;
  /** 0 for a free one. */
  readonly port: number;
  /** One of {@link CardBackend.cardFaultNames}. */
  readonly fault?: string | undefined;
  /** The origins of the only sites that may use the card. */
  readonly sites?: readonly string[] | undefined;
}

/** A card server that runs. */
export interface RunningCards {
  readonly address: string;
  /** Whose cards they are, and the number to type with a demo's card. */
  readonly cards: readonly { readonly description: string; readonly nationalId?: string }[];
  /** The PIN of cards that have none of their own. */
  readonly pin: string | undefined;
  stop(): Promise<void>;
}

interface Options {
  readonly person?: readonly string[];
  readonly seed: string;
  readonly pkcs12?: readonly string[];
  readonly passphraseFile?: string;
  readonly pkcs11?: string;
  readonly token?: string;
  readonly fault?: string;
  readonly site?: readonly string[];
  readonly port: number;
}

/** The port at which pages look for a card program. */
export const hipkiPort = 61161;

/**
 * `lianshu card`: stands in for HiPKI's card program until a signal ends it, with the cards of a demo PKI, a card in PKCS #12 files or one
 * behind a PKCS #11 module.
 */
export function registerCard(
  program: Command,
  translator: Translator,
  load: () => Promise<CardBackend>,
): void {
  program
    .command('card')
    .description(translator.text('help.card'))
    .option('--person <name...>', translator.text('option.person'))
    .option('--seed <seed>', translator.text('option.card-seed'), 'lianshu')
    .option('--pkcs12 <file...>', translator.text('option.pkcs12-files'))
    .option('--passphrase-file <file>', translator.text('option.passphrase-file'))
    .option('--pkcs11 <module>', translator.text('option.pkcs11'))
    .option('--token <label>', translator.text('option.token'))
    .option('--fault <name>', translator.text('option.fault'))
    .option('--site <origin...>', translator.text('option.site'))
    .option(
      '--port <port>',
      translator.text('option.card-port'),
      (text: string) => portOf(text, translator),
      hipkiPort,
    )
    .action(async (options: Options, command: Command) => {
      requireOneKind(options, command, translator);
      const backend = await load();
      requireKnown('usage.fault', options.fault, backend.cardFaultNames, command, translator);
      for (const person of options.person ?? [])
        requireKnown('usage.person', person, backend.demoCardNames, command, translator);
      await interruptible((signal) => run(options, backend, translator, signal));
    });
}

function portOf(text: string, translator: Translator): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError(translator.text('usage.port'));
  return port;
}

/** Ends the command as wrong usage where options of two kinds of card are given. */
function requireOneKind(options: Options, command: Command, translator: Translator): void {
  const { person, pkcs12, passphraseFile, pkcs11, token } = options;
  const kinds = [person, pkcs12 ?? passphraseFile, pkcs11 ?? token].filter((each) => each !== undefined);
  const halves =
    (pkcs12 === undefined && passphraseFile !== undefined) || (pkcs11 === undefined && token !== undefined);
  if (kinds.length > 1 || halves) command.error(translator.text('usage.one-kind-of-card'));
}

function requireKnown(
  key: 'usage.fault' | 'usage.person',
  name: string | undefined,
  known: readonly string[],
  command: Command,
  translator: Translator,
): void {
  if (name !== undefined && !known.includes(name))
    command.error(translator.text(key, { name, values: known.join(', ') }));
}

async function run(
  options: Options,
  backend: CardBackend,
  translator: Translator,
  signal: AbortSignal,
): Promise<void> {
  const { port, fault, site: sites } = options;
  const source = await sourceOf(options, translator, signal);
  const running = await backend.serveCards({ source, port, fault, sites }).catch((error: unknown) => {
    if (errorCode(error) === 'EADDRINUSE') throw new OperatorError('card-port-in-use', { port });
    throw error;
  });
  try {
    report(running, translator);
    await aborted(signal);
    console.error(translator.text('serve.ending'));
  } finally {
    await running.stop();
  }
}

async function sourceOf(options: Options, translator: Translator, signal: AbortSignal): Promise<CardSource> {
  const { person, seed, pkcs12, passphraseFile, pkcs11, token } = options;
  if (pkcs11 !== undefined) return { kind: 'pkcs11', module: pkcs11, token };
  if (pkcs12 === undefined) return { kind: 'demo', seed, persons: person ?? [] };
  const passphrase =
    passphraseFile === undefined
      ? await new StandardTerminal().askSecret(translator.text('ask.card-passphrase'), signal)
      : await secretIn(passphraseFile);
  return { kind: 'pkcs12', files: pkcs12, passphrase };
}

/** Synthetic people have a number to type. A real person's card says only whose it is. */
function report({ address, cards, pin }: RunningCards, translator: Translator): void {
  console.log(translator.text('card-server.ready', { address }));
  for (const { description, nationalId } of cards)
    console.log(`  ${nationalId === undefined ? '' : `${nationalId}  `}${description}`);
  console.log(
    pin === undefined ? translator.text('card-server.own-pin') : translator.text('card-server.pin', { pin }),
  );
  if (cards.length > 1) console.log(translator.text('card-server.choose'));
  if (new URL(address).port !== String(hipkiPort))
    console.log(translator.text('card-server.another-port', { port: hipkiPort }));
}
