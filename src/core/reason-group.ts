/**
 * What the public, and the bearer of a receipt, learn of a reason: a group of reasons and no more, so that nobody is exposed by the
 * exact one.
 */
export const reasonGroups = [
  /** The signature, the certificate or the number does not hold, the card was misused, or the holder took it back: E, M, W. */
  'evidence',
  /** The person counts already by another co-signature: D. */
  'repeated',
  /** Not eligible by the household registers: B, R (ACT 8). */
  'household-register',
  /** The paper row is wrong, unclear, not signed or forged: P (ACT 13). */
  'paper-form',
] as const;
export type ReasonGroup = (typeof reasonGroups)[number];

const groupOfLetter: Readonly<Record<string, ReasonGroup>> = {
  E: 'evidence',
  M: 'evidence',
  W: 'evidence',
  D: 'repeated',
  B: 'household-register',
  R: 'household-register',
  P: 'paper-form',
};

/** The group of a reason's code, by its first letter; undefined where no reason of ours begins so. */
export function groupOfCode(code: string): ReasonGroup | undefined {
  return groupOfLetter[code.slice(0, 1)];
}
