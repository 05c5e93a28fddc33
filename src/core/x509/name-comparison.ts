import { Tag } from '../der/index.js';
import { equalOctets, hex } from '../octets.js';
import { decodeDirectoryString, type Name, type NameAttribute } from './name.js';

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

/** Stands between the attributes of a relative name. Prepared strings hold no control characters, so none can hold it. */
const separator = '\x01';

const canonicalForms = new WeakMap<Name, readonly string[]>();

/**
 * The canonical form of each relative name, in order. Two forms are the same string exactly where RFC 5280 §7.1 calls the
 * relative names equal: case, repeated spaces, the string type, and the order inside a relative name make no difference.
 * Computed once for each Name.
 */
export function relativeNameKeys(name: Name): readonly string[] {
  const known = canonicalForms.get(name);
  if (known !== undefined) return known;
  const keys = name.relativeNames.map(relativeNameKey);
  canonicalForms.set(name, keys);
  return keys;
}

/** As {@link relativeNameKeys}, for one relative name. */
export function relativeNameKey(attributes: readonly NameAttribute[]): string {
  const [first] = attributes;
  return attributes.length === 1 && first !== undefined
    ? attributeKey(first)
    : attributes.map(attributeKey).sort().join(separator);
}

/** The canonical form of a whole name: the same string exactly where the names are equal (RFC 5280 §7.1). */
export function nameKey(name: Name): string {
  return relativeNameKeys(name).join('\x02');
}

/** Whether two names are equal (RFC 5280 §7.1). */
export function namesEqual(one: Name, other: Name): boolean {
  return equalOctets(one.der, other.der) || sameKeys(relativeNameKeys(one), relativeNameKeys(other));
}

/**
 * Whether `name` is `base` or lies in the subtree below it (RFC 5280 §4.2.1.10, directoryName). Undefined where that depends on a
 * string that has no prepared form: it may be the same as another in other octets.
 */
export function nameWithin(name: Name, base: Name): boolean | undefined {
  const keys = relativeNameKeys(name);
  let certain = true;
  for (const [index, wanted] of relativeNameKeys(base).entries()) {
    const key = keys[index];
    if (key === wanted) continue;
    if (key === undefined || !(unprepared.test(key) || unprepared.test(wanted))) return false;
    certain = false;
  }
  return certain ? true : undefined;
}

function sameKeys(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, index) => other[index] === key);
}

// `?` marks a string that has no prepared form, `#` a value that is no string.
function attributeKey({ type, tag, value }: NameAttribute): string {
  if (!stringTags.has(tag)) return `${type}#${tag}:${hex(value)}`;
  const prepared = prepareString(decodeDirectoryString(tag, value));
  return prepared === undefined ? `${type}?${tag}:${hex(value)}` : `${type}=${prepared}`;
}

/** A relative name's key in which a string has no prepared form. */
const unprepared = new RegExp(`(?:^|${separator})[0-9.]+\\?`);

// RFC 4518 §2.2: tabs, line ends and every separator become a space.
const mappedToSpace = /[\t-\r\u0085\p{Z}]/gu;

// RFC 4518 §2.2: control and format characters, joiners, variation selectors and the object replacement character are removed.
const mappedToNothing = /[\p{Cc}\p{Cf}]|\u034f|\u1806|[\u180b-\u180d]|[\ufe00-\ufe0f]|\ufffc/gu;

// RFC 4518 §2.4: unassigned, private-use and surrogate code points, and U+FFFD, have no prepared form.
const prohibited = /[\p{Cn}\p{Co}\p{Cs}\ufffd]/u;

const printableAscii = /^[\x20-\x7e]*$/;
const spaces = / {2,}/g;

/**
 * Prepares a string for a comparison that ignores case (RFC 5280 §7.1, RFC 4518): mapped, case folded, NFKC, and without
 * leading, trailing or repeated spaces. Undefined where it holds a code point that RFC 4518 §2.4 prohibits: then only exactly the
 * same bytes match.
 */
export function prepareString(text: string): string | undefined {
  if (printableAscii.test(text)) return squeeze(text.toLowerCase());
  if (prohibited.test(text)) return undefined;
  const mapped = text.replace(mappedToSpace, ' ').replace(mappedToNothing, '');
  // RFC 3454 §B.2: what NFKC produces is folded too, so both are done twice.
  return squeeze(fold(fold(mapped).normalize('NFKC')).normalize('NFKC'));
}

// Through upper case, so that ß equals ss. The dotless ı is not folded, and ς equals σ everywhere (RFC 3454 §B.2).
function fold(text: string): string {
  return text.replace(/[^\u0131]+/g, (run) => run.toUpperCase().toLowerCase()).replaceAll('ς', 'σ');
}

// RFC 4518 §2.6.1 writes two spaces where this writes one. A comparison gives the same result.
function squeeze(text: string): string {
  return text.replace(spaces, ' ').trim();
}
