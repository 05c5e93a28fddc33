import type { StruckOutList } from '../../core/ceremony/index.js';
import { decodeStrictUtf8 } from '../../core/encodings.js';
import { parsePem } from '../../core/pem.js';
import { groupOfCode } from '../../core/reason-group.js';

/** The certificate that the published result of the case names as the commission's: the first of its PEM file. */
export function commissionCertificate(pem: string): Uint8Array | undefined {
  const certificates = parsePem(pem, 'CERTIFICATE');
  return certificates.ok ? certificates.value[0] : undefined;
}

/**
 * Whether the totals agree with the published result (`result.json`): all rows together, and each group of reasons of which the number is
 * public. Small numbers are not.
 */
export function agreesWithResult({ totals }: Pick<StruckOutList, 'totals'>, result: Uint8Array): boolean {
  const published = publishedNumbers(result);
  if (published === undefined) return false;
  const listed = new Map<string, number>();
  let all = 0;
  for (const [code, { count }] of totals) {
    const group = groupOfCode(code) ?? code;
    listed.set(group, (listed.get(group) ?? 0) + count);
    all += count;
  }
  return (
    all === published.notCounted &&
    published.groups.every(([group, count]) => (listed.get(group) ?? 0) === count)
  );
}

interface PublishedTally {
  readonly notCounted: Readonly<Record<string, unknown>>;
}

interface PublishedNumbers {
  readonly notCounted: number;
  /** The groups of which both kinds' numbers are public. */
  readonly groups: readonly (readonly [string, number])[];
}

function publishedNumbers(result: Uint8Array): PublishedNumbers | undefined {
  try {
    const { joint, electronic, paper } = JSON.parse(decodeStrictUtf8(result) ?? '') as {
      readonly joint: { readonly submitted: number; readonly valid: number };
      readonly electronic: PublishedTally;
      readonly paper: PublishedTally;
    };
    const named = new Set([...Object.keys(electronic.notCounted), ...Object.keys(paper.notCounted)]);
    const shown = [...named].flatMap((group) => {
      const counts = [electronic.notCounted[group] ?? 0, paper.notCounted[group] ?? 0];
      const sum = counts.reduce<number>((all, each) => all + (typeof each === 'number' ? each : NaN), 0);
      return Number.isNaN(sum) ? [] : [[group, sum] as const];
    });
    return { notCounted: joint.submitted - joint.valid, groups: shown };
  } catch {
    return undefined;
  }
}
