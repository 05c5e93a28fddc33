import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import {
  markedStruckOutList,
  openStruckOutList,
  type StruckOutDelivery,
  type StruckOutList,
} from '../core/ceremony/index.js';
import { AnnouncedDecryption } from './announced-card.js';
import { type CardAccess, decryptionFrom, requireDecryption } from './card-options.js';
import { OperatorError } from './failure.js';
import { certificateIn } from './input-files.js';
import { interruptible } from './interruption.js';
import { fromBase64, type LeadClient } from './lead-client.js';
import { inLeadSession, type LeadOptions, type LeadSession, withLeadOptions } from './lead-session.js';
import { commandGroup } from './localized-command.js';
import { ServerRefusal } from './server-connection.js';
import { type OpenedFile, printSummary, summaryOf, writeClearText } from './signed-file.js';
import { type Finding, findingIn, reasonsIn, totalsIn } from './struck-out-list.js';
import type { Translator } from './translator.js';

interface Options extends LeadOptions {
  readonly commission: string;
  readonly round?: '1' | '2';
  readonly search?: true;
  readonly out?: string;
  readonly json?: true;
}

/**
 * `lianshu lead struck-out`: fetches the struck-out list 不合格清冊 (RULES 9, 12) of a round, or reads it from a file; opens it with the lead's card;
 * verifies that the commission signed it; and shows the totals by reason. It prints no national ID number, and takes none as an argument,
 * which others on the machine could see.
 */
export function registerLeadStruckOut(program: Command, translator: Translator, access: CardAccess): void {
  const command = commandGroup(program, 'lead', translator.text('help.lead'))
    .command('struck-out')
    .description(translator.text('help.lead-struck-out'))
    .argument('[list]', translator.text('argument.struck-out'));
  withLeadOptions(command, translator)
    .requiredOption('--commission <file>', translator.text('option.commission'))
    .addOption(
      new Option('--round <ordinal>', translator.text('option.struck-out-round')).choices(['1', '2']),
    )
    .option('--search', translator.text('option.search'))
    .option('--out <file>', translator.text('option.struck-out-file'))
    .option('--json', translator.text('option.json'))
    .action(async (list: string | undefined, options: Options, used: Command) => {
      const present = (list: DeliveredList, card: AnnouncedDecryption, signal: AbortSignal) =>
        show(list, card, options, { terminal: access.terminal, translator, signal });
      if (list === undefined) {
        await inLeadSession(options, used, access, translator, async ({ client, card, signal }) =>
          present(await fetchList(client, options.round), card, signal),
        );
        return;
      }
      if (options.round !== undefined) used.error(translator.text('usage.struck-out-round'));
      requireDecryption(options, used, translator);
      await interruptible(async (signal) => {
        const card = await decryptionFrom(options, access, translator, signal);
        const delivered = { envelope: await readFile(list), delivery: { at: new Date() } };
        await present(delivered, new AnnouncedDecryption(card, translator), signal);
      });
    });
}

/** The sealed list from the server. Rejects with `struck-out-none` where there is none yet. */
async function fetchList(client: LeadClient, round: Options['round']): Promise<DeliveredList> {
  const answer = await client.struckOutList(round).catch((error: unknown): never => {
    const none = error instanceof ServerRefusal && error.code === 'not-found';
    throw none ? new OperatorError('struck-out-none') : error;
  });
  const { envelope, case: caseNumber, leadName, fetchedAt } = answer;
  return { envelope: fromBase64(envelope), delivery: { caseNumber, leadName, at: new Date(fetchedAt) } };
}

/** A sealed list, and what the saved file is marked with. */
interface DeliveredList {
  readonly envelope: Uint8Array;
  readonly delivery: StruckOutDelivery;
}

/** Whom the command talks to. */
type Dialog = Pick<LeadSession, 'terminal' | 'translator' | 'signal'>;

async function show(
  { envelope, delivery }: DeliveredList,
  card: AnnouncedDecryption,
  options: Options,
  dialog: Dialog,
): Promise<void> {
  const { translator } = dialog;
  const commission = await certificateIn(options.commission);
  const opened = await openStruckOutList(envelope, card, commission.raw);
  if (!opened.ok) throw card.refusal ?? new OperatorError(opened.failure.code);
  const list = opened.value;
  const { content, signer, signedAt } = list.document;
  const file: OpenedFile = { content, signer: new X509Certificate(signer.der), signedAt };
  const json = options.json === true;
  if (!json) print(file, list, translator);
  if (options.out !== undefined) {
    await writeClearText(options.out, { ...file, content: markedStruckOutList(content, delivery) });
    console.error(`\n${translator.text('struck-out.written', { file: options.out })}`);
  }
  const findings = options.search === true ? await search(list, json, dialog) : undefined;
  if (json) console.log(JSON.stringify({ ...summaryOf(file), ...totalsIn(list), search: findings }));
}

function print(file: OpenedFile, list: StruckOutList, translator: Translator): void {
  const rows = list.rows.length;
  printSummary(file, true, translator);
  console.log(`\n${translator.text('struck-out.rows', { rows })}`);
  for (const { code, count, sentence } of reasonsIn(list, translator.language))
    console.log(translator.text('struck-out.reason', { code, count, sentence }));
}

/** Looks up one number after another, until an empty answer or the end of the input. Returns what was found, in the order of the questions. */
async function search(list: StruckOutList, json: boolean, dialog: Dialog): Promise<readonly Finding[]> {
  const { translator } = dialog;
  const findings: Finding[] = [];
  for (;;) {
    const nationalId = await nextNumber(dialog);
    if (nationalId === '') return findings;
    const finding = findingIn(list, nationalId, translator.language);
    findings.push(finding);
    if (json) continue;
    for (const { code, sentence } of finding.reasons)
      console.log(translator.text('struck-out.found', { code, sentence }));
    if (!finding.found) console.log(translator.text('struck-out.not-found'));
  }
}

async function nextNumber({ terminal, translator, signal }: Dialog): Promise<string> {
  try {
    return await terminal.ask(translator.text('ask.national-id'), signal);
  } catch (error) {
    if (error instanceof OperatorError && error.failure.code === 'answer-missing') return '';
    throw error;
  }
}
