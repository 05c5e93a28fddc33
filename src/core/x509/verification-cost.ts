import type { CurveName, PublicKey } from './public-key.js';
import { isImported } from './signature.js';

/*
 * What verifications cost, in units of one with RSA of 2,048 bits and the exponent 65,537: about 30 µs of node 20 with OpenSSL 3. A
 * search whose certificates somebody else chose has to know it before, because the dearest costs two hundred times as much.
 */

const curveCosts: Readonly<Record<CurveName, number>> = {
  prime256v1: 3,
  secp384r1: 24,
  secp521r1: 56,
  secp224r1: 14,
  secp256k1: 14,
};
const dsaCost = 14;
const ed25519Cost = 4;
const importCost = 4;
const octetsHashedForOne = 16_384;

/** The cost of verifying one signature over so many octets, and of importing the key where that has not been done. */
export function verificationCost(key: PublicKey, octets: number): number {
  return arithmeticCost(key) + Math.floor(octets / octetsHashedForOne) + (isImported(key) ? 0 : importCost);
}

function arithmeticCost(key: PublicKey): number {
  switch (key.kind) {
    case 'rsa':
    case 'rsa-pss':
      return Math.ceil(((key.modulusBits / 2048) ** 2 * Math.max(key.exponentBits / 17, 1)) / 1.5);
    case 'ec':
      return curveCosts[key.curve];
    case 'dsa':
      return dsaCost;
    case 'ed25519':
      return ed25519Cost;
  }
}
