/** A span of time in milliseconds since the epoch: from `from` on, until before `until`. */
export interface ValidityWindow {
  readonly from: number;
  /** Infinity while no end is known. */
  readonly until: number;
}

/** True when `at` is inside. */
export const contains = (window: ValidityWindow, at: Date): boolean =>
  window.from <= at.getTime() && at.getTime() < window.until;

/** True when some instant is in both. */
export const overlaps = (one: ValidityWindow, other: ValidityWindow): boolean =>
  one.from < other.until && other.from < one.until;
