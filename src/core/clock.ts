/** Where the time comes from. The core never asks; services do, so that a test or a demo can say what time it is. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

/** Injection token for {@link Clock}. */
export const CLOCK = Symbol('Clock');
