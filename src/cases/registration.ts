import { parseCaseNumber } from '../core/case-number.js';
import { equalOctets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256 } from '../core/sha256.js';
import { caseDocument, type CaseText, checkCaseText, type SealingMode } from '../core/statement/index.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import {
  type Certificate,
  certificateExtensions,
  KeyUsage,
  nameAttribute,
  Oid,
  parseCertificate,
} from '../core/x509/index.js';
import type { Case } from './case.js';
import { codePeriod } from './days.js';
import type { LeadCertificateErrorCode, RegistrationErrorCode } from './errors.js';
import { noClosures, type OfficeDays } from './calendar/office-days.js';

/** What the commission enters for a proposal that has passed the proposal stage. */
export interface Registration extends CaseText {
  readonly number: string;
  /** DER. */
  readonly leadSigningCertificate: Uint8Array;
  /** DER. */
  readonly leadEncryptionCertificate: Uint8Array;
  readonly electorTotal: number;
  /** The day of the notice that the proposal was taken (通知日), today or earlier: from it the lead has ten days to receive the code. */
  readonly noticedOn: TaipeiDate;
  /** What the lead will read of each co-signature: by default its national ID number. */
  readonly mode?: SealingMode | undefined;
}

/**
 * Checks what was entered and computes the rest: texts in canonical form, digest, threshold, the last day for the code. Nothing is
 * stored. A notice whose ten days are over is refused: the case has lapsed (REG 4, ACT 10).
 */
export function registeredCase(
  registration: Registration,
  today: TaipeiDate,
  offices: OfficeDays = noClosures,
): Result<Case, RegistrationErrorCode> {
  const number = parseCaseNumber(registration.number);
  if (!number.ok) return number;
  const text = checkCaseText(registration);
  if (!text.ok) return text;
  const threshold = thresholdOf(registration.electorTotal);
  if (!threshold.ok) return threshold;
  const certificates = checkLeadCertificates(registration);
  if (!certificates.ok) return certificates;
  const { noticedOn } = registration;
  const { lastDay: codeDueOn } = codePeriod(noticedOn, offices);
  if (noticedOn > today || codeDueOn < today) return fail('notice-out-of-range');
  return ok({
    ...text.value,
    ...certificates.value,
    number: number.value,
    documentDigest: sha256(caseDocument(text.value.mainText, text.value.reason)),
    electorTotal: registration.electorTotal,
    threshold: threshold.value,
    mode: registration.mode ?? 'number-to-lead',
    registeredOn: today,
    noticedOn,
    codeDueOn,
    state: 'registered',
    stateSince: today,
    rounds: [],
  });
}

/** The two certificates of a lead's card, DER. */
export type LeadCertificatePair = Pick<Case, 'leadSigningCertificate' | 'leadEncryptionCertificate'>;

/** A card carries two certificates of one holder. Their trust is validated each time one is used, not here. */
export function checkLeadCertificates(
  registration: LeadCertificatePair,
): Result<LeadCertificatePair, LeadCertificateErrorCode> {
  const { leadSigningCertificate, leadEncryptionCertificate } = registration;
  const signing = parseCertificate(leadSigningCertificate);
  if (!signing.ok) return fail('lead-certificate-malformed', { which: 'signing' });
  const encryption = parseCertificate(leadEncryptionCertificate);
  if (!encryption.ok) return fail('lead-certificate-malformed', { which: 'encryption' });
  const holder = holderOf(signing.value);
  const oneHolder = holder !== undefined && holder === holderOf(encryption.value);
  const twoCertificates = !equalOctets(leadSigningCertificate, leadEncryptionCertificate);
  if (!oneHolder || !twoCertificates) return fail('lead-certificates-differ');
  if (!allows(signing.value, KeyUsage.digitalSignature)) return fail('lead-certificate-not-for-signing');
  if (!allows(encryption.value, KeyUsage.keyEncipherment)) return fail('lead-certificate-not-for-encryption');
  return ok({ leadSigningCertificate, leadEncryptionCertificate });
}

/**
 * Whether the certificate's keyUsage allows this. Without this check, two certificates entered the wrong way round
 * would be noticed only when the lead's card can't open the round key.
 */
function allows(certificate: Certificate, usage: number): boolean {
  const extensions = certificateExtensions(certificate);
  return (
    extensions.ok && extensions.value.keyUsage !== undefined && (extensions.value.keyUsage & usage) !== 0
  );
}

function holderOf(certificate: Certificate): string | undefined {
  return nameAttribute(certificate.subject, Oid.serialNumberAttribute);
}

/** The greatest number of electors accepted: nine digits, far above any electoral register of Taiwan. */
const maximumElectors = 999_999_999;

/**
 * Co-signatures a case needs: 1.5 % of the electors of the last presidential election, rounded up (ACT 12, RULES 10).
 * Integer arithmetic, so there is no rounding error.
 */
export function thresholdOf(electorTotal: number): Result<number, 'elector-total-out-of-range'> {
  if (!Number.isInteger(electorTotal) || electorTotal < 1 || electorTotal > maximumElectors)
    return fail('elector-total-out-of-range');
  return ok(Number((BigInt(electorTotal) * 15n + 999n) / 1000n));
}
