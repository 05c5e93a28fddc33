import type { Result } from '../../core/result.js';
import type { FetchErrorCode, FetchRequest, RevocationFetcher } from '../../trust/ports.js';
import { fetchBounded } from '../fetching/bounded-fetch.js';

/**
 * Fetches over HTTP within the size and time of each request. Plain HTTP is usual and sufficient here, because the data
 * is signed and is verified before use. Redirects are refused, so data only comes from the configured addresses.
 */
export class HttpRevocationFetcher implements RevocationFetcher {
  fetch(request: FetchRequest): Promise<Result<Uint8Array, FetchErrorCode>> {
    return fetchBounded(request.url, transport(request), request);
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
