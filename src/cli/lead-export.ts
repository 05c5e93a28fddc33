import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { StatementFrame } from '../checking/index.js';
import { type Card, envelopForCard, type OpeningKey, openingKey } from '../core/cms/index.js';
import type { CaseNumber } from '../core/identifiers.js';
import { caseDocumentDigest } from '../core/statement.js';
import { commandGroup } from './command-group.js';
import { KeyCard, type KeyCardFiles } from './key-card.js';
import { LeadClient, type RecordPageAnswer, ServerRefusal } from './lead-client.js';
import { rosterCsv, type RosterRow, rosterRow } from './lead-roster.js';

interface Options extends KeyCardFiles {
  readonly server: string;
  readonly origin?: string;
  readonly accessCode?: string;
  readonly round?: string;
  readonly out: string;
  readonly clear?: true;
}

/** Rows of a sealed part: below one megabyte, which a card program takes. */
const rowsOfPart = 10_000;

/** How a card is reached; files unless somebody has a better way. */
export type OpenCard = (options: KeyCardFiles) => Promise<Card>;

/**
 * `lianshu lead export`: the lead takes the round's records into safekeeping, as they are, and the roster in them, sealed to
 * their own certificate unless they insist on clear text. The card opens the round key once.
 */
export function registerLeadExport(
  program: Command,
  openCard: OpenCard = (files) => KeyCard.read(files),
): void {
  commandGroup(program, 'lead', 'for the lead proposer of a case')
    .command('export')
    .description('take the sealed records and the roster into safekeeping, sealed to your own certificate')
    .requiredOption('--server <url>', 'address of the platform')
    .option('--origin <url>', 'its origin as it stands in statements, where that is another')
    .option('--access-code <code>', 'access code; LIANSHU_ACCESS_CODE when not given')
    .requiredOption('--signing-certificate <file>', 'PEM')
    .requiredOption('--signing-key <file>', 'PEM')
    .requiredOption('--encryption-certificate <file>', 'PEM')
    .requiredOption('--encryption-key <file>', 'PEM')
    .option('--round <ordinal>', '1 the main round, 2 the supplement; the one in hand when not given')
    .requiredOption('--out <folder>', 'folder to write to; it must not exist')
    .option('--clear', 'write national ID numbers in clear text: whoever reads the file reads them all')
    .action((options: Options) => run(options, openCard));
}

async function run(options: Options, openCard: OpenCard): Promise<void> {
  const accessCode = options.accessCode ?? process.env.LIANSHU_ACCESS_CODE ?? '';
  try {
    const card = await openCard(options);
    const origin = options.origin ?? new URL(options.server).origin;
    const client = await LeadClient.signIn(options.server, origin, card, accessCode);
    const rows = await takeRecords(client, card, origin, options);
    await writeRoster(rows, card, options);
    tell(rows, options);
  } catch (error) {
    if (!(error instanceof ServerRefusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Writes every sealed record and answers what is in them. */
async function takeRecords(
  client: LeadClient,
  card: Card,
  origin: string,
  options: Options,
): Promise<RosterRow[]> {
  const referendum = await client.case();
  await mkdir(options.out, { mode: 0o700 });
  await mkdir(path.join(options.out, 'records'));
  let opening: { readonly key: OpeningKey; readonly frame: StatementFrame } | undefined;
  const rows: RosterRow[] = [];
  for await (const page of client.records(options.round)) {
    opening ??= {
      key: await unwrap(page, card, options.out),
      frame: new StatementFrame({
        caseNumber: referendum.number as CaseNumber,
        round: page.round,
        mainText: referendum.mainText,
        documentDigest: caseDocumentDigest(referendum.mainText, referendum.reason),
        origin,
      }),
    };
    for (const each of page.records) {
      const record = Buffer.from(each.record, 'base64');
      const row = rosterRow(record, opening.key, opening.frame);
      await writeFile(path.join(options.out, 'records', `${row.commitment}.der`), record, { flag: 'wx' });
      rows.push(row);
    }
  }
  return rows;
}

/** One decryption by the card for the whole round. */
async function unwrap(page: RecordPageAnswer, card: Card, folder: string): Promise<OpeningKey> {
  for (const name of ['publicKey', 'wrappedKey', 'keyStatement'] as const) {
    const file = `${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}.der`;
    await writeFile(path.join(folder, file), Buffer.from(page[name], 'base64'), { flag: 'wx' });
  }
  const key = openingKey(await card.decrypt(Buffer.from(page.wrappedKey, 'base64')));
  if (key === undefined) throw new Error('the wrapped key holds no round key');
  return key;
}

async function writeRoster(rows: readonly RosterRow[], card: Card, options: Options): Promise<void> {
  const write = (name: string, content: Uint8Array): Promise<void> =>
    writeFile(path.join(options.out, name), content, { flag: 'wx', mode: 0o600 });
  if (options.clear === true) {
    await write('roster.csv', rosterCsv(rows));
    return;
  }
  for (let start = 0, part = 1; start < rows.length || part === 1; start += rowsOfPart, part++) {
    const content = rosterCsv(rows.slice(start, start + rowsOfPart));
    const sealed = await envelopForCard(content, [card.encryptionCertificate]);
    await write(`roster-${String(part).padStart(4, '0')}.csv.p7m`, sealed);
  }
}

function tell(rows: readonly RosterRow[], options: Options): void {
  const bad = rows.filter(({ finding }) => finding !== 'good').length;
  console.log(`${String(rows.length)} records in ${options.out}, ${String(bad)} of which cannot be read.`);
  if (options.clear === true)
    console.error(
      'roster.csv holds national ID numbers in clear text. Keep it locked away; destroy it when done.',
    );
  else
    console.log(
      'Your card opens the roster: openssl cms -decrypt -binary -inform DER -in roster-0001.csv.p7m -inkey …',
    );
}
