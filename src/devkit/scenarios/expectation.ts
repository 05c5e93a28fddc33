/**
 * What the system must say, by its stable codes; the only place in the devkit that names codes of other rooms. What is refused
 * is never stored; what is struck out was accepted first.
 */
export const refusals = {
  malformedNumber: 'national-id-malformed',
  wrongCheckDigit: 'national-id-check-digit-wrong',
  residentNumber: 'national-id-not-citizen',
  numberOfAnother: 'national-id-not-the-certificates',
  revoked: 'certificate-revoked',
  expired: 'certificate-expired',
  notYetValid: 'certificate-not-yet-valid',
  untrusted: 'certificate-untrusted',
  wrongType: 'certificate-wrong-type',
  healthInsurance: 'certificate-health-insurance',
  wrongKeyUsage: 'certificate-wrong-key-usage',
  signatureWrong: 'evidence-signature-wrong',
  statementWrong: 'evidence-statement-wrong',
  staleChallenge: 'challenge-stale',
  foreignChallenge: 'challenge-for-another-purpose',
  alreadyCoSigned: 'already-co-signed',
} as const;

/** A code an attempt is refused with. */
export type Refusal = (typeof refusals)[keyof typeof refusals];

/** Reasons for which the check strikes out what was accepted. */
export const struckOutReasons = ['D01', 'R01', 'R02', 'R03', 'R04', 'R05'] as const;

/** A reason for striking out. */
export type StruckOutReason = (typeof struckOutReasons)[number];

/** What must become of an attempt. */
export type Expectation = 'accepted' | Refusal | StruckOutReason;

/** Whether what must become of an attempt is to be struck out by the check. */
export function isStruckOut(expectation: Expectation): expectation is StruckOutReason {
  return (struckOutReasons as readonly string[]).includes(expectation);
}
