import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { openSealed, parseSignedDocument } from '../core/cms/index.js';
import { equalOctets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import { certificateIn, privateKeyIn } from './input-files.js';
import { commandGroup } from './localized-command.js';
import { printable } from './terminal-text.js';
import type { Translator } from './translator.js';

interface Options {
  readonly key: string;
  readonly certificate: string;
  readonly commission?: string;
  readonly clear?: true;
  readonly out?: string;
  readonly json?: true;
}

interface OpenedFile {
  readonly content: Uint8Array;
  readonly signer: X509Certificate;
  readonly signedAt: Date | undefined;
}

/** `lianshu roster open`: opens a file of the roster as MOI does. Writes national ID numbers only with `--clear`. */
export function registerRosterOpen(program: Command, translator: Translator): void {
  commandGroup(program, 'roster', translator.text('help.roster'))
    .command('open')
    .description(translator.text('help.roster-open'))
    .argument('<part>', translator.text('argument.roster-part'))
    .requiredOption('--key <file>', translator.text('option.ministry-key'))
    .requiredOption('--certificate <file>', translator.text('option.ministry-certificate'))
    .option('--commission <file>', translator.text('option.commission'))
    .option('--clear', translator.text('option.clear-out'))
    .option('--out <file>', translator.text('option.clear-file'))
    .option('--json', translator.text('option.json'))
    .action((part: string, options: Options, command: Command) => run(part, options, command, translator));
}

async function run(part: string, options: Options, command: Command, translator: Translator): Promise<void> {
  if ((options.clear === true) !== (options.out !== undefined))
    command.error(translator.text('usage.clear-and-out'));
  const opened = await open(part, options);
  if (!opened.ok) {
    process.exitCode = 1;
    if (options.json === true) console.log(JSON.stringify({ failure: opened.failure.code }));
    else
      console.error(
        translator.paragraph(translator.text('roster.refused'), translator.explain(opened.failure)),
      );
    return;
  }
  // The flag wx prevents overwriting; the mode lets only the owner read the file.
  if (options.out !== undefined)
    await writeFile(options.out, opened.value.content, { mode: 0o600, flag: 'wx' });
  if (options.json === true) console.log(JSON.stringify(summaryOf(opened.value)));
  else print(opened.value, options, translator);
}

async function open(part: string, { key, certificate, commission }: Options): Promise<Result<OpenedFile>> {
  const recipient = await certificateIn(certificate);
  const content = openSealed(await readFile(part), recipient.raw, await privateKeyIn(key));
  if (!content.ok) return content;
  const signed = parseSignedDocument(content.value);
  if (!signed.ok) return signed;
  const signer = new X509Certificate(signed.value.signer.der);
  const expected = commission === undefined ? signer : await certificateIn(commission);
  if (!equalOctets(expected.raw, signer.raw)) return fail('roster-signed-by-another');
  return ok({ content: signed.value.content, signer, signedAt: signed.value.signedAt });
}

function summaryOf({ content, signer, signedAt }: OpenedFile) {
  return {
    bytes: content.length,
    lines: content.reduce((count, octet) => count + Number(octet === 0x0a), 0),
    sha256: sha256Hex(content),
    signer: signer.subject.replaceAll('\n', ', '),
    signerSha256: signer.fingerprint256.replaceAll(':', '').toLowerCase(),
    signedAt: signedAt?.toISOString() ?? null,
  };
}

function print(file: OpenedFile, { commission, out }: Options, translator: Translator): void {
  const { bytes, lines, sha256, signer, signerSha256, signedAt } = summaryOf(file);
  console.log(translator.text('roster.size', { bytes, lines }));
  console.log(translator.text('roster.digest', { value: sha256 }));
  console.log(translator.text('roster.signer', { value: printable(signer) }));
  console.log(translator.text('roster.signer-digest', { value: signerSha256 }));
  console.log(
    signedAt === null
      ? translator.text('roster.signed-at-unsaid')
      : translator.text('roster.signed-at', { value: signedAt }),
  );
  console.log(translator.text(commission === undefined ? 'roster.unexpected' : 'roster.expected'));
  console.log(translator.text('roster.not-judged'));
  if (out !== undefined) console.log(translator.text('roster.written', { file: out }));
}
