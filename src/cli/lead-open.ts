import type { Command } from 'commander';
import { answerProbe, type OpenedRound, openRound, type RoundOpening } from '../core/ceremony/index.js';
import { sha256Hex } from '../core/sha256.js';
import type { CardAccess } from './card-options.js';
import { OperatorError } from './failure.js';
import { interrupted } from './interruption.js';
import { fromBase64, type LeadCaseAnswer } from './lead-client.js';
import {
  confirmWithoutRecovery,
  deputiesOf,
  deputyLine,
  namesRecovery,
  passphraseOf,
  recoveryOf,
  type RecoveryOptions,
  type RecoveryRecipients,
  requireRecovery,
  withRecoveryOptions,
} from './lead-recovery.js';
import {
  inLeadSession,
  type LeadOptions,
  type LeadSession,
  ownCase,
  resumable,
  withLeadOptions,
} from './lead-session.js';
import { commandGroup } from './localized-command.js';
import { handedInBy, openingOf } from './round-opening.js';
import { fingerprint, printable } from './terminal-text.js';
import type { Translator } from './translator.js';

interface Options extends LeadOptions, RecoveryOptions {
  readonly json?: true;
}

/**
 * `lianshu lead open`: the opening ceremony (REG 6). The lead reads the undertaking, says who may open the key if the card is lost, and
 * signs; the round key is made here, and its private half leaves this machine only wrapped. Cut off at any step, the command can be run
 * again: it goes on from what the server has.
 */
export function registerLeadOpen(program: Command, translator: Translator, access: CardAccess): void {
  const command = commandGroup(program, 'lead', translator.text('help.lead'))
    .command('open')
    .description(translator.text('help.lead-open'));
  withRecoveryOptions(withLeadOptions(command, translator), translator)
    .option('--json', translator.text('option.json'))
    .action((options: Options, used: Command) => {
      requireRecovery(options, used, translator);
      return inLeadSession(options, used, access, translator, (session) => open(options, session));
    });
}

async function open(options: Options, session: LeadSession): Promise<void> {
  const { translator } = session;
  const referendum = await ownCase(session);
  const opening = openingOf(referendum, session.card);
  const handedIn = await handedInBy(opening, referendum);
  if (referendum.state === 'collecting') {
    if (handedIn === undefined) throw new OperatorError('key-statement-not-by-card');
    report(referendum, handedIn, options, translator);
    return;
  }
  if (referendum.state !== 'code-issued')
    throw new OperatorError('transition-not-allowed', {
      state: printable(referendum.state),
      event: 'open-round',
    });
  showUndertaking(referendum, translator);
  const goesOn = handedIn !== undefined && !namesRecovery(options);
  const round = goesOn ? await goOn(handedIn, options, session) : await makeKey(opening, options, session);
  const opened = await resumable(handIn(round, session), translator.text('lead-open.run-again'));
  report(opened, round, options, translator);
}

function showUndertaking(
  { number, mainText, round, undertaking }: LeadCaseAnswer,
  translator: Translator,
): void {
  console.error(
    translator.text('lead-open.case', { case: number, round: round.round, text: printable(mainText) }),
  );
  console.error(`\n${translator.text('lead-open.undertaking')}\n`);
  console.error(`${printable(undertaking, 'as-they-are').replaceAll(/^/gm, '  ')}\n`);
}

/** Goes on with the key that was handed in before. */
async function goOn(round: OpenedRound, options: Options, session: LeadSession): Promise<OpenedRound> {
  const { terminal, translator, signal } = session;
  const recipients = recoveryOf(round.wrappedKey);
  console.error(translator.text('lead-open.goes-on'));
  console.error(recipientsSentence(recipients, translator));
  await confirmWithoutRecovery(recipients, options, terminal, translator, signal);
  return round;
}

function recipientsSentence({ deputies, passphrase }: RecoveryRecipients, translator: Translator): string {
  const key = passphrase ? 'lead-open.recipients-passphrase' : 'lead-open.recipients';
  return translator.text(key, { deputies });
}

/** Makes the round key, has the card open it once and sign the key statement. */
async function makeKey(opening: RoundOpening, options: Options, session: LeadSession): Promise<OpenedRound> {
  const { card, terminal, translator, signal } = session;
  const deputies = await deputiesOf(options, card.encryptionCertificate);
  const passphrase = await passphraseOf(options, terminal, translator, signal);
  const recipients = { deputies: deputies.length, passphrase: passphrase !== undefined };
  console.error(recipientsSentence(recipients, translator));
  for (const deputy of deputies) console.error(`  ${deputyLine(deputy)}`);
  await confirmWithoutRecovery(recipients, options, terminal, translator, signal);
  await confirmUndertaking(session);
  console.error(translator.text('lead-open.makes-key'));
  if (signal.aborted) throw interrupted();
  const further = passphrase === undefined ? {} : { passphrase };
  return card.outcomeOf(
    await openRound({ ...opening, deputies: deputies.map(({ raw }) => raw), ...further }),
  );
}

/** A person is asked before the card signs. A script has been told what the command does. */
async function confirmUndertaking({ terminal, translator, signal }: LeadSession): Promise<void> {
  if (!terminal.interactive) return;
  const phrase = translator.text('lead-open.agree-phrase');
  const answer = await terminal.ask(translator.text('ask.undertaking', { phrase }), signal);
  if (answer !== phrase) throw new OperatorError('not-confirmed');
}

/** Hands in the key and answers the probe. Both can be done again until the round is open. */
async function handIn(
  round: OpenedRound,
  { client, card, translator }: LeadSession,
): Promise<LeadCaseAnswer> {
  console.error(translator.text('lead-open.hands-in'));
  const sealedProbe = await client.handInKey(round);
  const probe = card.outcomeOf(await answerProbe(card, round.wrappedKey, sealedProbe));
  return client.openRound(probe);
}

function report(
  { number, round, signingAddress = '', origin }: LeadCaseAnswer,
  { publicKey, wrappedKey }: OpenedRound,
  { json }: Options,
  translator: Translator,
): void {
  const publicKeySha256 = sha256Hex(publicKey);
  const commissionKeySha256 = sha256Hex(fromBase64(round.commissionRoundKey));
  const recipients = recoveryOf(wrappedKey);
  const address = signingAddress === '' ? `${origin}/cases/${number}` : printable(signingAddress);
  const facts = { signingAddress: address, publicKeySha256, commissionKeySha256 };
  if (json === true) {
    const { firstDay, lastDay } = round;
    console.log(
      JSON.stringify({ case: number, round: round.round, ...facts, firstDay, lastDay, ...recipients }),
    );
    return;
  }
  const days = { first: printable(round.firstDay), last: printable(round.lastDay) };
  console.log(translator.text('lead-open.collects', { case: number, round: round.round, ...days }));
  console.log(translator.text('lead-open.address', { address }));
  console.log(translator.text('lead-open.fingerprint', { value: fingerprint(publicKeySha256) }));
  console.log(
    translator.text('lead-open.commission-fingerprint', { value: fingerprint(commissionKeySha256) }),
  );
  console.log(recipientsSentence(recipients, translator));
  console.log(translator.text('lead-open.next'));
}
