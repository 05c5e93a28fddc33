import type { X509Certificate } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import { printable } from './terminal-text.js';
import type { Translator } from './translator.js';

/** How an opened file is shown. Its clear text contains national ID numbers, so it is written only with `clear` and `out`. */
export interface PresentationOptions {
  /** The file with the commission's certificate, where the signer was compared with it. */
  readonly commission?: string;
  readonly clear?: true;
  readonly out?: string;
  readonly json?: true;
}

/** A file that was opened, and whose signature verified. */
export interface OpenedFile {
  readonly content: Uint8Array;
  readonly signer: X509Certificate;
  readonly signedAt: Date | undefined;
}

/** Opens a signed and encrypted file, and shows a summary or why it is refused. Writes the clear text where the options say so. */
export async function presentFile(
  open: () => Promise<Result<OpenedFile>>,
  options: PresentationOptions,
  command: Command,
  translator: Translator,
): Promise<void> {
  if ((options.clear === true) !== (options.out !== undefined))
    command.error(translator.text('usage.clear-and-out'));
  const opened = await open();
  if (!opened.ok) {
    process.exitCode = 1;
    if (options.json === true) console.log(JSON.stringify({ failure: opened.failure.code }));
    else
      console.error(
        translator.paragraph(translator.text('roster.refused'), translator.explain(opened.failure)),
      );
    return;
  }
  if (options.out !== undefined) await writeClearText(options.out, opened.value);
  if (options.json === true) console.log(JSON.stringify(summaryOf(opened.value)));
  else {
    printSummary(opened.value, options.commission !== undefined, translator);
    if (options.out !== undefined) console.log(translator.text('roster.written', { file: options.out }));
  }
}

/** Writes the clear text. The flag wx prevents overwriting; the mode lets only the owner read the file. */
export async function writeClearText(file: string, { content }: OpenedFile): Promise<void> {
  await writeFile(file, content, { mode: 0o600, flag: 'wx' });
}

/** What can be said of an opened file without showing what it holds. */
export function summaryOf({ content, signer, signedAt }: OpenedFile) {
  return {
    bytes: content.length,
    lines: content.reduce((count, octet) => count + Number(octet === 0x0a), 0),
    sha256: sha256Hex(content),
    signer: signer.subject.replaceAll('\n', ', '),
    signerSha256: signer.fingerprint256.replaceAll(':', '').toLowerCase(),
    signedAt: signedAt?.toISOString() ?? null,
  };
}

/** Prints the summary. `compared` says whether the signer was compared with the commission's certificate. */
export function printSummary(file: OpenedFile, compared: boolean, translator: Translator): void {
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
  console.log(translator.text(compared ? 'roster.expected' : 'roster.unexpected'));
  console.log(translator.text('roster.not-judged'));
}
