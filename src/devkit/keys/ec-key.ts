import { createECDH } from 'node:crypto';
import { der } from '../../core/der/index.js';
import { Oid } from '../../core/x509/index.js';
import type { SeededRandom } from '../random.js';
import { toInteger, toOctets } from './big-integer.js';
import { type KeyPair, keyPairFrom } from './key-pair.js';

/** The NIST curves in use, with their order n (SP 800-186). */
export const curves = {
  p256: {
    name: 'prime256v1',
    oid: Oid.p256,
    octets: 32,
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  p384: {
    name: 'secp384r1',
    oid: Oid.p384,
    octets: 48,
    order:
      0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
} as const;

/** A deterministic key on a NIST curve, encoded as ECPrivateKey (RFC 5915). */
export function seededEcKey(random: SeededRandom, kind: 'p256' | 'p384'): KeyPair {
  const curve = curves[kind];
  const scalar = (toInteger(random.bytes(curve.octets + 8)) % (curve.order - 1n)) + 1n;
  const privateOctets = toOctets(scalar, curve.octets);
  const agreement = createECDH(curve.name);
  agreement.setPrivateKey(privateOctets);
  const encoded = der.sequence(
    der.integer(1),
    der.octetString(privateOctets),
    der.context(0, der.oid(curve.oid)),
    der.context(1, der.bitString(agreement.getPublicKey())),
  );
  return keyPairFrom(kind, encoded, 'sec1');
}
