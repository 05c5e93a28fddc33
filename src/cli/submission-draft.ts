import { X509Certificate } from 'node:crypto';
import { equalOctets, hex } from '../core/octets.js';
import { sha256Hex } from '../core/sha256.js';
import { OperatorError } from './failure.js';
import { certificateIn } from './input-files.js';
import { fromBase64, type LeadCaseAnswer } from './lead-client.js';
import { expectOrigin, type LeadSession } from './lead-session.js';
import { fingerprint, printable } from './terminal-text.js';
import type { Translator } from './translator.js';

/** What there is to submit, in the form in which it is shown and signed. */
export interface Draft {
  readonly recordCount: number;
  readonly merkleRoot: Uint8Array;
  readonly commission: X509Certificate;
}

/**
 * Has recording stopped, and returns what there is to submit. Rejects with `origin-differs`, with `server-not-lianshu` for an answer that
 * can't be signed, and with `commission-differs` if the round key is to be wrapped for another certificate than the one in the file `expected`.
 */
export async function takeDraft(
  { client, origin }: LeadSession,
  expected: string | undefined,
): Promise<Draft> {
  const answer = await client.draft();
  expectOrigin(answer.origin, origin);
  const certificate = certificateOf(fromBase64(answer.commissionCertificate));
  if (certificate === undefined || !/^[0-9a-f]{64}$/.test(answer.merkleRoot))
    throw new OperatorError('server-not-lianshu', { server: origin });
  if (expected !== undefined && !(await certificateIn(expected)).raw.equals(certificate.raw))
    throw new OperatorError('commission-differs');
  const { recordCount, merkleRoot } = answer;
  return { recordCount, merkleRoot: Buffer.from(merkleRoot, 'hex'), commission: certificate };
}

function certificateOf(der: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}

/** Whether the same would be submitted. */
export function sameDraft(one: Draft, other: Draft): boolean {
  const sameRoot = equalOctets(one.merkleRoot, other.merkleRoot);
  return sameRoot && one.recordCount === other.recordCount && one.commission.raw.equals(other.commission.raw);
}

/** Shows on standard error what will be submitted, and what can't be undone. */
export function showDraft(
  draft: Draft,
  { number, mainText, round, threshold }: LeadCaseAnswer,
  translator: Translator,
): void {
  const { recordCount, merkleRoot, commission } = draft;
  const text = (key: Parameters<Translator['text']>[0], values?: Readonly<Record<string, string | number>>) =>
    console.error(translator.text(key, values));
  text('lead-submit.will-send');
  text('lead-submit.case', { case: number, round: round.round, text: printable(mainText) });
  text('lead-submit.count', { count: recordCount.toLocaleString(translator.language) });
  text('lead-submit.root', { value: fingerprint(hex(merkleRoot)) });
  text('lead-submit.commission', {
    name: printable(commission.subject.replaceAll('\n', ', ')),
    value: fingerprint(sha256Hex(commission.raw)),
  });
  if (recordCount < threshold) {
    const missing = (threshold - recordCount).toLocaleString(translator.language);
    text('lead-submit.below-threshold', { missing });
  }
  console.error(`\n${translator.text('lead-submit.no-return')}\n`);
}
