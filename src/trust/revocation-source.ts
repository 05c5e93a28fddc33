/** Where an authority publishes its revocation list, and how hard to try. Times are in milliseconds. */
export interface RevocationSource {
  /** Stable: the archive remembers the current list under it. Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly url: string;
  /** Subject key identifier (hex, lower case) of the authority that signs the list: names don't tell MOICA's generations apart. */
  readonly issuerKeyIdentifier: string;
  /** Between one good fetch and the next. */
  readonly refresh: number;
  /** For one whole fetch. */
  readonly timeout: number;
  readonly maximumBytes: number;
}

/** Wait after the first failure; it doubles with each further one, up to the source's refresh. */
export const firstRetry = 15_000;

/**
 * How long to wait after `failures` failures in a row: 15 s, 30 s, 60 s … at most the refresh time, less a random share of
 * up to a half, so that several machines do not come back at once. `random` is in [0, 1).
 */
export function retryDelay(source: RevocationSource, failures: number, random: number): number {
  const ceiling = Math.min(source.refresh, firstRetry * 2 ** Math.min(failures - 1, 30));
  return Math.round(ceiling * (1 - random / 2));
}

/**
 * How long to wait after a good fetch: the refresh time, but no more than half of what the list still has to live, so that
 * a failure leaves time to try again before it is stale; less a random share of up to a tenth.
 */
export function refreshDelay(source: RevocationSource, lifetimeLeft: number, random: number): number {
  const delay = Math.max(firstRetry, Math.min(source.refresh, lifetimeLeft / 2));
  return Math.round(delay * (1 - random / 10));
}
