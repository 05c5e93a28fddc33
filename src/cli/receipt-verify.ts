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
import type { Voice } from './voice.js';

interface Options {
  readonly keys: string;
  readonly json?: true;
}

type Verified = Result<Receipt, ReceiptErrorCode>;

/** `lianshu receipt verify`: checks receipts offline against the platform's published keys. Exit code 1 if any isn't genuine. */
export function registerReceiptVerify(program: Command, voice: Voice): void {
  commandGroup(program, 'receipt', voice.say('help.receipt'))
    .command('verify')
    .description(voice.say('help.receipt-verify'))
    .argument('<receipt>', voice.say('argument.receipt'))
    .requiredOption('--keys <file>', voice.say('option.keys'))
    .option('--json', voice.say('option.json'))
    .action((receiptOrFile: string, options: Options) => run(receiptOrFile, options, voice));
}

async function run(receiptOrFile: string, options: Options, voice: Voice): Promise<void> {
  // The shape is known; which members of a key are right, jose decides, and refuses a key that isn't.
  const keys = (await publishedKeysIn(options.keys)) as JSONWebKeySet;
  const all: Verified[] = [];
  for (const receipt of await receiptsIn(receiptOrFile)) all.push(await verifyReceipt(receipt, keys));
  const [only, ...others] = all;
  if (all.some(({ ok }) => !ok)) process.exitCode = 1;
  if (options.json === true) for (const verified of all) console.log(JSON.stringify(asJson(verified)));
  else if (only !== undefined && others.length === 0) printOne(only, voice);
  else printMany(all, voice);
}

/** A compact JWS has three parts of base64url, two full stops between them, and is no likely file name. */
const compactJws = /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/;

/** Receipts: the one given, or those in a file, one a line, bare or in a JSON object that the platform answered (`receipt`). */
async function receiptsIn(receiptOrFile: string): Promise<readonly string[]> {
  if (compactJws.test(receiptOrFile)) return [receiptOrFile];
  const lines = (await readFile(receiptOrFile, 'utf8')).split('\n').map((line) => line.trim());
  const receipts = lines.filter((line) => line !== '').map(receiptOf);
  // An empty file holds no receipt, which is not to pass for one that is genuine.
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

function printOne(verified: Verified, voice: Voice): void {
  if (!verified.ok) {
    console.error(voice.paragraph(voice.say('receipt.wrong'), voice.explain(verified.failure)));
    return;
  }
  const { issuer, caseNumber, round, commitment, recordedOn } = verified.value;
  console.log(voice.say('receipt.genuine', { issuer: printable(issuer), day: recordedOn }));
  console.log(voice.say('receipt.case', { case: caseNumber, round }));
  console.log(voice.say('record.commitment', { value: hex(commitment) }));
}

function printMany(all: readonly Verified[], voice: Voice): void {
  const wrong = all.filter(({ ok }) => !ok).length;
  for (const [index, verified] of all.entries())
    if (!verified.ok)
      console.error(
        voice.paragraph(
          voice.say('receipt.wrong-line', { line: index + 1 }),
          voice.explain(verified.failure),
        ),
      );
  console.log(voice.say('receipt.many', { genuine: all.length - wrong, wrong }));
}
