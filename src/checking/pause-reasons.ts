import { type CheckRunErrorCode, roundKeyErrorCodes } from './errors.js';
import { paperOpeningErrorCodes } from './paper/errors.js';

/** Why a batch isn't worked on. But for the first, it stopped by itself, and goes on once somebody has mended that. */
export const pauseReasons = [
  /** Staff paused it. */
  'paused-by-staff',
  ...roundKeyErrorCodes,
  ...paperOpeningErrorCodes,
  'revocation-archive-incomplete',
] as const satisfies readonly (CheckRunErrorCode | 'paused-by-staff')[];
export type PauseReason = (typeof pauseReasons)[number];
