import type { ApiSchemas } from './client';

/** An expected failure as the API words it (RFC 9457), with whatever members its code brings. */
export type Problem = Pick<ApiSchemas['Problem'], 'status' | 'code' | 'detail'> &
  Readonly<Record<string, unknown>>;

/**
 * What came of a request: the answer; a refusal, which changed nothing; or neither, and nobody knows whether the request arrived.
 */
export type Answer<Data> =
  | { readonly kind: 'answered'; readonly data: Data }
  | {
      readonly kind: 'refused';
      readonly problem: Problem;
      /** Seconds after which to ask again, where the server named a time (RFC 9110 §10.2.3). */
      readonly retryAfter: number | undefined;
    }
  | { readonly kind: 'unknown' };

interface Fetched<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Reads what the typed client came back with. A refusal is only what our API words as one and is sure of: an answer of somebody between
 * (a gateway's 502), an internal error, a lost database, or none at all leaves open what happened.
 */
export async function answerOf<Data>(pending: Promise<Fetched<Data>>): Promise<Answer<Data>> {
  try {
    const { data, error, response } = await pending;
    // 204 No Content is the whole answer: there is no data, as its type says.
    if (response.status === 204) return { kind: 'answered', data: data as Data };
    if (response.ok) return data === undefined ? { kind: 'unknown' } : { kind: 'answered', data };
    if (!isProblem(error) || leavesOpen(error)) return { kind: 'unknown' };
    return { kind: 'refused', problem: error, retryAfter: secondsIn(response.headers.get('retry-after')) };
  } catch {
    // fetch rejects where the network fails, and the client where an answer breaks off.
    return { kind: 'unknown' };
  }
}

function isProblem(error: unknown): error is Problem {
  if (typeof error !== 'object' || error === null) return false;
  const { status, code, detail } = error as Record<string, unknown>;
  return typeof status === 'number' && typeof code === 'string' && typeof detail === 'string';
}

const leavesOpen = ({ status, code }: Problem): boolean => status === 500 || code === 'outcome-unknown';

const secondsIn = (header: string | null): number | undefined =>
  header !== null && /^\d{1,5}$/.test(header) ? Number(header) : undefined;
