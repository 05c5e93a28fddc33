import { canonicalJson } from '../core/canonical-json.js';
import type { CaseNumber } from '../core/identifiers.js';
import { parseCaseNumber } from '../core/case-number.js';
import { type JsonReader, parseJson } from '../core/json.js';
import { equalOctets, hex } from '../core/octets.js';
import { sha256, sha256Hex } from '../core/sha256.js';
import { nameAttribute, Oid, parseCertificate } from '../core/x509/index.js';

/** The action by which two people replace the certificates of a lead, by its stable code. */
export const replaceLeadCertificate = 'replace-lead-certificate';

/** Other certificates for the lead of a case, DER: a lost or renewed card, a changed name. */
export interface LeadReplacement {
  readonly caseNumber: CaseNumber;
  /** SHA-256 of the signing certificate that is registered until then, 32 bytes. */
  readonly replaced: Uint8Array;
  readonly leadSigningCertificate: Uint8Array;
  readonly leadEncryptionCertificate: Uint8Array;
  /** Who holds the new ones (`holderDigest`), 32 bytes. */
  readonly holderDigest: Uint8Array;
}

/** Exactly what two people decide: canonical JSON (RFC 8785), with both subjects in words, and the new certificates themselves. */
export function replacementContent(
  { caseNumber, replaced, leadSigningCertificate, leadEncryptionCertificate, holderDigest }: LeadReplacement,
  registered: Uint8Array,
): Uint8Array {
  const content = {
    action: replaceLeadCertificate,
    case: caseNumber,
    subjectBefore: subjectOf(registered),
    signingSha256Before: hex(replaced),
    subjectAfter: subjectOf(leadSigningCertificate),
    signingSha256After: sha256Hex(leadSigningCertificate),
    encryptionSha256After: sha256Hex(leadEncryptionCertificate),
    holderSha256: hex(holderDigest),
    signingCertificate: base64(leadSigningCertificate),
    encryptionCertificate: base64(leadEncryptionCertificate),
  };
  return Buffer.from(canonicalJson(content));
}

const bounds = { size: 65_536, depth: 1 };
const digest = /^[0-9a-f]{64}$/;

/** Reads the content of such a decision; undefined for any other. Whoever has staff's login can write some of their own. */
export function readReplacementContent(content: Uint8Array): LeadReplacement | undefined {
  const read = parseJson(content, bounds, (json): LeadReplacement => {
    json.member('action').oneOf(replaceLeadCertificate);
    return {
      caseNumber: json.member('case').parsed(parseCaseNumber),
      replaced: Buffer.from(json.member('signingSha256Before').text(digest), 'hex'),
      leadSigningCertificate: bytesIn(json, 'signingCertificate'),
      leadEncryptionCertificate: bytesIn(json, 'encryptionCertificate'),
      holderDigest: Buffer.from(json.member('holderSha256').text(digest), 'hex'),
    };
  });
  return read.ok ? read.value : undefined;
}

/** Whether this content would make whoever has this certificate, or another of the same holder, the lead of a case. */
export function makesLead(
  content: Uint8Array,
  person: { readonly certificateDigest: Uint8Array; readonly holderDigest: Uint8Array },
): boolean {
  const read = readReplacementContent(content);
  if (read === undefined) return false;
  const certificates = [read.leadSigningCertificate, read.leadEncryptionCertificate];
  return (
    equalOctets(read.holderDigest, person.holderDigest) ||
    certificates.some((each) => equalOctets(sha256(each), person.certificateDigest))
  );
}

/** Name and holder number in a certificate's subject, for a line of what is signed. */
function subjectOf(certificate: Uint8Array): string {
  const parsed = parseCertificate(certificate);
  if (!parsed.ok) return '';
  const { subject } = parsed.value;
  const parts = [
    ['CN', nameAttribute(subject, Oid.commonName)],
    ['serialNumber', nameAttribute(subject, Oid.serialNumberAttribute)],
  ];
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(', ');
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const bytesIn = (json: JsonReader, member: string): Uint8Array =>
  Buffer.from(json.member(member).text(/^[A-Za-z0-9+/]+={0,2}$/), 'base64');
