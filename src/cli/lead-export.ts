import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Card, encryptForCard, type OpeningKey, openingKey } from '../core/cms/index.js';
import type { SealingMode } from '../core/statement/index.js';
import { OperatorError } from './failure.js';
import { interrupted, interruptible } from './interruption.js';
import { KeyCard, type KeyCardFiles } from './key-card.js';
import { LeadClient, type RecordPageAnswer } from './lead-client.js';
import { leadRosterCsv, type LeadRosterRow, leadRosterRow } from './lead-roster.js';
import { commandGroup } from './localized-command.js';
import { TerminalProgress } from './progress.js';
import { shellWord } from './terminal-text.js';
import type { Translator } from './translator.js';

interface Options extends KeyCardFiles {
  readonly server: URL;
  readonly origin?: URL;
  readonly accessCode?: string;
  readonly round?: string;
  readonly out: string;
  readonly clear?: true;
  readonly json?: true;
}

/** Rows in one encrypted part of the roster. It stays below one megabyte, which card programs accept. */
const rowsOfPart = 10_000;

/** Opens the lead's card. By default it is made from files. */
type OpenCard = (options: KeyCardFiles) => Promise<Card>;

/**
 * `lianshu lead export`: the lead downloads the round's sealed records, and gets the numbers in them as a roster, encrypted to their own
 * certificate, or in clear text with `--clear`. In two-key mode there are no numbers for the lead, and no roster. The card decrypts once.
 */
export function registerLeadExport(
  program: Command,
  translator: Translator,
  openCard: OpenCard = (files) => KeyCard.read(files),
): void {
  const address = (text: string): URL => addressOf(text, translator);
  commandGroup(program, 'lead', translator.text('help.lead'))
    .command('export')
    .description(translator.text('help.lead-export'))
    .requiredOption('--server <url>', translator.text('option.server'), address)
    .option('--origin <url>', translator.text('option.origin'), address)
    .option('--access-code <code>', translator.text('option.access-code'))
    .requiredOption('--signing-certificate <file>', translator.text('option.signing-certificate'))
    .requiredOption('--signing-key <file>', translator.text('option.signing-key'))
    .requiredOption('--encryption-certificate <file>', translator.text('option.encryption-certificate'))
    .requiredOption('--encryption-key <file>', translator.text('option.encryption-key'))
    .addOption(new Option('--round <ordinal>', translator.text('option.round')).choices(['1', '2']))
    .requiredOption('--out <folder>', translator.text('option.new-folder'))
    .option('--clear', translator.text('option.clear-roster'))
    .option('--json', translator.text('option.json'))
    .action(async (options: Options, command: Command) => {
      const accessCode = options.accessCode ?? process.env.LIANSHU_ACCESS_CODE;
      if (accessCode === undefined) command.error(translator.text('usage.access-code'));
      const card = await openCard(options);
      await interruptible((signal) => run({ ...options, accessCode, card, signal, translator }));
    });
}

function addressOf(text: string, translator: Translator): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol))
    throw new InvalidArgumentError(translator.text('usage.url'));
  return address;
}

/** The options of one export, and what it works with. */
interface Export extends Options {
  readonly accessCode: string;
  readonly card: Card;
  readonly signal: AbortSignal;
  readonly translator: Translator;
}

async function run(task: Export): Promise<void> {
  const { server, card, accessCode, signal, translator } = task;
  const origin = (task.origin ?? server).origin;
  const connection = { server: server.origin, language: translator.language, signal };
  const client = await LeadClient.signIn(connection, origin, card, accessCode);
  const { mode } = await client.case();
  await mkdir(task.out, { mode: 0o700 });
  const progress = new TerminalProgress(translator.text('progress.records'));
  try {
    const rows = await takeRecords(client, task, progress);
    const files = mode === 'two-key' ? [] : await writeRoster(rows, task);
    progress.end();
    printSummary(rows, files, mode, task);
  } catch (error) {
    throw signal.aborted ? interrupted(task.out) : error;
  } finally {
    progress.end();
  }
}

/** Writes every sealed record. Returns a row of the roster for each. */
async function takeRecords(
  client: LeadClient,
  { card, out, round, signal }: Export,
  progress: TerminalProgress,
): Promise<LeadRosterRow[]> {
  await mkdir(path.join(out, 'records'));
  let key: OpeningKey | undefined;
  const rows: LeadRosterRow[] = [];
  for await (const page of client.records(round)) {
    key ??= await openRoundKey(page, card, out);
    for (const each of page.records) {
      signal.throwIfAborted();
      const record = Buffer.from(each.record, 'base64');
      const row = leadRosterRow(record, key);
      await writeFile(path.join(out, 'records', `${row.commitment}.der`), record, { flag: 'wx' });
      rows.push(row);
      progress.update(rows.length);
    }
  }
  return rows;
}

/** Unwraps the round key, with one decryption by the card for the whole round. Also writes the key files. */
async function openRoundKey(page: RecordPageAnswer, card: Card, folder: string): Promise<OpeningKey> {
  for (const name of ['publicKey', 'wrappedKey', 'keyStatement'] as const) {
    const file = `${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}.der`;
    await writeFile(path.join(folder, file), Buffer.from(page[name], 'base64'), { flag: 'wx' });
  }
  const key = openingKey(await card.decrypt(Buffer.from(page.wrappedKey, 'base64')));
  if (key === undefined) throw new OperatorError('card-not-opened');
  return key;
}

/** Writes the roster. Returns the names of its files. */
async function writeRoster(rows: readonly LeadRosterRow[], { card, out, clear }: Export): Promise<string[]> {
  const files: string[] = [];
  const write = async (name: string, content: Uint8Array): Promise<void> => {
    await writeFile(path.join(out, name), content, { flag: 'wx', mode: 0o600 });
    files.push(name);
  };
  if (clear === true) {
    await write('roster.csv', leadRosterCsv(rows));
    return files;
  }
  for (let start = 0, part = 1; start < rows.length || part === 1; start += rowsOfPart, part++) {
    const content = leadRosterCsv(rows.slice(start, start + rowsOfPart));
    const sealed = await encryptForCard(content, [card.encryptionCertificate]);
    await write(`roster-${String(part).padStart(4, '0')}.csv.p7m`, sealed);
  }
  return files;
}

function printSummary(
  rows: readonly LeadRosterRow[],
  files: readonly string[],
  mode: SealingMode,
  task: Export,
): void {
  const { translator, out: folder } = task;
  const unreadable = rows.filter(({ finding }) => finding !== 'good').length;
  if (task.json === true) {
    console.log(JSON.stringify({ folder, records: rows.length, unreadable, mode, roster: files }));
    return;
  }
  console.log(translator.text('lead-export.records', { records: rows.length, unreadable, folder }));
  if (mode === 'two-key') console.log(translator.text('lead-export.two-key'));
  else if (task.clear === true) console.error(translator.text('lead-export.clear'));
  else {
    console.log(translator.text('lead-export.sealed'));
    const [first = ''] = files;
    const file = shellWord(path.join(folder, first));
    const key = shellWord(task.encryptionKey);
    const certificate = shellWord(task.encryptionCertificate);
    console.log(`  openssl cms -decrypt -binary -inform DER -in ${file} -inkey ${key} -recip ${certificate}`);
  }
}
