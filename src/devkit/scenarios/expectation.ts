/**
 * The codes with which the system must refuse an attempt. Only this file in the devkit names error codes of other rooms. A refused
 * attempt is never stored. A struck-out one was accepted first.
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

/** A code with which an attempt is refused. */
export type Refusal = (typeof refusals)[keyof typeof refusals];

/** The reasons for which the check strikes out an accepted co-signature. */
export const struckOutReasons = ['D01', 'R01', 'R02', 'R03', 'R04', 'R05'] as const;

/** A reason for striking out. */
export type StruckOutReason = (typeof struckOutReasons)[number];

/** The result that an attempt must have. */
export type Expectation = 'accepted' | Refusal | StruckOutReason;

/** Whether the check must strike out the attempt. */
export function isStruckOut(expectation: Expectation): expectation is StruckOutReason {
  return (struckOutReasons as readonly string[]).includes(expectation);
}
