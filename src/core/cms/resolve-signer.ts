import { equalOctets } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import type { Certificate } from '../x509/index.js';
import { resolveAlgorithms, type ResolvedAlgorithms } from './algorithms.js';
import { type CertificateIdentifier, identifiesCertificate } from './certificate-identifier.js';
import type { SignerErrorCode } from './errors.js';
import type { SignedData } from './signed-data.js';

/** A SignedData whose signer and algorithms are settled; its signature has not been verified. */
export interface ResolvedSignedData extends SignedData {
  /** The signer's certificate; nothing says yet that it is trusted. */
  readonly signer: Certificate;
  readonly algorithms: ResolvedAlgorithms;
}

/** Finds the signer's certificate in the bag and settles the algorithms. No cryptography yet. */
export function resolveSigner(signedData: SignedData): Result<ResolvedSignedData, SignerErrorCode> {
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
  identifier: CertificateIdentifier,
): Result<Certificate, 'evidence-certificate-missing' | 'evidence-certificate-ambiguous'> {
  const matches = certificates.filter((certificate) => identifiesCertificate(identifier, certificate));
  const [first, ...others] = matches;
  if (first === undefined) return fail('evidence-certificate-missing');
  return others.every((other) => equalOctets(other.der, first.der))
    ? ok(first)
    : fail('evidence-certificate-ambiguous');
}
