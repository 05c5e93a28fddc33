import { der, parseDer, Tag } from '../der/index.js';
import { decodeLatin1 } from '../encodings.js';
import { Oid } from './oids.js';
import { readSubjectPublicKeyInfo } from './public-key.js';

const maximumKeyBytes = 16_384;

interface DsaKey {
  /** Dss-Parms, DER; undefined when the key inherits them. */
  readonly parameters: Uint8Array | undefined;
  /** The content of the BIT STRING. */
  readonly bits: Uint8Array;
}

/**
 * RFC 5280 §6.1.4 (d)–(f): a DSA key without parameters takes those of the key that certified it. In every other case `publicKey`
 * itself is returned. Both are SubjectPublicKeyInfo, DER; `issuerKey` is already complete.
 */
export function completeKey(publicKey: Uint8Array, issuerKey: Uint8Array): Uint8Array {
  const own = dsaKey(publicKey);
  if (own === undefined || own.parameters !== undefined) return publicKey;
  const issuer = dsaKey(issuerKey);
  if (issuer?.parameters === undefined) return publicKey;
  return der.sequence(der.sequence(dsaIdentifier, issuer.parameters), der.bitString(own.bits));
}

/** Whether a SubjectPublicKeyInfo (DER) is a DSA key that leaves its parameters to the key that certified it. */
export function hasInheritedParameters(publicKey: Uint8Array): boolean {
  const own = dsaKey(publicKey);
  return own !== undefined && own.parameters === undefined;
}

const dsaIdentifier = der.oid(Oid.dsa);
const dsaIdentifierText = decodeLatin1(dsaIdentifier);

function dsaKey(publicKey: Uint8Array): DsaKey | undefined {
  if (!startsWithDsa(publicKey)) return undefined;
  const parts = parseDer(publicKey, maximumKeyBytes, (reader) => {
    const { algorithm, bits } = readSubjectPublicKeyInfo(reader);
    const { parameters } = algorithm;
    // RFC 5280 §6.1.4 (e): null parameters count as none.
    return { parameters: parameters?.[0] === Tag.null ? undefined : parameters, bits };
  });
  return parts.ok ? parts.value : undefined;
}

// The identifier follows two headers of two to five octets. Any other key is told apart without reading it.
function startsWithDsa(publicKey: Uint8Array): boolean {
  return decodeLatin1(publicKey.subarray(0, 24)).includes(dsaIdentifierText);
}
