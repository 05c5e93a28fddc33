import type { Clock } from '../../core/clock.js';

/** The machine's own clock. Synchronise it with NTP: the validity of certificates and all deadlines depend on it. */
export const systemClock: Clock = { now: () => new Date() };
