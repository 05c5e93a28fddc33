import type { Clock } from '../../core/clock.js';

/** The machine's own clock. Keep it in step with NTP: certificates and deadlines are judged by it. */
export const systemClock: Clock = { now: () => new Date() };
