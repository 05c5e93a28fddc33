import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type CrlErrorCode, CrlIndex } from '../core/revocation/index.js';
import { distinguishedNameText } from './distinguished-name.js';

interface Options {
  readonly json?: true;
}

/** What the command says of a CRL, as JSON has it. Times are ISO 8601; numbers of any size are decimal text. */
interface CrlSummary {
  readonly issuer: string;
  readonly number: string | null;
  readonly baseNumber: string | null;
  readonly thisUpdate: string;
  readonly nextUpdate: string | null;
  readonly entries: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly loadMilliseconds: number;
}

const explanations: Readonly<Record<CrlErrorCode, string>> = {
  'crl-malformed': 'It is not a CRL of RFC 5280, in DER or PEM.',
  'crl-too-large': 'It is larger than 64 MiB.',
};

/** `lianshu pki crl`: reads a whole CRL strictly and says what it is. It does not check who signed it. */
export function registerPkiCrl(pki: Command): void {
  pki
    .command('crl')
    .description('read a CRL and say who issued it, its number, times, entries and load time')
    .argument('<file>', 'CRL, DER or PEM')
    .option('--json', 'print JSON')
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const bytes = derOf(await readFile(file));
  const started = performance.now();
  const crl = CrlIndex.read(bytes);
  const loadMilliseconds = Math.round((performance.now() - started) * 10) / 10;
  if (!crl.ok) {
    process.exitCode = 1;
    const { code } = crl.failure;
    if (options.json === true) console.log(JSON.stringify({ failure: code }));
    else console.error(`This CRL cannot be used: ${code}. ${explanations[code]}`);
    return;
  }
  const summary = summarize(crl.value, loadMilliseconds);
  if (options.json === true) console.log(JSON.stringify(summary));
  else printForPeople(summary);
}

function derOf(bytes: Buffer): Uint8Array {
  if (bytes[0] === 0x30) return bytes;
  const block = /-----BEGIN X509 CRL-----([^-]+)-----END X509 CRL-----/.exec(bytes.toString('latin1'));
  return block === null ? bytes : Buffer.from(block[1], 'base64');
}

function summarize(crl: CrlIndex, loadMilliseconds: number): CrlSummary {
  const { number, baseNumber } = crl.extensions;
  return {
    issuer: distinguishedNameText(crl.issuer),
    number: number?.toString() ?? null,
    baseNumber: baseNumber?.toString() ?? null,
    thisUpdate: new Date(crl.thisUpdate).toISOString(),
    nextUpdate: crl.nextUpdate === undefined ? null : new Date(crl.nextUpdate).toISOString(),
    entries: crl.entryCount,
    bytes: crl.byteLength,
    sha256: Buffer.from(crl.sha256).toString('hex'),
    loadMilliseconds,
  };
}

function printForPeople(summary: CrlSummary): void {
  const kind = summary.baseNumber === null ? 'complete' : `changes since number ${summary.baseNumber}`;
  const rows = [
    ['Issuer', summary.issuer],
    ['Number', `${summary.number ?? 'none'} (${kind})`],
    ['This update', summary.thisUpdate],
    ['Next update', summary.nextUpdate ?? 'not stated'],
    ['Entries', summary.entries.toLocaleString('en')],
    ['Size', `${summary.bytes.toLocaleString('en')} bytes`],
    ['SHA-256', summary.sha256],
    ['Loaded in', `${summary.loadMilliseconds} ms`],
  ];
  for (const [label, value] of rows) console.log(`${label.padEnd(12)} ${value}`);
  console.log('The signature was not checked.');
}
