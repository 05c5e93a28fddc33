import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { JSONWebKeySet } from 'jose';
import { type Receipt, verifyReceipt } from '../core/receipt.js';
import type { Result } from '../core/result.js';
import { commandGroup } from './command-group.js';

interface Options {
  readonly keys: string;
  readonly json?: true;
}

/** `lianshu receipt verify`: checks a receipt offline against the platform's published keys. */
export function registerReceiptVerify(program: Command): void {
  commandGroup(program, 'receipt', 'receipts of co-signatures')
    .command('verify')
    .description('verify a receipt offline against the platform’s published keys')
    .argument('<receipt>', 'the receipt, or a file that holds it')
    .requiredOption('--keys <file>', 'the platform’s published keys, JWKS')
    .option('--json', 'print JSON')
    .action(run);
}

async function run(receiptOrFile: string, options: Options): Promise<void> {
  const keys = JSON.parse(await readFile(options.keys, 'utf8')) as JSONWebKeySet;
  const verified = await verifyReceipt(await receiptText(receiptOrFile), keys);
  if (!verified.ok) process.exitCode = 1;
  if (options.json === true) console.log(JSON.stringify(asJson(verified)));
  else printForPeople(verified);
}

/** A compact JWS has three parts of base64url, two full stops between them, and is no likely file name. */
async function receiptText(receiptOrFile: string): Promise<string> {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(receiptOrFile)
    ? receiptOrFile
    : (await readFile(receiptOrFile, 'utf8')).trim();
}

function asJson(verified: Result<Receipt>): Record<string, unknown> {
  if (!verified.ok) return { valid: false, failure: verified.failure.code };
  const { issuer, caseNumber, round, commitment, recordedOn, issuedAt } = verified.value;
  return {
    valid: true,
    issuer,
    case: caseNumber,
    round,
    commitment: Buffer.from(commitment).toString('hex'),
    recordedOn,
    issuedAt: issuedAt.toISOString(),
  };
}

function printForPeople(verified: Result<Receipt>): void {
  if (!verified.ok) {
    console.error(`The receipt is not valid: ${verified.failure.code}`);
    return;
  }
  const { issuer, caseNumber, round, commitment, recordedOn } = verified.value;
  console.log(`The receipt is genuine. ${issuer} recorded it on ${recordedOn}.`);
  console.log(`Case ${caseNumber}, round ${round}`);
  console.log(`Commitment: ${Buffer.from(commitment).toString('hex')}`);
}
