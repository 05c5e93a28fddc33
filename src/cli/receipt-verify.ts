import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { JSONWebKeySet } from 'jose';
import { parseJson } from '../core/json.js';
import { hex } from '../core/octets.js';
import { type Receipt, type ReceiptErrorCode, verifyReceipt } from '../core/receipt.js';
import type { Result } from '../core/result.js';
import { publishedKeysIn } from './input-files.js';
import { commandGroup } from './localized-command.js';
import { printable } from './terminal-text.js';
import type { Translator } from './translator.js';

interface Options {
  readonly keys: string;
  readonly json?: true;
}

type Verified = Result<Receipt, ReceiptErrorCode>;

/** `lianshu receipt verify`: verifies receipts offline with the platform's published keys. Exits with 1 if one is not genuine. */
export function registerReceiptVerify(program: Command, translator: Translator): void {
  commandGroup(program, 'receipt', translator.text('help.receipt'))
    .command('verify')
    .description(translator.text('help.receipt-verify'))
    .argument('<receipt>', translator.text('argument.receipt'))
    .requiredOption('--keys <file>', translator.text('option.keys'))
    .option('--json', translator.text('option.json'))
    .action((receiptOrFile: string, options: Options) => run(receiptOrFile, options, translator));
}

async function run(receiptOrFile: string, options: Options, translator: Translator): Promise<void> {
  // The shape is checked already. jose checks the members of each key, and refuses a wrong one.
  const keys = (await publishedKeysIn(options.keys)) as JSONWebKeySet;
  const all: Verified[] = [];
  for (const receipt of await receiptsIn(receiptOrFile)) all.push(await verifyReceipt(receipt, keys));
  const [only, ...others] = all;
  if (all.some(({ ok }) => !ok)) process.exitCode = 1;
  if (options.json === true) for (const verified of all) console.log(JSON.stringify(asJson(verified)));
  else if (only !== undefined && others.length === 0) printOne(only, translator);
  else printMany(all, translator);
}

/** A compact JWS: three parts of base64url with full stops between them. A file name is unlikely to look like it. */
const compactJws = /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/;

/** The receipt itself, or the receipts in a file: one a line, bare or as `receipt` in a JSON object. A line that begins with `#` is a remark. */
async function receiptsIn(receiptOrFile: string): Promise<readonly string[]> {
  if (compactJws.test(receiptOrFile)) return [receiptOrFile];
  const lines = (await readFile(receiptOrFile, 'utf8')).split('\n').map((line) => line.trim());
  const receipts = lines.filter((line) => line !== '' && !line.startsWith('#')).map(receiptOf);
  // An empty file contains no receipt. It must not count as genuine.
  return receipts.length === 0 ? [''] : receipts;
}

function receiptOf(line: string): string {
  if (!line.startsWith('{')) return line;
  const receipt = parseJson(line, { size: 65_536, depth: 8 }, (json) => json.member('receipt').text());
  return receipt.ok ? receipt.value : '';
}

function asJson(verified: Verified): Record<string, unknown> {
  if (!verified.ok) return { valid: false, failure: verified.failure.code };
  const { issuer, caseNumber, round, commitment, recordedOn, issuedAt } = verified.value;
  return {
    valid: true,
    issuer,
    case: caseNumber,
    round,
    commitment: hex(commitment),
    recordedOn,
    issuedAt: issuedAt.toISOString(),
  };
}

function printOne(verified: Verified, translator: Translator): void {
  if (!verified.ok) {
    console.error(
      translator.paragraph(translator.text('receipt.wrong'), translator.explain(verified.failure)),
    );
    return;
  }
  const { issuer, caseNumber, round, commitment, recordedOn } = verified.value;
  console.log(translator.text('receipt.genuine', { issuer: printable(issuer), day: recordedOn }));
  console.log(translator.text('receipt.case', { case: caseNumber, round }));
  console.log(translator.text('record.commitment', { value: hex(commitment) }));
}

function printMany(all: readonly Verified[], translator: Translator): void {
  const wrong = all.filter(({ ok }) => !ok).length;
  for (const [index, verified] of all.entries())
    if (!verified.ok)
      console.error(
        translator.paragraph(
          translator.text('receipt.wrong-line', { line: index + 1 }),
          translator.explain(verified.failure),
        ),
      );
  console.log(translator.text('receipt.many', { genuine: all.length - wrong, wrong }));
}
