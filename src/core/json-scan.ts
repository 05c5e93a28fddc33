import { decodeUtf8 } from './encodings.js';
import { fail, ok, type Result } from './result.js';

/** How much JSON may hold before it is parsed. */
export interface JsonScanBounds {
  /** Levels of objects and lists. */
  readonly depth: number;
  /** Values: texts, numbers, literals, objects and lists, at every level. */
  readonly values: number;
}

/** Why a scan refuses. */
export type JsonScanErrorCode = 'json-too-deep' | 'json-too-many-values' | 'json-name-twice';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/**
 * Looks at JSON (RFC 8259, UTF-8) once, octet by octet, before any parser does: how deep it is, how many values it has, and whether an
 * object has a member twice, however its name is escaped. `JSON.parse` tells none of these, and programs read such a member differently.
 * Takes time and memory in proportion to the bounds. What isn't JSON may pass, or be refused with a code that doesn't fit: the parser
 * refuses it anyway. Failures: `json-too-deep`, `json-too-many-values`, `json-name-twice`.
 */
export function scanJson(octets: Uint8Array, bounds: JsonScanBounds): Result<void, JsonScanErrorCode> {
  return new JsonScan(octets, bounds).run();
}

class JsonScan {
  /** Where the scan is. */
  private at = 0;
  /** Every value is the first of all, the first in a bracket, or behind a comma. */
  private values = 1;
  /** For each open bracket the names so far; for that of a list, undefined. */
  private readonly open: (Set<string> | undefined)[] = [];

  constructor(
    private readonly octets: Uint8Array,
    private readonly bounds: JsonScanBounds,
  ) {}

  run(): Result<void, JsonScanErrorCode> {
    for (; this.at < this.octets.length; this.at++) {
      const refused = this.take(this.octets[this.at]);
      if (refused !== undefined) return fail(refused);
    }
    return ok(undefined);
  }

  private take(octet: number | undefined): JsonScanErrorCode | undefined {
    switch (octet) {
      case quote:
        return this.takeText();
      case comma:
        return this.countValue();
      case openBrace:
        return this.enter(new Set());
      case openBracket:
        return this.enter(undefined);
      case closeBrace:
      case closeBracket:
        this.open.pop();
        return undefined;
      default:
        return undefined;
    }
  }

  private countValue(): JsonScanErrorCode | undefined {
    this.values += 1;
    return this.values > this.bounds.values ? 'json-too-many-values' : undefined;
  }

  private enter(names: Set<string> | undefined): JsonScanErrorCode | undefined {
    this.open.push(names);
    return this.open.length > this.bounds.depth ? 'json-too-deep' : this.countValue();
  }

  /** Goes to the closing quote of the text that begins here, and notes the text where it is a name. */
  private takeText(): JsonScanErrorCode | undefined {
    const start = this.at;
    this.at = this.closingQuote(start + 1);
    if (!this.isBeforeColon()) return undefined;
    const names = this.open.at(-1);
    const name = nameOf(this.octets.subarray(start, this.at + 1));
    if (names?.has(name) === true) return 'json-name-twice';
    names?.add(name);
    return undefined;
  }

  /** The next quote that no backslash escapes; the end of the octets where there is none. */
  private closingQuote(from: number): number {
    for (
      let found = this.octets.indexOf(quote, from);
      found >= 0;
      found = this.octets.indexOf(quote, found + 1)
    )
      if (!this.isEscaped(found, from)) return found;
    return this.octets.length;
  }

  private isEscaped(position: number, start: number): boolean {
    let backslashes = 0;
    while (position - backslashes > start && this.octets[position - 1 - backslashes] === backslash)
      backslashes += 1;
    return backslashes % 2 === 1;
  }

  private isBeforeColon(): boolean {
    let next = this.at + 1;
    while (isWhitespace(this.octets[next])) next += 1;
    return this.octets[next] === colon;
  }
}

function isWhitespace(octet: number | undefined): boolean {
  return octet === 0x20 || octet === 0x09 || octet === 0x0a || octet === 0x0d;
}

/** A text that is the same for the same name: what `JSON.parse` makes of it, where it can. */
function nameOf(quoted: Uint8Array): string {
  const text = decodeUtf8(quoted);
  if (!text.includes('\\')) return text;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
