import type { Clock } from '../../core/clock.js';
import { addressBlock } from './address-block.js';
import { CountingWindow, type WindowSize } from './window.js';

/** What is limited by address. */
export type LimitedUse = 'challenges' | 'sign-in' | 'co-signatures';

/** For each use, its windows: a short one against floods, a long one against patience. */
export type RateLimitSizes = Readonly<Record<LimitedUse, readonly WindowSize[]>>;

/**
 * Wide, since one address may be a mobile carrier's whole customer group or an office: a person needs two requests to co-sign. Each
 * process counts for itself.
 */
export const defaultRateLimits: RateLimitSizes = {
  challenges: [
    { seconds: 60, limit: 240 },
    { seconds: 3600, limit: 6000 },
  ],
  'sign-in': [
    { seconds: 60, limit: 20 },
    { seconds: 3600, limit: 200 },
  ],
  'co-signatures': [
    { seconds: 60, limit: 240 },
    { seconds: 3600, limit: 6000 },
  ],
};

/** No limits at all: for tests and measurements. */
export const noRateLimits: RateLimitSizes = { challenges: [], 'sign-in': [], 'co-signatures': [] };

/** Counts requests by address, in memory only. */
export class RateLimits {
  private readonly windows = new Map<LimitedUse, readonly CountingWindow[]>();

  constructor(
    sizes: RateLimitSizes,
    private readonly clock: Clock,
  ) {
    for (const use of ['challenges', 'sign-in', 'co-signatures'] as const) {
      this.windows.set(
        use,
        sizes[use].map((size) => new CountingWindow(size)),
      );
    }
  }

  /** Counts a request and answers 0, or answers the seconds to wait where one of the windows is full; then nothing is counted. */
  take(use: LimitedUse, address: string): number {
    const key = addressBlock(address);
    const now = this.clock.now().getTime();
    const windows = this.windows.get(use) ?? [];
    const wait = Math.max(0, ...windows.map((window) => window.wait(key, now)));
    if (wait === 0) for (const window of windows) window.hit(key, now);
    return wait;
  }
}
