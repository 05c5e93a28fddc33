import { randomOctets } from '../../core/cryptography.js';

/** Crockford's base 32 in lower case: no letter that is taken for a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const groups = 6;
const ofGroup = 4;

/**
 * A new recovery passphrase: six groups of four characters, 120 random bits, such as `7k2m-…`. With so many, a copy of the wrapped key is
 * of no use to anybody who tries passphrases; one that a person makes up seldom has half of them.
 */
export function makeRecoveryPassphrase(): string {
  const characters = [...randomOctets(groups * ofGroup)].map((octet) => alphabet.charAt(octet & 31));
  return Array.from({ length: groups }, (_, group) =>
    characters.slice(group * ofGroup, (group + 1) * ofGroup).join(''),
  ).join('-');
}
