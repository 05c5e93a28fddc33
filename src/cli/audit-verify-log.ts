import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { JSONWebKeySet } from 'jose';
import { type ChainHead, type ExportReport, verifyExport } from '../audit/index.js';
import type { SignerTrust } from '../core/signer-path.js';
import { publishedKeysIn } from './input-files.js';
import { TerminalProgress } from './progress.js';
import type { Translator } from './translator.js';

/** How an exported log is verified. */
export interface LogVerificationOptions {
  /** The file with the platform's published keys. */
  readonly keys: string;
  readonly trust: SignerTrust;
  readonly head?: ChainHead;
  /** A file with checkpoints noted elsewhere, one a line. */
  readonly checkpoints?: string;
  readonly json?: true;
}

/** Verifies an exported audit log and prints the result. Returns false if the log doesn't verify. */
export async function verifyLog(
  file: string,
  { keys, trust, head, checkpoints, json }: LogVerificationOptions,
  translator: Translator,
): Promise<boolean> {
  // The shape is checked already. jose checks the members of each key, and refuses a wrong one.
  const jwks = (await publishedKeysIn(keys)) as JSONWebKeySet;
  const noted = checkpoints === undefined ? [] : await linesIn(checkpoints);
  const expectations = { jwks, head, checkpoints: noted, ...trust };
  const verified = await verifyExport(linesOf(file, translator), expectations);
  if (json === true) {
    const { code, values } = verified.ok ? {} : verified.failure;
    console.log(
      JSON.stringify(
        verified.ok
          ? { valid: true, ...reportJson(verified.value) }
          : { valid: false, failure: code, values },
      ),
    );
  } else if (verified.ok) printHolding(verified.value, head !== undefined || noted.length > 0, translator);
  else
    console.error(
      translator.paragraph(translator.text('audit.log-broken'), translator.explain(verified.failure)),
    );
  return verified.ok;
}

function reportJson({ head, lastCheckpointAt, ...counts }: ExportReport): object {
  return { ...head, ...counts, lastCheckpointAt: lastCheckpointAt.toISOString() };
}

function printHolding(report: ExportReport, compared: boolean, translator: Translator): void {
  const { head, signatures, checkpoints, covered, lastCheckpointAt } = report;
  const { seq, hash } = head;
  console.log(translator.text('audit.log-whole', { events: seq, head: `${seq}:${hash}` }));
  console.log(translator.text('audit.signatures', { signatures }));
  const at = lastCheckpointAt.toISOString();
  console.log(translator.text('audit.checkpoints', { checkpoints, at }));
  if (covered < seq) console.log(translator.text('audit.uncovered', { from: covered + 1, to: seq }));
  if (!compared) console.log(translator.text('audit.note-down'));
  console.log(translator.text('bundle.not-checked'));
  console.log(`  – ${translator.text('audit.not-checked-revocation')}`);
  console.log(`  – ${translator.text('audit.not-checked-requester')}`);
}

async function linesIn(file: string): Promise<readonly string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

async function* linesOf(file: string, translator: Translator): AsyncGenerator<string> {
  const { size } = await stat(file);
  const progress = new TerminalProgress(translator.text('progress.bytes'));
  const stream = createReadStream(file, 'utf8');
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      progress.update(stream.bytesRead, size);
      yield line;
    }
  } finally {
    progress.end();
    stream.destroy();
  }
}
