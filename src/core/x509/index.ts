export { type AlgorithmIdentifier, readAlgorithmIdentifier } from './algorithm-identifier.js';
export {
  type Certificate,
  maximumCertificateBytes,
  parseCertificate,
  readCertificate,
} from './certificate.js';
export { type Extension, type Extensions, readExtensions } from './extension.js';
export { decodeDirectoryString, type Name, type NameAttribute, nameAttribute, readName } from './name.js';
export { Oid } from './oids.js';
