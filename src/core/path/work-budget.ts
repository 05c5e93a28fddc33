/** How much work one search may do, whatever the pool. */
export interface WorkLimits {
  /** Signatures verified. */
  readonly signatures: number;
  /** What these cost together, by `verificationCost`: 30 µs each. */
  readonly arithmetic: number;
  /** Certificates and anchors looked at: as issuers of another, and in a path. */
  readonly lookups: number;
  /** Partial paths extended. */
  readonly steps: number;
  /** Certificates checked at their place in a path. A large one counts as several. */
  readonly checks: number;
  /** Names compared with name constraints. */
  readonly nameComparisons: number;
}

/**
 * Enough for a chain of 36 certificates with a key on P-256 each, or of 9 on P-384. Each limit by itself is about 10 ms of a processor
 * that does nothing else.
 */
export const defaultWorkLimits: WorkLimits = {
  signatures: 256,
  arithmetic: 256,
  lookups: 32_768,
  steps: 512,
  checks: 4096,
  nameComparisons: 32_768,
};

/** Counts work against its limits. A fresh one for each search. */
export class WorkBudget {
  /** Work done so far. */
  readonly used = { signatures: 0, arithmetic: 0, lookups: 0, steps: 0, checks: 0, nameComparisons: 0 };

  /** Whether work was refused. */
  exhausted = false;

  constructor(private readonly limits: WorkLimits = defaultWorkLimits) {}

  /** Takes so many units. False if fewer are left. */
  take(kind: keyof WorkLimits, units = 1): boolean {
    if (this.used[kind] + units > this.limits[kind]) {
      this.exhausted = true;
      return false;
    }
    this.used[kind] += units;
    return true;
  }
}
