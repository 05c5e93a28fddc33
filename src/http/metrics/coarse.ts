/**
 * Rounds up to the first of `steps` (ascending) that is not smaller; above the last it is the last. The first step covers ordinary
 * service, so that a value moves only where an operator should look: ADR 33.
 */
export function roundedUp(value: number, steps: readonly number[]): number {
  return steps.find((step) => value <= step) ?? steps.at(-1) ?? value;
}

/** Rounds down to the last of `steps` (ascending) that is not larger; below the first it is 0. */
export function roundedDown(value: number, steps: readonly number[]): number {
  return steps.findLast((step) => step <= value) ?? 0;
}

/** A value that is worked out anew when it is asked for, but not more often than every so many milliseconds. */
export class Late<Value> {
  private last: { readonly at: number; readonly value: Value } | undefined;

  constructor(
    private readonly everyMilliseconds: number,
    private readonly compute: (sinceMilliseconds: number) => Value,
    /** Milliseconds that only go forward. */
    private readonly now: () => number = () => performance.now(),
    private begun: number = now(),
  ) {}

  value(): Value {
    const at = this.now();
    if (this.last === undefined || at - this.last.at >= this.everyMilliseconds) {
      this.last = { at, value: this.compute(at - this.begun) };
      this.begun = at;
    }
    return this.last.value;
  }
}
