/** Thrown while reading a configuration: `where` is the path of the member at fault, such as `sources[0].url`. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  constructor(readonly where: string) {
    super(`malformed: ${where}`);
  }
}

/** A strict view of a JSON value that knows its own place. Every method throws {@link JsonError} on anything unexpected. */
export class JsonReader {
  private constructor(
    private readonly value: unknown,
    readonly where: string,
  ) {}

  static parse(text: string): JsonReader {
    try {
      return new JsonReader(JSON.parse(text) as unknown, '');
    } catch {
      throw new JsonError('');
    }
  }

  /** Refuses an object with any other member. */
  only(...names: readonly string[]): void {
    const stranger = Object.keys(this.object()).find((name) => !names.includes(name));
    if (stranger !== undefined) throw new JsonError(this.at(stranger));
  }

  member(name: string): JsonReader {
    const found = this.optional(name);
    if (found === undefined) throw new JsonError(this.at(name));
    return found;
  }

  /** A member, or undefined where it is missing or null. */
  optional(name: string): JsonReader | undefined {
    const value = this.object()[name];
    return value === undefined || value === null ? undefined : new JsonReader(value, this.at(name));
  }

  items<Item>(read: (item: JsonReader) => Item): Item[] {
    if (!Array.isArray(this.value)) throw new JsonError(this.where);
    return this.value.map((item: unknown, i) => read(new JsonReader(item, `${this.where}[${i}]`)));
  }

  text(pattern: RegExp): string {
    if (typeof this.value !== 'string' || !pattern.test(this.value)) throw new JsonError(this.where);
    return this.value;
  }

  /** One of these words. */
  word<Word extends string>(...words: readonly Word[]): Word {
    const found = words.find((word) => word === this.value);
    if (found === undefined) throw new JsonError(this.where);
    return found;
  }

  /** A whole number above zero. */
  positive(): number {
    if (typeof this.value !== 'number' || !Number.isSafeInteger(this.value) || this.value <= 0)
      throw new JsonError(this.where);
    return this.value;
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') throw new JsonError(this.where);
    return this.value;
  }

  /** An ISO 8601 instant in UTC, as milliseconds since the epoch. */
  instant(): number {
    const at = Date.parse(this.text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/));
    if (Number.isNaN(at)) throw new JsonError(this.where);
    return at;
  }

  private object(): Readonly<Record<string, unknown>> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value))
      throw new JsonError(this.where);
    return this.value as Readonly<Record<string, unknown>>;
  }

  private at(name: string): string {
    return this.where === '' ? name : `${this.where}.${name}`;
  }
}
