/**
 * An expected failure: a stable code, and values for the sentence that explains it.
 * `values` never holds personal data: it may reach an answer, a log or a page.
 */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Either a value or an expected failure. Bugs throw; what a caller can provoke is a `Failure`. */
export type Result<Value, Code extends string = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure<Code> };

/** The success branch of a {@link Result}. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** The same failure, or what is made of the value. */
export function mapValue<Value, Made, Code extends string>(
  result: Result<Value, Code>,
  make: (value: Value) => Made,
): Result<Made, Code> {
  return result.ok ? ok(make(result.value)) : result;
}

/** The failure branch of a {@link Result}. */
export function fail<Code extends string>(
  code: Code,
  values?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly failure: Failure<Code> } {
  return { ok: false, failure: values === undefined ? { code } : { code, values } };
}
