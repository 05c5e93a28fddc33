/** What canonical JSON may hold here: no fractions, no null, so that RFC 8785 needs no number formatting of its own. */
export type CanonicalValue =
  string | number | boolean | readonly CanonicalValue[] | { readonly [name: string]: CanonicalValue };

/**
 * The one byte string for a value (RFC 8785): members sorted by UTF-16 code units, no white space, UTF-8.
 * Throws on a number that is not a safe integer: that would be a bug in the caller.
 */
export function canonicalJson(value: CanonicalValue): Uint8Array {
  return Buffer.from(write(value), 'utf8');
}

function write(value: CanonicalValue): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError('not a safe integer in canonical JSON');
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`).join(',')}}`;
}

/** Array.isArray, for readonly arrays. */
function isArray(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
