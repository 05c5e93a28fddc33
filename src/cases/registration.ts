import { type CaseText, caseDocumentDigest, checkCaseText } from '../core/statement.js';
import type { TaipeiDate } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import {
  type Certificate,
  certificateExtensions,
  KeyUsage,
  nameAttribute,
  Oid,
  parseCertificate,
} from '../core/x509/index.js';
import type { Case } from './case.js';
import { parseCaseNumber } from './case-number.js';
import type { CaseErrorCode } from './errors.js';
import { thresholdOf } from './threshold.js';

/** What the commission enters for a proposal that has passed its own stage. */
export interface Registration extends CaseText {
  readonly number: string;
  /** DER. */
  readonly leadSigningCertificate: Uint8Array;
  /** DER. */
  readonly leadEncryptionCertificate: Uint8Array;
  readonly electorTotal: number;
}

/** Checks what was entered and works out the rest: texts in their one form, digest, threshold. Nothing is stored. */
export function registeredCase(registration: Registration, today: TaipeiDate): Result<Case, CaseErrorCode> {
  const number = parseCaseNumber(registration.number);
  if (!number.ok) return number;
  const text = checkCaseText(registration);
  if (!text.ok) return text;
  const threshold = thresholdOf(registration.electorTotal);
  if (!threshold.ok) return threshold;
  const certificates = checkLeadCertificates(registration);
  if (!certificates.ok) return certificates;
  return ok({
    ...text.value,
    ...certificates.value,
    number: number.value,
    documentDigest: caseDocumentDigest(text.value.mainText, text.value.reason),
    electorTotal: registration.electorTotal,
    threshold: threshold.value,
    registeredOn: today,
    state: 'registered',
    rounds: [],
  });
}

type LeadCertificates = Pick<Case, 'leadSigningCertificate' | 'leadEncryptionCertificate'>;

/** A card carries two certificates of one holder; whether they are trusted is judged each time one is used. */
function checkLeadCertificates(registration: Registration): Result<LeadCertificates, CaseErrorCode> {
  const { leadSigningCertificate, leadEncryptionCertificate } = registration;
  const signing = parseCertificate(leadSigningCertificate);
  if (!signing.ok) return fail('lead-certificate-malformed', { which: 'signing' });
  const encryption = parseCertificate(leadEncryptionCertificate);
  if (!encryption.ok) return fail('lead-certificate-malformed', { which: 'encryption' });
  const holder = holderOf(signing.value);
  const oneHolder = holder !== undefined && holder === holderOf(encryption.value);
  const twoCertificates = Buffer.compare(leadSigningCertificate, leadEncryptionCertificate) !== 0;
  if (!oneHolder || !twoCertificates) return fail('lead-certificates-differ');
  if (!allows(signing.value, KeyUsage.digitalSignature)) return fail('lead-certificate-not-for-signing');
  if (!allows(encryption.value, KeyUsage.keyEncipherment)) return fail('lead-certificate-not-for-encryption');
  return ok({ leadSigningCertificate, leadEncryptionCertificate });
}

/** Two certificates entered the wrong way round would be found out only when the lead's card can't open the round key. */
function allows(certificate: Certificate, usage: number): boolean {
  const extensions = certificateExtensions(certificate);
  return (
    extensions.ok && extensions.value.keyUsage !== undefined && (extensions.value.keyUsage & usage) !== 0
  );
}

function holderOf(certificate: Certificate): string | undefined {
  return nameAttribute(certificate.subject, Oid.serialNumberAttribute);
}
