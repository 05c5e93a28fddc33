import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type ChainHead, verifyAuditLines } from '../../audit/index.js';
import { TerminalProgress } from '../progress.js';
import type { Voice } from '../voice.js';

/** Verifies an exported audit log and prints what it found; false where it isn't whole. */
export async function verifyLog(
  file: string,
  { head, json }: { readonly head?: ChainHead; readonly json?: true },
  voice: Voice,
): Promise<boolean> {
  const verified = await verifyAuditLines(linesOf(file, voice), head);
  if (json === true) {
    const { ok } = verified;
    const { code, values } = ok ? {} : verified.failure;
    console.log(
      JSON.stringify(ok ? { valid: true, ...verified.value } : { valid: false, failure: code, values }),
    );
  } else if (verified.ok) {
    const { seq, hash } = verified.value;
    console.log(voice.say('audit.log-whole', { events: seq, head: `${seq}:${hash}` }));
    if (head === undefined) console.log(voice.say('audit.note-down'));
  } else {
    console.error(voice.paragraph(voice.say('audit.log-broken'), voice.explain(verified.failure)));
  }
  return verified.ok;
}

async function* linesOf(file: string, voice: Voice): AsyncGenerator<string> {
  const { size } = await stat(file);
  const progress = new TerminalProgress(voice.say('progress.bytes'));
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
