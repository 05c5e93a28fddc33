import { type AlgorithmPolicy, importPublicKey } from '../core/x509/index.js';

/** True for a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) of RSA long enough, or of an allowed named curve. */
export function keyAllowed(subjectPublicKeyInfo: Uint8Array, allowed: AlgorithmPolicy): boolean {
  const key = importPublicKey(subjectPublicKeyInfo);
  const { modulusLength = 0, namedCurve = '' } = key?.asymmetricKeyDetails ?? {};
  const kind = key?.asymmetricKeyType;
  if (kind === 'rsa' || kind === 'rsa-pss') return modulusLength >= allowed.minimumRsaBits;
  return kind === 'ec' && allowed.curves.has(namedCurve);
}
