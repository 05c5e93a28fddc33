export { addressBlock } from './address-block.js';
export { Limited, LimitGuard } from './limited.js';
export {
  defaultRateLimits,
  type LimitedUse,
  noRateLimits,
  RateLimits,
  type RateLimitSizes,
} from './rate-limits.js';
export type { WindowSize } from './window.js';
