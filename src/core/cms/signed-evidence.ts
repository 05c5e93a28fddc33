import { fail, ok, type Result } from '../result.js';
import type { Certificate } from '../x509/index.js';
import { resolveAlgorithms, type ResolvedAlgorithms } from './algorithms.js';
import type { EvidenceErrorCode } from './errors.js';
import { equal } from './octets.js';
import { identifiesCertificate } from './recipient-identifier.js';
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
  const matches = certificates.filter((certificate) => identifiesCertificate(identifier, certificate));
  if (matches.length === 0) return fail('evidence-certificate-missing');
  const [first, ...others] = matches;
  return others.every((other) => equal(other.der, first.der))
    ? ok(first)
    : fail('evidence-certificate-ambiguous');
}
