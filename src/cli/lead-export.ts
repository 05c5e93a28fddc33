import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { type Card, encryptForCard, type OpeningKey, openingKey } from '../core/cms/index.js';
import type { SealingMode } from '../core/statement/index.js';
import type { CardAccess } from './card-options.js';
import { OperatorError } from './failure.js';
import { interrupted } from './interruption.js';
import type { LeadClient, RecordPageAnswer } from './lead-client.js';
import { leadRosterCsv, type LeadRosterRow, leadRosterRow } from './lead-roster.js';
import { inLeadSession, type LeadOptions, type LeadSession, withLeadOptions } from './lead-session.js';
import { commandGroup } from './localized-command.js';
import { TerminalProgress } from './progress.js';
import { shellWord } from './terminal-text.js';
import type { Translator } from './translator.js';

interface Options extends LeadOptions {
  readonly round?: string;
  readonly out: string;
  readonly clear?: true;
  readonly json?: true;
}

/** Rows in one encrypted part of the roster. It stays below one megabyte, which card programs accept. */
const rowsOfPart = 10_000;

/**
 * `lianshu lead export`: the lead downloads the round's sealed records, and gets the numbers in them as a roster, encrypted to their own
 * certificate, or in clear text with `--clear`. In two-key mode there are no numbers for the lead, and no roster. The card decrypts once.
 */
export function registerLeadExport(program: Command, translator: Translator, access: CardAccess): void {
  const command = commandGroup(program, 'lead', translator.text('help.lead'))
    .command('export')
    .description(translator.text('help.lead-export'));
  withLeadOptions(command, translator)
    .addOption(new Option('--round <ordinal>', translator.text('option.round')).choices(['1', '2']))
    .requiredOption('--out <folder>', translator.text('option.new-folder'))
    .option('--clear', translator.text('option.clear-roster'))
    .option('--json', translator.text('option.json'))
    .action((options: Options, used: Command) =>
      inLeadSession(options, used, access, translator, (session) => run({ ...options, ...session })),
    );
}

/** The options of one export, and the session in which it works. */
type Export = Omit<Options, 'origin'> & LeadSession;

async function run(task: Export): Promise<void> {
  const { client, signal, translator } = task;
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
  else printRosterCommand(files[0] ?? '', task);
}

/** How to open the roster: with openssl where the card is made of files. */
function printRosterCommand(
  name: string,
  { out, encryptionKey, encryptionCertificate, translator }: Export,
): void {
  if (encryptionKey === undefined || encryptionCertificate === undefined) {
    console.log(translator.text('lead-export.sealed-to-card'));
    return;
  }
  console.log(translator.text('lead-export.sealed'));
  const [file, key, certificate] = [path.join(out, name), encryptionKey, encryptionCertificate].map(
    shellWord,
  );
  console.log(
    `  openssl cms -decrypt -binary -inform DER -in ${file ?? ''} -inkey ${key ?? ''} -recip ${certificate ?? ''}`,
  );
}
