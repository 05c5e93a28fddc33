import type { ReadableStream } from 'node:stream/web';
import { isNativeError } from 'node:util/types';
import { fail, ok, type Result } from '../../core/result.js';
import type { FetchErrorCode } from '../../trust/ports.js';

/** How much is waited for, and read, of an answer. */
export interface FetchBounds {
  /** Milliseconds for the whole exchange. */
  readonly timeout: number;
  readonly maximumBytes: number;
}

/** The body of an answer with status 200, within its bounds. Every other status is refused, redirects included: they are not followed. */
export async function fetchBounded(
  url: string,
  request: RequestInit,
  { timeout, maximumBytes }: FetchBounds,
): Promise<Result<Uint8Array, FetchErrorCode>> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, { ...request, redirect: 'manual', signal });
    if (response.status !== 200) {
      await response.body?.cancel();
      return fail('fetch-refused', { status: response.status });
    }
    return await readBounded(response, maximumBytes);
  } catch (error) {
    if (signal.aborted) return fail('fetch-timed-out', { milliseconds: timeout });
    // fetch throws a TypeError for every network failure, also for a transfer that breaks off.
    if (isNativeError(error) && error.name === 'TypeError') return fail('fetch-unreachable');
    throw error;
  }
}

async function readBounded(
  response: Response,
  maximumBytes: number,
): Promise<Result<Uint8Array, FetchErrorCode>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body = response.body as ReadableStream<Uint8Array> | null;
  // Leaving the loop cancels the transfer.
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > maximumBytes) return fail('fetch-too-large', { limit: maximumBytes });
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks, length));
}
