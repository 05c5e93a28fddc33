export { type AlgorithmIdentifier, readAlgorithmIdentifier } from './algorithm-identifier.js';
export { type AlgorithmPolicy, everyAlgorithm, strongAlgorithms } from './algorithm-policy.js';
export { type BasicConstraints } from './basic-constraints.js';
export { type CertificateExtensions, certificateExtensions } from './certificate-extensions.js';
export {
  type Certificate,
  maximumCertificateBytes,
  parseCertificate,
  readCertificate,
} from './certificate.js';
export { completeKey, hasInheritedParameters } from './complete-key.js';
export { type DirectoryAttribute, type MoicaHolder, moicaHolder } from './directory-attributes.js';
export {
  type DistributionPoint,
  type DistributionPointName,
  readDistributionPointName,
  readDistributionPoints,
  ReasonFlag,
} from './distribution-points.js';
export { type Extension, type Extensions, readExtensions } from './extension.js';
export { type GeneralName, readGeneralName, readGeneralNames } from './general-name.js';
export { type AccessDescription } from './information-access.js';
export { type AuthorityKeyIdentifier, readAuthorityKeyIdentifier } from './key-identifiers.js';
export { KeyUsage } from './key-usage.js';
export { nameKey, namesEqual, nameWithin, relativeNameKey, relativeNameKeys } from './name-comparison.js';
export { type GeneralSubtree, type NameConstraints } from './name-constraints.js';
export { decodeDirectoryString, type Name, type NameAttribute, nameAttribute, readName } from './name.js';
export { readNamedBits } from './named-bits.js';
export { Oid } from './oids.js';
export { type PolicyConstraints, type PolicyMapping } from './policies.js';
export {
  type AdmittedClaim,
  admitClaim,
  importPublicKey,
  type SignatureClaim,
  type SignatureErrorCode,
  verifyAdmitted,
  verifySignature,
} from './public-key.js';
export { type HashName } from './signature-algorithm.js';
