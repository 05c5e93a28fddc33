/** How much work one search may do, whatever the pool. */
export interface WorkLimits {
  /** Signatures verified. */
  readonly signatures: number;
  /** Partial paths extended. */
  readonly steps: number;
  /** Names compared with name constraints. */
  readonly nameComparisons: number;
}

/** Enough for a chain of 100 certificates among 100 issuers of one name. At most about 25 ms of RSA-4096 verifications. */
export const defaultWorkLimits: WorkLimits = { signatures: 384, steps: 512, nameComparisons: 65_536 };

/** Counts work against its limits. A fresh one for each search. */
export class WorkBudget {
  /** Work done so far. */
  readonly used = { signatures: 0, steps: 0, nameComparisons: 0 };

  /** Whether a unit of work was refused. */
  exhausted = false;

  constructor(private readonly limits: WorkLimits = defaultWorkLimits) {}

  /** Takes one unit. False if none is left. */
  take(kind: keyof WorkLimits): boolean {
    if (this.used[kind] >= this.limits[kind]) {
      this.exhausted = true;
      return false;
    }
    this.used[kind]++;
    return true;
  }
}
