import type { Command } from 'commander';
import { submitRound } from '../core/ceremony/index.js';
import { hex } from '../core/octets.js';
import type { CardAccess } from './card-options.js';
import { OperatorError } from './failure.js';
import { fromBase64, type LeadCaseAnswer } from './lead-client.js';
import {
  inLeadSession,
  type LeadOptions,
  type LeadSession,
  ownCase,
  resumable,
  withLeadOptions,
} from './lead-session.js';
import { type KeyOpenerOptions, keyOpenerFrom, requireOneOpener, withKeyOpener } from './key-opener.js';
import { submitOffline } from './lead-submit-offline.js';
import { commandGroup } from './localized-command.js';
import { ServerRefusal } from './server-connection.js';
import { fingerprint, printable } from './terminal-text.js';
import { type Draft, sameDraft, showDraft, takeDraft } from './submission-draft.js';
import type { Translator } from './translator.js';

interface Options extends LeadOptions, KeyOpenerOptions {
  readonly offline?: string;
  readonly out?: string;
  readonly commissionDecryption?: string;
  readonly yesSubmitCase?: string;
  readonly json?: true;
}

/**
 * `lianshu lead submit`: submits the round, once (REG 7). The lead sees what will be sent and what can't be undone, and types the case number;
 * then the card opens the key once and signs once. Nothing but what was shown is ever signed. Where the card was replaced, a deputy or the
 * recovery passphrase opens the key. With `--offline`, see {@link submitOffline}.
 */
export function registerLeadSubmit(program: Command, translator: Translator, access: CardAccess): void {
  const command = commandGroup(program, 'lead', translator.text('help.lead'))
    .command('submit')
    .description(translator.text('help.lead-submit'));
  withKeyOpener(withLeadOptions(command, translator), translator)
    .option('--offline <folder>', translator.text('option.offline'))
    .option('--out <folder>', translator.text('option.offline-out'))
    .option('--commission-decryption <file>', translator.text('option.commission-decryption'))
    .option('--yes-submit-case <number>', translator.text('option.yes-submit-case'))
    .option('--json', translator.text('option.json'))
    .action((options: Options, used: Command) => {
      requireOneOpener(options, used, translator);
      const { offline } = options;
      if (offline !== undefined) return submitOffline({ ...options, offline }, used, access, translator);
      return inLeadSession(options, used, access, translator, (session) => submit(options, session));
    });
}

async function submit(options: Options, session: LeadSession): Promise<void> {
  const { translator } = session;
  const referendum = await ownCase(session);
  const { round, state } = referendum;
  if (round.submission === undefined && state !== 'collecting')
    throw new OperatorError('transition-not-allowed', { state: printable(state), event: 'submit' });
  const submitted =
    round.submission === undefined
      ? await resumable(submitOnce(referendum, options, session), translator.text('lead-submit.run-again'))
      : referendum;
  report(submitted, options, translator);
}

/**
 * Shows the draft, has it confirmed, signs it and submits. Begins again where the records have changed meanwhile. Returns the case as the
 * server has it then; rejects with `submission-differs` if that is not what was signed.
 */
async function submitOnce(
  referendum: LeadCaseAnswer,
  options: Options,
  session: LeadSession,
): Promise<LeadCaseAnswer> {
  let shown = await takeDraft(session, options.commissionDecryption);
  for (;;) {
    showDraft(shown, referendum, session.translator);
    await confirm(referendum, options, session);
    // The hold may have ended while the person was reading. This begins it anew.
    const current = await takeDraft(session, options.commissionDecryption);
    if (sameDraft(shown, current) && (await signAndSend(referendum, current, options, session)))
      return submittedCase(current, session);
    if (options.yesSubmitCase !== undefined) throw new OperatorError('draft-changed');
    console.error(session.translator.text('lead-submit.changed'));
    shown = await takeDraft(session, options.commissionDecryption);
  }
}

/** Goes on only if the case number was typed, or given for scripts. Rejects with `not-confirmed`. */
async function confirm(
  { number }: LeadCaseAnswer,
  { yesSubmitCase }: Options,
  { terminal, translator, signal }: LeadSession,
): Promise<void> {
  const answer = yesSubmitCase ?? (await terminal.ask(translator.text('ask.submit-case'), signal));
  if (answer !== number) throw new OperatorError('submission-not-confirmed');
}

/** Signs and submits this draft. False if the server's records are no longer those of the draft; nothing was submitted then. */
async function signAndSend(
  { number, round, origin }: LeadCaseAnswer,
  { recordCount, merkleRoot, commission }: Draft,
  options: Options,
  { client, card, terminal, translator, signal }: LeadSession,
): Promise<boolean> {
  const { wrappedKey = '', publicKey = '' } = round;
  const opener = await keyOpenerFrom(options, terminal, translator, signal);
  const submission = card.outcomeOf(
    await submitRound({
      card,
      ...(opener === undefined ? {} : { opener }),
      wrappedKey: fromBase64(wrappedKey),
      publicKey: fromBase64(publicKey),
      commissionCertificate: commission.raw,
      draft: { caseNumber: number, round: round.round, origin, recordCount, merkleRoot },
    }),
  );
  try {
    await client.submit(submission);
    return true;
  } catch (error) {
    if (error instanceof ServerRefusal && error.code === 'submission-outdated') return false;
    throw error;
  }
}

async function submittedCase(signed: Draft, session: LeadSession): Promise<LeadCaseAnswer> {
  const referendum = await ownCase(session);
  const { submission } = referendum.round;
  const same =
    submission?.recordCount === signed.recordCount && submission.merkleRoot === hex(signed.merkleRoot);
  if (!same) throw new OperatorError('submission-differs');
  return referendum;
}

/** The page to keep: what the server has of the submission. */
function report(
  { number, mainText, round, origin }: LeadCaseAnswer,
  { json }: Options,
  translator: Translator,
): void {
  const { submission } = round;
  if (submission === undefined) throw new OperatorError('submission-differs');
  const { submittedAt, recordCount, merkleRoot } = submission;
  if (json === true) {
    const facts = { submittedAt, recordCount, merkleRoot };
    console.log(JSON.stringify({ case: number, round: round.round, origin, ...facts }));
    return;
  }
  const lines = [
    translator.text('lead-submit.submitted'),
    '',
    translator.text('lead-submit.case', { case: number, round: round.round, text: printable(mainText) }),
    translator.text('lead-submit.at', { time: printable(submittedAt) }),
    translator.text('lead-submit.count', { count: recordCount.toLocaleString(translator.language) }),
    translator.text('lead-submit.root', { value: fingerprint(printable(merkleRoot)) }),
    translator.text('lead-submit.platform', { origin: printable(origin) }),
    '',
    translator.text('lead-submit.next'),
    ...(['counting', 'check', 'result', 'keep'] as const).map(
      (step) => `  ${translator.text(`lead-submit.next-${step}`)}`,
    ),
  ];
  console.log(lines.join('\n'));
}
