import { der, parseDer } from '../der/index.js';
import { readAlgorithmIdentifier } from './algorithm-identifier.js';
import { Oid } from './oids.js';

const maximumKeyBytes = 16_384;

interface KeyParts {
  readonly algorithm: string;
  readonly parameters: Uint8Array | undefined;
  readonly key: Uint8Array;
}

/**
 * RFC 5280 6.1.4 (d)–(f): a DSA key without parameters takes those of the key that certified it. Returns `publicKey` itself in
 * every other case. Both are SubjectPublicKeyInfo, DER; `issuerKey` already complete.
 */
export function completeKey(publicKey: Uint8Array, issuerKey: Uint8Array): Uint8Array {
  if (!hasInheritedParameters(publicKey)) return publicKey;
  const own = readParts(publicKey);
  const issuer = readParts(issuerKey);
  if (own === undefined || issuer?.algorithm !== Oid.dsa || issuer.parameters === undefined) return publicKey;
  return der.sequence(der.sequence(der.oid(Oid.dsa), issuer.parameters), own.key);
}

/** Whether a SubjectPublicKeyInfo (DER) is a DSA key that leaves its parameters to the key that certified it. */
export function hasInheritedParameters(publicKey: Uint8Array): boolean {
  if (!holdsDsaIdentifier(publicKey)) return false;
  const own = readParts(publicKey);
  return own?.algorithm === Oid.dsa && own.parameters === undefined;
}

const dsaIdentifier = Buffer.from(der.oid(Oid.dsa));

// The identifier stands within the first octets of a SubjectPublicKeyInfo: other keys are spared the reading.
function holdsDsaIdentifier(publicKey: Uint8Array): boolean {
  return Buffer.from(publicKey.buffer, publicKey.byteOffset, Math.min(publicKey.length, 24)).includes(
    dsaIdentifier,
  );
}

function readParts(publicKey: Uint8Array): KeyParts | undefined {
  const parts = parseDer(publicKey, maximumKeyBytes, (reader) => {
    const fields = reader.into();
    const { algorithm, parameters } = readAlgorithmIdentifier(fields);
    const key = fields.element().der;
    fields.end();
    return { algorithm, parameters: isAbsent(parameters) ? undefined : parameters, key };
  });
  return parts.ok ? parts.value : undefined;
}

// RFC 5280 6.1.4 (e): null parameters are as good as none.
function isAbsent(parameters: Uint8Array | undefined): boolean {
  return parameters === undefined || parameters[0] === 0x05;
}
