import { fail, type Failure } from '../../core/result';
import type { ProgramFailureCode } from './card-failure';

/** `last_error` of a PIN that was refused: codes of PKCS #11 (CKR_…), and two of the program's own that count the tries left. */
const byLastError: ReadonlyMap<number, ProgramFailureCode> = new Map([
  [0xa0, 'card-wrong-pin'],
  [0xa2, 'card-pin-length'],
  [0xa4, 'card-locked'],
  [-2147483647, 'card-wrong-pin-one-try-left'],
  [-2147483646, 'card-wrong-pin-two-tries-left'],
]);

const byReturnCode: ReadonlyMap<number, ProgramFailureCode | 'card-timed-out' | 'card-cancelled'> = new Map([
  [0x76000003, 'card-nothing-to-sign'],
  [0x76000004, 'card-nothing-to-decrypt'],
  [0x76000006, 'card-no-card'],
  [0x7600000b, 'card-request-malformed'],
  [0x7600000c, 'card-request-malformed'],
  [0x7600000d, 'card-timed-out'],
  [0x7600000e, 'card-request-malformed'],
  [0x7600000f, 'card-site-not-allowed'],
  [0x76000031, 'card-site-not-allowed'],
  [0x76000998, 'card-pin-missing'],
  [0x76000999, 'card-cancelled'],
  [0x76100003, 'card-no-reader'],
  [0x76100006, 'card-login-failed'],
  [0x7610000c, 'card-certificate-not-found'],
  [0x7610000d, 'card-key-not-found'],
  [0x76400001, 'card-decryption-failed'],
  [0x76400002, 'card-decryption-failed'],
  [0x76400003, 'card-decryption-failed'],
  [0x76500001, 'card-certificate-not-yet-valid'],
  [0x76500002, 'card-certificate-expired'],
  [0x76600002, 'card-request-malformed'],
]);

/** 0x7630000x: signing. */
const signingFailed = 0x7630000;

/**
 * What a `ret_code` other than 0 and a `last_error` of the card program mean. Both may come as int32, in which codes from 0x80000000 on are
 * negative. What `last_error` says about the PIN says more than the `ret_code`.
 */
export function failureOfProgram(
  returnCode: number,
  lastError: number,
): Failure<ProgramFailureCode | 'card-timed-out' | 'card-cancelled'> {
  const code = returnCode >>> 0;
  const known = byLastError.get(lastError | 0) ?? byReturnCode.get(code);
  if (known !== undefined) return { code: known };
  if (code >>> 4 === signingFailed) return { code: 'card-signing-failed' };
  return fail('card-program-failed', { code: `0x${code.toString(16).toUpperCase()}` }).failure;
}
