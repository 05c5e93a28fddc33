import type { JsonValue } from './canonical-json.js';
import { decodeStrictUtf8, encodeUtf8 } from './encodings.js';
import { scanJson } from './json-scan.js';
import { fail, ok, type Result } from './result.js';

/** How much JSON is looked at, at most. */
export interface JsonBounds {
  /** Octets, or UTF-16 code units of a text. */
  readonly size: number;
  /** Levels of objects and lists. */
  readonly depth: number;
}

/**
 * Reads JSON (RFC 8259, UTF-8 without byte order mark) from outside with `read`, which takes it apart. Failure: `json-malformed`, with
 * the place at fault in `where`, such as `sources[0].url`; empty where the whole is at fault. Over the bounds nothing is read; a member
 * named twice (RFC 8259 §4) and a number that isn't a safe integer are refused, since programs read them differently.
 */
export function parseJson<Value>(
  source: Uint8Array | string,
  bounds: JsonBounds,
  read: (json: JsonReader) => Value,
): Result<Value, 'json-malformed'> {
  try {
    return ok(read(new JsonReader(parseStrictly(source, bounds), '')));
  } catch (error) {
    if (error instanceof JsonError) return fail('json-malformed', { where: error.where });
    throw error;
  }
}

/** Thrown inside a read only; {@link parseJson} turns it into a failure. */
class JsonError extends Error {
  override readonly name = 'JsonError';
  constructor(readonly where: string) {
    super(`malformed: ${where}`);
  }
}

function parseStrictly(source: Uint8Array | string, { size, depth }: JsonBounds): JsonValue {
  if (source.length > size) throw new JsonError('');
  const octets = typeof source === 'string' ? encodeUtf8(source) : source;
  if (!scanJson(octets, { depth, values: octets.length + 1 }).ok) throw new JsonError('');
  const value = parseText(typeof source === 'string' ? source : decode(source));
  refuseUnsafeNumbers(value, '');
  return value;
}

function decode(bytes: Uint8Array): string {
  const text = decodeStrictUtf8(bytes);
  if (text === undefined) throw new JsonError('');
  return text;
}

function parseText(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new JsonError('');
  }
}

/** Refuses a number, at any level, that isn't a safe integer. */
function refuseUnsafeNumbers(value: JsonValue, where: string): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new JsonError(where);
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  const members: readonly (readonly [string, JsonValue])[] = Object.entries(value);
  for (const [name, member] of members)
    refuseUnsafeNumbers(member, isList ? `${where}[${name}]` : placeOf(where, name));
}

/** The path of a member of what stands at `where`. */
function placeOf(where: string, name: string): string {
  return where === '' ? name : `${where}.${name}`;
}

/** A view of a JSON value that knows its own place. What isn't as it is asked for fails the {@link parseJson} around it. */
export class JsonReader {
  constructor(
    private readonly json: JsonValue,
    /** The path that led here. */
    readonly where: string,
  ) {}

  /** Refuses an object with any other member. */
  only(...names: readonly string[]): void {
    const stranger = Object.keys(this.object()).find((name) => !names.includes(name));
    if (stranger !== undefined) throw new JsonError(placeOf(this.where, stranger));
  }

  /** A member that must be there, be it null. */
  member(name: string): JsonReader {
    const found = this.find(name);
    if (found === undefined) throw new JsonError(placeOf(this.where, name));
    return found;
  }

  /** A member, or undefined where it is missing or null. */
  optional(name: string): JsonReader | undefined {
    const found = this.find(name);
    return found?.json === null ? undefined : found;
  }

  /** The members of an object of which the names aren't known beforehand. */
  entries(): readonly (readonly [name: string, value: JsonReader])[] {
    return Object.entries(this.object()).map(([name, json]) => [name, this.inside(name, json)]);
  }

  /** The items of a list. */
  items<Item>(read: (item: JsonReader) => Item): Item[] {
    if (!Array.isArray(this.json)) throw new JsonError(this.where);
    const items: readonly JsonValue[] = this.json;
    return items.map((item, index) => read(new JsonReader(item, `${this.where}[${index}]`)));
  }

  /** A text, of this form where one is given. */
  text(form?: RegExp): string {
    if (typeof this.json !== 'string' || form?.test(this.json) === false) throw new JsonError(this.where);
    return this.json;
  }

  /** A text that `parse` takes. */
  parsed<Value>(parse: (text: string) => Result<Value>): Value {
    const result = typeof this.json === 'string' ? parse(this.json) : undefined;
    if (result?.ok !== true) throw new JsonError(this.where);
    return result.value;
  }

  /** One of these values. */
  oneOf<Choice extends string | number | boolean | null>(...choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.json);
    if (found === undefined) throw new JsonError(this.where);
    return found;
  }

  /** A whole number from `minimum` on. */
  integer(minimum = 0): number {
    if (typeof this.json !== 'number' || this.json < minimum) throw new JsonError(this.where);
    return this.json;
  }

  /** True or false. */
  flag(): boolean {
    return this.oneOf(true, false);
  }

  /** An ISO 8601 instant in UTC, as milliseconds since the epoch. */
  instant(): number {
    const at = Date.parse(this.text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/));
    if (Number.isNaN(at)) throw new JsonError(this.where);
    return at;
  }

  /** Any object, as it is. */
  object(): Readonly<Record<string, JsonValue>> {
    if (!isObject(this.json)) throw new JsonError(this.where);
    return this.json;
  }

  /** Any value, as it is. */
  value(): JsonValue {
    return this.json;
  }

  /** Fails the {@link parseJson} around it: what stands here is of the right form, and still not to be had. */
  refuse(): never {
    throw new JsonError(this.where);
  }

  private find(name: string): JsonReader | undefined {
    const object = this.object();
    // Names such as `constructor` are not looked for in the prototype.
    const json = Object.hasOwn(object, name) ? object[name] : undefined;
    return json === undefined ? undefined : this.inside(name, json);
  }

  private inside(name: string, json: JsonValue): JsonReader {
    return new JsonReader(json, placeOf(this.where, name));
  }
}

function isObject(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
