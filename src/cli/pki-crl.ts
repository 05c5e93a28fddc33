import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { hex } from '../core/octets.js';
import { parseDerOrPem } from '../core/pem.js';
import { CrlIndex } from '../core/revocation/index.js';
import { commandGroup } from './localized-command.js';
import { distinguishedNameText, padded } from './terminal-text.js';
import type { Translator } from './translator.js';

interface Options {
  readonly json?: true;
}

/** The command's JSON output. Times are ISO 8601; numbers that may be large are decimal text. */
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

/** `lianshu pki crl`: reads a whole CRL strictly and prints its data. It does not verify the signature. */
export function registerPkiCrl(program: Command, translator: Translator): void {
  commandGroup(program, 'pki', translator.text('help.pki'))
    .command('crl')
    .description(translator.text('help.pki-crl'))
    .argument('<file>', translator.text('argument.crl'))
    .option('--json', translator.text('option.json'))
    .action((file: string, options: Options) => run(file, options, translator));
}

async function run(file: string, options: Options, translator: Translator): Promise<void> {
  const bytes = derOf(await readFile(file));
  const started = performance.now();
  const crl = CrlIndex.read(bytes);
  const loadMilliseconds = Math.round((performance.now() - started) * 10) / 10;
  if (!crl.ok) {
    process.exitCode = 1;
    const { code } = crl.failure;
    if (options.json === true) console.log(JSON.stringify({ failure: code }));
    else console.error(translator.paragraph(translator.text('crl.refused'), translator.explain(crl.failure)));
    return;
  }
  const summary = summarize(crl.value, loadMilliseconds);
  if (options.json === true) console.log(JSON.stringify(summary));
  else printForPeople(summary, translator);
}

/** The CRL in a file; what isn't one, in DER or PEM, goes on as it is, for the reader of CRLs to refuse. */
function derOf(bytes: Uint8Array): Uint8Array {
  const blocks = parseDerOrPem(bytes, 'X509 CRL');
  const [der, ...others] = blocks.ok ? blocks.value : [];
  return der === undefined || others.length > 0 ? bytes : der;
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
    sha256: hex(crl.sha256),
    loadMilliseconds,
  };
}

function printForPeople(summary: CrlSummary, translator: Translator): void {
  const number = summary.number ?? translator.text('pki.none');
  const rows: readonly (readonly [label: string, value: string])[] = [
    [translator.text('crl.issuer'), summary.issuer],
    [
      translator.text('crl.number'),
      summary.baseNumber === null
        ? translator.text('crl.complete', { number })
        : translator.text('crl.delta', { number, base: summary.baseNumber }),
    ],
    [translator.text('crl.this-update'), summary.thisUpdate],
    [translator.text('crl.next-update'), summary.nextUpdate ?? translator.text('crl.not-stated')],
    [translator.text('crl.entries'), summary.entries.toLocaleString('en')],
    [
      translator.text('crl.size'),
      translator.text('crl.bytes', { bytes: summary.bytes.toLocaleString('en') }),
    ],
    [translator.text('crl.digest'), summary.sha256],
    [
      translator.text('crl.loaded-in'),
      translator.text('crl.milliseconds', { value: summary.loadMilliseconds }),
    ],
  ];
  for (const [label, value] of rows) console.log(`${padded(label, 12)} ${value}`);
  console.log(translator.text('crl.not-checked'));
}
