import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { submitRound } from '../core/ceremony/index.js';
import { hex } from '../core/octets.js';
import { sha256Hex } from '../core/sha256.js';
import { AnnouncedCard } from './announced-card.js';
import { type CardAccess, cardFrom, type CardOptions, requireCard } from './card-options.js';
import { OperatorError } from './failure.js';
import { certificateIn } from './input-files.js';
import { interruptible } from './interruption.js';
import { type KeyOpenerOptions, keyOpenerFrom } from './key-opener.js';
import { readRescueFolder, type RescuedRound } from './rescue-folder.js';
import { fingerprint, printable } from './terminal-text.js';
import type { Terminal } from './terminal.js';
import type { Translator } from './translator.js';

/** The options of a submission without the platform. */
export interface OfflineOptions extends CardOptions, KeyOpenerOptions {
  readonly offline: string;
  readonly out?: string;
  readonly commissionDecryption?: string;
  readonly yesSubmitCase?: string;
  readonly json?: true;
}

/** What is written, by name: both go to the commission, and neither shows a number. */
const files = { statement: 'submission-statement.p7m', wrappedKey: 'wrapped-key.p7m' } as const;

/**
 * `lianshu lead submit --offline`: makes the submission from a rescue export while the platform is down on the last day (REG 11). Nothing is
 * sent: the lead hands the two files over to the commission, and two people take them in.
 */
export async function submitOffline(
  options: OfflineOptions,
  command: Command,
  access: CardAccess,
  translator: Translator,
): Promise<void> {
  const { out, commissionDecryption } = options;
  if (out === undefined || commissionDecryption === undefined)
    command.error(translator.text('usage.offline'));
  requireCard(options, command, translator);
  await interruptible(async (signal) => {
    const rescued = await readRescueFolder(options.offline);
    const commission = await certificateIn(commissionDecryption);
    show(rescued, commission.subject, sha256Hex(commission.raw), translator);
    await confirm(rescued, options, access.terminal, translator, signal);
    const card = new AnnouncedCard(await cardFrom(options, access, translator, signal), translator);
    const opener = await keyOpenerFrom(options, access.terminal, translator, signal);
    const { caseNumber, round, origin, recordCount, merkleRoot, publicKey, wrappedKey } = rescued;
    const submission = card.outcomeOf(
      await submitRound({
        card,
        ...(opener === undefined ? {} : { opener }),
        wrappedKey,
        publicKey,
        commissionCertificate: commission.raw,
        draft: { caseNumber, round, origin, recordCount, merkleRoot },
      }),
    );
    await mkdir(out, { recursive: true });
    for (const name of ['statement', 'wrappedKey'] as const)
      await writeFile(path.join(out, files[name]), submission[name], { mode: 0o600, flag: 'wx' });
    report(rescued, out, options, translator);
  });
}

function show(
  { caseNumber, round, origin, recordCount, merkleRoot }: RescuedRound,
  commission: string,
  commissionSha256: string,
  translator: Translator,
): void {
  const text = (key: Parameters<Translator['text']>[0], values?: Readonly<Record<string, string | number>>) =>
    console.error(translator.text(key, values));
  text('lead-submit.offline-what');
  text('lead-submit.offline-case', { case: caseNumber, round });
  text('lead-submit.count', { count: recordCount.toLocaleString(translator.language) });
  text('lead-submit.root', { value: fingerprint(hex(merkleRoot)) });
  text('lead-submit.platform', { origin: printable(origin) });
  const name = printable(commission.replaceAll('\n', ', '));
  text('lead-submit.commission', { name, value: fingerprint(commissionSha256) });
}

async function confirm(
  { caseNumber }: RescuedRound,
  { yesSubmitCase }: OfflineOptions,
  terminal: Terminal,
  translator: Translator,
  signal: AbortSignal,
): Promise<void> {
  const answer = yesSubmitCase ?? (await terminal.ask(translator.text('ask.submit-case'), signal));
  if (answer !== caseNumber) throw new OperatorError('submission-not-confirmed');
}

function report(
  { caseNumber, round, origin, recordCount, merkleRoot }: RescuedRound,
  out: string,
  { json }: OfflineOptions,
  translator: Translator,
): void {
  const facts = { case: caseNumber, round, origin, recordCount, merkleRoot: hex(merkleRoot) };
  if (json === true) console.log(JSON.stringify({ ...facts, folder: out, files: Object.values(files) }));
  else console.log(translator.text('lead-submit.offline-done', { folder: out, ...files }));
}
