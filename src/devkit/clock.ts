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

/** A clock that runs like any other and can be moved on: for a story that takes months in a minute. */
export class StoryClock implements Clock {
  private base: number;
  private since = performance.now();

  constructor(start: Date) {
    this.base = start.getTime();
  }

  now(): Date {
    return new Date(this.base + Math.floor(performance.now() - this.since));
  }

  /** Moves to an instant that has not been yet; earlier ones are refused, since time only goes on. */
  moveTo(at: Date): void {
    if (at.getTime() < this.now().getTime()) throw new RangeError('a story does not go back');
    this.base = at.getTime();
    this.since = performance.now();
  }

  /** Moves on by this many milliseconds. */
  advance(milliseconds: number): void {
    this.moveTo(new Date(this.now().getTime() + milliseconds));
  }
}
