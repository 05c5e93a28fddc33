import { fail, ok, type Result } from '../result.js';
import { type Certificate, Oid } from '../x509/index.js';
import { parseDer } from '../der/index.js';
import { resolveAlgorithms, type ResolvedAlgorithms } from './algorithms.js';
import type { EvidenceErrorCode } from './errors.js';
import type { SignedData } from './signed-data.js';
import type { SignerIdentifier } from './signer-info.js';

/** A SignedData whose signer and algorithms are settled; its signature has not been verified. */
export interface SignedEvidence extends SignedData {
  /** The signer's certificate; nothing says yet that it is trusted. */
  readonly signer: Certificate;
  readonly algorithms: ResolvedAlgorithms;
}

/** Finds the signer's certificate in the bag and settles the algorithms. No cryptography yet. */
export function settleSigner(signedData: SignedData): Result<SignedEvidence, EvidenceErrorCode> {
  const { signerInfo } = signedData;
  const signer = findSigner(signedData.certificates, signerInfo.identifier);
  if (!signer.ok) return signer;
  const algorithms = resolveAlgorithms(
    signerInfo.digestAlgorithm,
    signerInfo.signatureAlgorithm,
    signer.value.subjectPublicKeyInfo,
  );
  return algorithms.ok
    ? ok({ ...signedData, signer: signer.value, algorithms: algorithms.value })
    : algorithms;
}

/** MOICA's generations share one name, so name and serial number could fit two certificates: then nobody is the signer. */
function findSigner(
  certificates: readonly Certificate[],
  identifier: SignerIdentifier,
): Result<Certificate, 'evidence-certificate-missing' | 'evidence-certificate-ambiguous'> {
  const matches = certificates.filter((certificate) => isIdentifiedBy(certificate, identifier));
  if (matches.length === 0) return fail('evidence-certificate-missing');
  const [first, ...others] = matches;
  return others.every((other) => equal(other.der, first.der))
    ? ok(first)
    : fail('evidence-certificate-ambiguous');
}

function isIdentifiedBy(certificate: Certificate, identifier: SignerIdentifier): boolean {
  if (identifier.kind === 'issuer-and-serial-number') {
    return (
      equal(certificate.issuer.der, identifier.issuer) &&
      equal(certificate.serialNumber, identifier.serialNumber)
    );
  }
  const extension = certificate.extensions.get(Oid.subjectKeyIdentifier);
  if (extension === undefined) return false;
  const keyIdentifier = parseDer(extension.value, extension.value.length, (reader) => reader.octetString());
  return keyIdentifier.ok && equal(keyIdentifier.value, identifier.keyIdentifier);
}

/** True when both hold the same octets. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
