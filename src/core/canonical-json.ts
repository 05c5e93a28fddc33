/** What canonical JSON is made of: whole numbers only, so that every program writes them alike. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/**
 * The one text of a value (RFC 8785): no spaces, members sorted by UTF-16 code units. Throws on a number that isn't a safe integer.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError('not a safe integer');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // The default order of sort() is by UTF-16 code units; names are unique, so it is total.
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}

/** `Array.isArray` doesn't narrow read-only lists. */
function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
