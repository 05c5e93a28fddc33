import { fail, ok, type Result } from '../../core/result.js';
import type { FetchErrorCode, FetchRequest, RevocationFetcher } from '../../trust/ports.js';

/**
 * Fetches over HTTP within the size and time of each request. Plain HTTP is usual and enough here: the data is signed, and is
 * verified before use. Redirects are refused, so that data only ever comes from the addresses in the configuration.
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
      // fetch tells every trouble on the wire, a transfer that breaks off included, as a TypeError.
      if (error instanceof TypeError) return fail('fetch-unreachable');
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
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    length += next.value.length;
    if (length > maximumBytes) {
      await reader?.cancel();
      return fail('fetch-too-large', { limit: maximumBytes });
    }
    chunks.push(next.value);
  }
  return ok(Buffer.concat(chunks, length));
}
