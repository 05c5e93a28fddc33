import { fail, ok, type Result } from '../core/result.js';
import type { Commitment } from '../core/identifiers.js';
import { isReasonCode, type ReasonCode } from './reason.js';
import type { Verdict } from './verdict.js';

const header = 'commitment,result';

/**
 * The published list of verdicts: CSV (RFC 4180, CRLF) `commitment,result`, commitments as hex and sorted, `00` for a record
 * that counts. It names no one; only the holder of a receipt can tell which line is theirs.
 */
export function verdictList(verdicts: readonly Verdict[]): Uint8Array {
  const lines = verdicts
    .map(({ commitment, code }) => `${Buffer.from(commitment).toString('hex')},${code ?? '00'}`)
    .sort();
  return Buffer.from([header, ...lines, ''].join('\r\n'), 'latin1');
}

/** Reads {@link verdictList}, strictly: sorted, each commitment once, known codes. */
export function readVerdictList(content: Uint8Array): Result<readonly Verdict[], 'bundle-malformed'> {
  const lines = Buffer.from(content).toString('latin1').split('\r\n');
  if (lines.shift() !== header || lines.pop() !== '') return fail('bundle-malformed', { line: 1 });
  const verdicts: Verdict[] = [];
  for (const [index, line] of lines.entries()) {
    const verdict = readLine(line);
    const sorted = index === 0 || lines[index - 1].slice(0, 64) < line.slice(0, 64);
    if (verdict === undefined || !sorted) return fail('bundle-malformed', { line: index + 2 });
    verdicts.push(verdict);
  }
  return ok(verdicts);
}

function readLine(line: string): Verdict | undefined {
  const match = /^([0-9a-f]{64}),([0-9A-Z]{2,3})$/.exec(line);
  if (match === null) return undefined;
  const commitment = new Uint8Array(Buffer.from(match[1], 'hex')) as Commitment;
  if (match[2] === '00') return { commitment, code: undefined };
  return isReasonCode(match[2]) ? { commitment, code: match[2] } : undefined;
}

/** Verdicts by reason; `undefined` counts those that stand. */
export function countVerdicts(verdicts: readonly Verdict[]): ReadonlyMap<ReasonCode | undefined, number> {
  const counts = new Map<ReasonCode | undefined, number>();
  for (const { code } of verdicts) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
