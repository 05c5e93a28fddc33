import {
  basicConstraints,
  buildCertificate,
  buildCrl,
  buildOcspResponse,
  type CertificateShape,
  commonName,
  type CrlShape,
  crlNumber,
  distinguishedName,
  type ExtensionShape,
  KeyPool,
  type KeyPair,
  keyUsage,
  type OcspShape,
  type OcspSingleShape,
  SeededRandom,
  valueOf,
} from '../../../src/devkit/index.js';
import { trustAnchor, type TrustAnchor, validatePath } from '../../../src/core/path/index.js';
import {
  checkRevocation,
  CrlIndex,
  type OcspResponse,
  parseOcspResponse,
  type RevocationFailure,
  type RevocationInput,
  type RevocationResult,
} from '../../../src/core/revocation/index.js';
import { type Certificate, parseCertificate } from '../../../src/core/x509/index.js';

const pool = new KeyPool(new SeededRandom('revocation tests'));

/** A P-256 key by name. */
export const key = (name: string): KeyPair => pool.key(name, 'p256');

/** A Name of one common name, DER. */
export const named = (name: string): Uint8Array => distinguishedName(commonName(name));

/** The time every check is for, and a day before and after it. */
export const at = new Date('2026-03-01T00:00:00Z');
export const yesterday = new Date('2026-02-28T00:00:00Z');
export const tomorrow = new Date('2026-03-02T00:00:00Z');

const caExtensions: readonly ExtensionShape[] = [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign')];

/** A certificate for `subject` by `issuer`. The keys have the same names. */
export function certificate(
  subject: string,
  issuer: string,
  shape: Partial<CertificateShape> & { readonly key?: string; readonly signedBy?: string } = {},
): Certificate {
  const { key: subjectKey = subject, signedBy = issuer, ...rest } = shape;
  return valueOf(
    parseCertificate(
      buildCertificate({
        signer: key(signedBy),
        publicKey: key(subjectKey).publicKey,
        subject: named(subject),
        issuer: named(issuer),
        serialNumber: 5,
        ...rest,
      }),
    ),
  );
}

/** As {@link certificate}, of an authority. */
export const authority = (
  subject: string,
  issuer: string,
  shape: Parameters<typeof certificate>[2] = {},
): Certificate => certificate(subject, issuer, { serialNumber: 2, extensions: caExtensions, ...shape });

/** A self-signed certificate as a trust anchor. */
export const anchor = (name: string, shape: Parameters<typeof certificate>[2] = {}): TrustAnchor =>
  trustAnchor(authority(name, name, shape));

/** The DER of a current CRL by `issuer`, number 10. */
export const crlBytes = (issuer: string, shape: Partial<CrlShape> = {}): Uint8Array =>
  buildCrl({
    signer: key(issuer),
    issuer: named(issuer),
    thisUpdate: yesterday,
    nextUpdate: tomorrow,
    extensions: [crlNumber(10)],
    ...shape,
  });

/** As {@link crlBytes}, read. */
export function crl(issuer: string, shape: Partial<CrlShape> = {}): CrlIndex {
  return read(crlBytes(issuer, shape));
}

/** Reads a CRL that must be well formed. */
export function read(bytes: Uint8Array): CrlIndex {
  return valueOf(CrlIndex.read(bytes));
}

/** The answer that the certificate is good, as of yesterday, until tomorrow. */
export const answer = (about: Certificate, shape: Partial<OcspSingleShape> = {}): OcspSingleShape => ({
  certificate: {
    issuer: about.issuer.der,
    issuerKey: key('ca').publicKey,
    serialNumber: about.serialNumber,
  },
  status: 'good',
  thisUpdate: yesterday,
  nextUpdate: tomorrow,
  ...shape,
});

/** The DER of an OCSP response by `ca`, produced just now. */
export const ocspBytes = (shape: Pick<OcspShape, 'responses'> & Partial<OcspShape>): Uint8Array =>
  buildOcspResponse({ signer: key('ca'), producedAt: at, ...shape });

/** As {@link ocspBytes}, read. */
export function ocsp(shape: Pick<OcspShape, 'responses'> & Partial<OcspShape>): OcspResponse {
  return valueOf(parseOcspResponse(ocspBytes(shape)));
}

/** `target`, issued by the anchor `ca`. */
export const targetCertificate = certificate('target', 'ca');
export const ca = anchor('ca');

/** Checks `target` under `ca` unless told otherwise. */
export const check = (input: Partial<RevocationInput>): RevocationResult =>
  checkRevocation({ path: [targetCertificate], anchor: ca, crls: [], ocsp: [], at, validatePath, ...input });

/** The result: `good`, or the code and the causes. */
export function verdict(result: RevocationResult): string {
  return result.ok ? 'good' : [result.failure.code, ...result.failure.causes].join(' ');
}

/** The failure of a check that must fail. */
export function failureOf(result: RevocationResult): RevocationFailure {
  if (result.ok) throw new Error('it is good');
  return result.failure;
}
