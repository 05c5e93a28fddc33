import type { ReadableStream } from 'node:stream/web';
import { isNativeError } from 'node:util/types';
import { fail, ok, type Result } from '../../core/result.js';
import type { FetchErrorCode, FetchRequest, RevocationFetcher } from '../../trust/ports.js';

/**
 * Fetches over HTTP within the size and time of each request. Plain HTTP is usual and sufficient here, because the data
 * is signed and is verified before use. Redirects are refused, so data only comes from the configured addresses.
 */
export class HttpRevocationFetcher implements RevocationFetcher {
  async fetch(request: FetchRequest): Promise<Result<Uint8Array, FetchErrorCode>> {
    const signal = AbortSignal.timeout(request.timeout);
    try {
      const response = await fetch(request.url, { ...transport(request), redirect: 'manual', signal });
      if (response.status !== 200) {
        await response.body?.cancel();
        return fail('fetch-refused', { status: response.status });
      }
      return await readBounded(response, request.maximumBytes);
    } catch (error) {
      if (signal.aborted) return fail('fetch-timed-out', { milliseconds: request.timeout });
      // fetch throws a TypeError for every network failure, also for a transfer that breaks off.
      if (isNativeError(error) && error.name === 'TypeError') return fail('fetch-unreachable');
      throw error;
    }
  }
}

function transport({ ocspRequest }: FetchRequest): RequestInit {
  if (ocspRequest === undefined) return { method: 'GET' };
  return {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: Buffer.from(ocspRequest),
  };
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
