import type { Clock } from '../core/clock.js';

/** A clock that stands still until a test sets it. */
export class ManualClock implements Clock {
  private milliseconds: number;

  constructor(at: Date) {
    this.milliseconds = at.getTime();
  }

  now(): Date {
    return new Date(this.milliseconds);
  }

  /** Moves forward by this many milliseconds, or back if negative. */
  advance(milliseconds: number): void {
    this.milliseconds += milliseconds;
  }

  /** Sets the current time. */
  set(at: Date): void {
    this.milliseconds = at.getTime();
  }
}

/** A running clock that can be moved forward. The demo's story covers months in about a minute. */
export class StoryClock implements Clock {
  private base: number;
  private since = performance.now();

  constructor(start: Date) {
    this.base = start.getTime();
  }

  now(): Date {
    return new Date(this.base + Math.floor(performance.now() - this.since));
  }

  /** Moves forward to this time. Throws a RangeError if it lies in the past. */
  moveTo(at: Date): void {
    if (at.getTime() < this.now().getTime()) throw new RangeError('a StoryClock cannot move back');
    this.base = at.getTime();
    this.since = performance.now();
  }

  /** Moves forward by this many milliseconds. */
  advance(milliseconds: number): void {
    this.moveTo(new Date(this.now().getTime() + milliseconds));
  }
}
