import { type Command, InvalidArgumentError } from 'commander';
import { AnnouncedCard } from './announced-card.js';
import { type CardAccess, cardFrom, type CardOptions, requireCard, withCardOptions } from './card-options.js';
import { OperatorError } from './failure.js';
import { interruptible } from './interruption.js';
import { type LeadCaseAnswer, LeadClient } from './lead-client.js';
import { secretIn } from './secret-file.js';
import type { Terminal } from './terminal.js';
import { printable } from './terminal-text.js';
import type { Translator } from './translator.js';

/** How a lead's command reaches the platform, and who signs in. */
export interface LeadOptions extends CardOptions {
  readonly server: URL;
  readonly origin?: URL;
  readonly accessCodeFile?: string;
}

/** A lead who has signed in. */
export interface LeadSession {
  readonly client: LeadClient;
  readonly card: AnnouncedCard;
  /** The platform's origin, as the lead named it. It stands in everything that the card signs. */
  readonly origin: string;
  readonly terminal: Terminal;
  readonly translator: Translator;
  /** Aborts when the command is interrupted. */
  readonly signal: AbortSignal;
}

/** Adds the options with which a lead signs in. */
export function withLeadOptions(command: Command, translator: Translator): Command {
  return withCardOptions(withServerOptions(command, translator), translator);
}

/** Adds the options for the server and the access code. `--server` is checked by {@link inLeadSession}. */
function withServerOptions(command: Command, translator: Translator): Command {
  const address = (text: string): URL => addressOf(text, translator);
  return command
    .option('--server <url>', translator.text('option.server'), address)
    .option('--origin <url>', translator.text('option.origin'), address)
    .option('--access-code-file <file>', translator.text('option.access-code-file'));
}

/** An https address. Without encryption only on this machine: the access code is sent there. */
export function addressOf(text: string, translator: Translator): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol))
    throw new InvalidArgumentError(translator.text('usage.url'));
  if (address.protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(address.hostname))
    throw new InvalidArgumentError(translator.text('usage.https'));
  return address;
}

/**
 * Signs in the lead with card and access code (REG 6), does the work, and signs out. The access code comes from the file, from
 * LIANSHU_ACCESS_CODE or from the terminal, never from an argument, which other users of the machine could see.
 */
export async function inLeadSession(
  options: LeadOptions,
  command: Command,
  access: CardAccess,
  translator: Translator,
  work: (session: LeadSession) => Promise<void>,
): Promise<void> {
  const { server } = options as Partial<LeadOptions>;
  if (server === undefined) command.error(translator.text('usage.server'));
  requireCard(options, command, translator);
  const origin = (options.origin ?? server).origin;
  const { terminal } = access;
  await interruptible(async (signal) => {
    const accessCode = await accessCodeFrom(options, terminal, translator, signal);
    const card = new AnnouncedCard(await cardFrom(options, access, translator, signal), translator);
    const address = { server: server.origin, language: translator.language, signal };
    const client = await LeadClient.signIn(address, origin, card, accessCode);
    try {
      await work({ client, card, origin, terminal, translator, signal });
    } finally {
      await client.signOut();
    }
  });
}

async function accessCodeFrom(
  { accessCodeFile }: LeadOptions,
  terminal: Terminal,
  translator: Translator,
  signal: AbortSignal,
): Promise<string> {
  if (accessCodeFile !== undefined) return secretIn(accessCodeFile);
  const { LIANSHU_ACCESS_CODE = '' } = process.env;
  if (LIANSHU_ACCESS_CODE !== '') return LIANSHU_ACCESS_CODE;
  return (await terminal.askSecret(translator.text('ask.access-code'), signal)).trim();
}

/**
 * The lead's case, if the platform names itself as the lead does. Otherwise the lead would sign for another platform: rejects with
 * `origin-differs`.
 */
export async function ownCase({ client, origin }: LeadSession): Promise<LeadCaseAnswer> {
  const referendum = await client.case();
  expectOrigin(referendum.origin, origin);
  return referendum;
}

/** Throws `origin-differs` unless the platform names itself as the lead does. */
export function expectOrigin(found: string, origin: string): void {
  if (found !== origin) throw new OperatorError('origin-differs', { origin, found: printable(found) });
}

/** How a step ends that was cut off: nobody knows whether the server took it. */
const cutOff: ReadonlySet<string> = new Set([
  'server-unreachable',
  'server-not-lianshu',
  'server-refused',
  'interrupted',
]);

/** Does steps that may be cut off. If they are, says on standard error how to go on, then rejects. */
export async function resumable<Value>(steps: Promise<Value>, hint: string): Promise<Value> {
  try {
    return await steps;
  } catch (error) {
    if (error instanceof OperatorError && cutOff.has(error.failure.code)) console.error(hint);
    throw error;
  }
}
