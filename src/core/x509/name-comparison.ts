import { Tag } from '../der/index.js';
import { decodeDirectoryString, type Name, type NameAttribute } from './name.js';
import { prepareString } from './string-preparation.js';

const stringTags: ReadonlySet<number> = new Set([
  Tag.utf8String,
  Tag.numericString,
  Tag.printableString,
  Tag.teletexString,
  Tag.ia5String,
  Tag.visibleString,
  Tag.universalString,
  Tag.bmpString,
]);

const canonicalForms = new WeakMap<Name, readonly string[]>();

/**
 * The canonical form of each relative name, in order: equal strings exactly where RFC 5280 7.1 calls the relative names
 * equal. Case, runs of spaces and the string type are of no account, nor is the order inside a relative name. Computed
 * once a Name.
 */
export function relativeNameKeys(name: Name): readonly string[] {
  const known = canonicalForms.get(name);
  if (known !== undefined) return known;
  const keys = name.relativeNames.map(relativeNameKey);
  canonicalForms.set(name, keys);
  return keys;
}

/** As {@link relativeNameKeys}, of one relative name. */
export function relativeNameKey(attributes: readonly NameAttribute[]): string {
  return attributes.length === 1
    ? attributeKey(attributes[0])
    : attributes.map(attributeKey).sort().join('\x01');
}

/** The canonical form of a whole name: equal strings exactly where the names are equal (RFC 5280 7.1). */
export function nameKey(name: Name): string {
  return relativeNameKeys(name).join('\x02');
}

/** Whether two names are equal (RFC 5280 7.1). */
export function namesEqual(one: Name, other: Name): boolean {
  return sameOctets(one.der, other.der) || sameKeys(relativeNameKeys(one), relativeNameKeys(other));
}

/** Whether `name` lies in the subtree below `base`, itself included (RFC 5280 4.2.1.10, directoryName). */
export function nameWithin(name: Name, base: Name): boolean {
  const keys = relativeNameKeys(name);
  return relativeNameKeys(base).every((key, index) => keys[index] === key);
}

function sameKeys(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, index) => other[index] === key);
}

function sameOctets(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && Buffer.compare(one, other) === 0;
}

// Prepared strings hold no control characters, so the separators cannot be forged.
function attributeKey({ type, tag, value }: NameAttribute): string {
  const prepared = stringTags.has(tag) ? prepareString(decodeDirectoryString(tag, value)) : undefined;
  return prepared === undefined
    ? `${type}#${tag}:${Buffer.from(value).toString('hex')}`
    : `${type}=${prepared}`;
}
