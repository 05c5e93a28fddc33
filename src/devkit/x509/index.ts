export { buildCertificate, type CertificateShape } from './certificate-builder.js';
export { buildCrl, type CrlEntryShape, type CrlShape } from './crl-builder.js';
export {
  authorityInfoAccess,
  authorityKeyIdentifier,
  basicConstraints,
  encodeExtension,
  extendedKeyUsage,
  extension,
  type ExtensionShape,
  keyUsage,
  type KeyUsageBit,
  ocspNoCheck,
  subjectAltName,
  subjectDirectoryAttributes,
  subjectKeyIdentifier,
} from './extension.js';
export { generalName, generalNames, type GeneralNameShape } from './general-name.js';
export {
  commonName,
  country,
  distinguishedName,
  distinguishedNameOfSets,
  holderSerial,
  type NameAttributeShape,
  organization,
  unit,
} from './name.js';
export {
  buildOcspError,
  buildOcspResponse,
  type OcspCertificateId,
  ocspCertificateId,
  type OcspShape,
  type OcspSingleShape,
  type OcspStatus,
} from './ocsp-builder.js';
export {
  certificatePolicies,
  inhibitAnyPolicy,
  nameConstraints,
  policyConstraints,
  policyMappings,
} from './policy-extension.js';
export {
  certificateIssuer,
  crlDistributionPoints,
  crlNumber,
  crlReason,
  deltaCrlIndicator,
  type DistributionPointShape,
  freshestCrl,
  invalidityDate,
  issuingDistributionPoint,
  type ReasonFlag,
  type RevocationReason,
} from './revocation-extension.js';
