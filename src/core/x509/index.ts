export {
  type AlgorithmPolicy,
  everyAlgorithm,
  keyAllowed,
  keyFits,
  strongAlgorithms,
} from './algorithm-policy.js';
export { type CertificateExtensions, certificateExtensions } from './certificate-extensions.js';
export {
  type Certificate,
  type Extension,
  type Extensions,
  maximumCertificateBytes,
  parseCertificate,
  readCertificate,
  readExtensions,
} from './certificate.js';
export { completeKey, hasInheritedParameters } from './complete-key.js';
export {
  type DirectoryAttribute,
  directoryText,
  type MoicaHolder,
  moicaHolder,
} from './directory-attributes.js';
export { type GeneralName, readGeneralName, readGeneralNames } from './general-name.js';
export {
  type AccessDescription,
  type DistributionPoint,
  type DistributionPointName,
  readDistributionPointName,
  readDistributionPoints,
  ReasonFlag,
} from './information-access.js';
export {
  type AuthorityKeyIdentifier,
  KeyUsage,
  readAuthorityKeyIdentifier,
  readNamedBits,
} from './key-extensions.js';
export { nameKey, namesEqual, nameWithin, relativeNameKey, relativeNameKeys } from './name-comparison.js';
export {
  decodeDirectoryString,
  type Name,
  type NameAttribute,
  nameAttribute,
  readIssuerName,
  readName,
} from './name.js';
export { Oid } from './oids.js';
export type { BasicConstraints, GeneralSubtree, NameConstraints } from './path-extensions.js';
export type { PolicyConstraints, PolicyMapping } from './policy-extensions.js';
export { type PublicKey, publicKeyBits, readPublicKey, rsaPublicKey } from './public-key.js';
export { type AlgorithmIdentifier, type HashName, readAlgorithmIdentifier } from './signature-algorithm.js';
export {
  admitKey,
  type SignatureClaim,
  type SignatureErrorCode,
  signatureErrorCodes,
} from './signature-claim.js';
