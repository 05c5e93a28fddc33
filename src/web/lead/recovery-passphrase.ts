import { openWithPassphrase } from '../../core/cms/open-envelope.js';
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

/** How a passphrase that a page made is typed again: in any case, with spaces around it. */
export const asMade = (typed: string): string => typed.trim().toLowerCase();

/**
 * Opens a wrapped key (CMS EnvelopedData, DER) by its recovery passphrase, as it was typed from paper; undefined where it doesn't open. It
 * is tried as it stands first: who opened the round by the command line made it up, with capitals perhaps. What comes out is not
 * authenticated.
 */
export async function openTypedPassphrase(
  envelope: Uint8Array,
  typed: string,
): Promise<Uint8Array | undefined> {
  for (const passphrase of new Set([typed, typed.trim(), asMade(typed)])) {
    const opened = await openWithPassphrase(envelope, passphrase);
    if (opened.ok) return opened.value;
  }
  return undefined;
}
