import type { Clock } from '../core/clock.js';

/** A clock that stands still until it is told otherwise. */
export class ManualClock implements Clock {
  private milliseconds: number;

  constructor(at: Date) {
    this.milliseconds = at.getTime();
  }

  now(): Date {
    return new Date(this.milliseconds);
  }

  /** Moves on (or back, if negative) by this many milliseconds. */
  advance(milliseconds: number): void {
    this.milliseconds += milliseconds;
  }

  /** Sets the present instant. */
  set(at: Date): void {
    this.milliseconds = at.getTime();
  }
}
