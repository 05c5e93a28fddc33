/** Octets of a challenge before its time, and of the time. */
const timeOffset = 1;
const form = /^[A-Za-z0-9_-]{76}$/;

/**
 * When a challenge was issued, in milliseconds since the epoch, or undefined when it has not the form of one (see
 * `core/challenge.ts`). Read from evidence that the intake countersigned after checking the challenge's MAC and age, so
 * the check needs no challenge key.
 */
export function challengeTime(challenge: string): number | undefined {
  if (!form.test(challenge)) return undefined;
  return Number(Buffer.from(challenge, 'base64url').readBigUInt64BE(timeOffset));
}
