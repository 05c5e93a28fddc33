import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { openSealed, parseSignedDocument } from '../core/cms/index.js';
import { fail, ok, type Result } from '../core/result.js';
import { commandGroup } from './command-group.js';

interface Options {
  readonly key: string;
  readonly certificate: string;
  readonly commission?: string;
  readonly clear?: true;
  readonly out?: string;
}

interface OpenedFile {
  readonly content: Uint8Array;
  readonly signer: X509Certificate;
  readonly signedAt: Date | undefined;
}

/** `lianshu roster open`: opens a file of the roster as MOI does. Numbers are written only where `--clear` says so. */
export function registerRosterOpen(program: Command): void {
  commandGroup(program, 'roster', 'rosters for the Ministry of the Interior')
    .command('open')
    .description('open a sealed file of a roster and verify its signature; shows a summary, never a number')
    .argument('<part>', 'part or manifest of the roster, CMS AuthEnvelopedData, DER')
    .requiredOption('--key <file>', 'the Ministry’s private key, PEM')
    .requiredOption('--certificate <file>', 'the Ministry’s certificate, PEM')
    .option('--commission <file>', 'the commission’s certificate, PEM: a file signed by any other is refused')
    .option('--clear', 'write the clear content: national ID numbers, readable by whoever gets the file')
    .option('--out <file>', 'where to write the clear content; needs --clear')
    .action(run);
}

async function run(part: string, options: Options): Promise<void> {
  if ((options.clear === true) !== (options.out !== undefined)) {
    console.error('Clear text is written only with both --clear and --out FILE.');
    process.exitCode = 2;
    return;
  }
  const opened = await open(part, options);
  if (!opened.ok) {
    console.error(`The file is refused: ${opened.failure.code}`);
    process.exitCode = 1;
    return;
  }
  // wx: nothing is overwritten, and nobody else may read it.
  if (options.out !== undefined)
    await writeFile(options.out, opened.value.content, { mode: 0o600, flag: 'wx' });
  print(opened.value);
}

async function open(part: string, { key, certificate, commission }: Options): Promise<Result<OpenedFile>> {
  const recipient = await certificateIn(certificate);
  const content = openSealed(await readFile(part), recipient.raw, createPrivateKey(await readFile(key)));
  if (!content.ok) return content;
  const signed = parseSignedDocument(content.value);
  if (!signed.ok) return signed;
  const signer = new X509Certificate(signed.value.signer.der);
  const expected = commission === undefined ? signer : await certificateIn(commission);
  if (!expected.raw.equals(signer.raw)) return fail('signed-by-another');
  return ok({ content: signed.value.content, signer, signedAt: signed.value.signedAt });
}

async function certificateIn(file: string): Promise<X509Certificate> {
  return new X509Certificate(await readFile(file));
}

function print({ content, signer, signedAt }: OpenedFile): void {
  const lines = content.reduce((count, octet) => count + Number(octet === 0x0a), 0);
  console.log(`Bytes: ${content.length}, lines: ${lines}`);
  console.log(`SHA-256: ${createHash('sha256').update(content).digest('hex')}`);
  console.log(`Signed by: ${signer.subject.replaceAll('\n', ', ')}`);
  console.log(`SHA-256 of that certificate: ${signer.fingerprint256.replaceAll(':', '').toLowerCase()}`);
  console.log(`Signed at: ${signedAt?.toISOString() ?? 'not said'}`);
  console.log('The path of the certificate is not judged here.');
}
