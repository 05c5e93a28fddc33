import { jest } from '@jest/globals';
import { fail } from '../../../src/core/result.js';
import type { TrustErrorCode, TrustService } from '../../../src/trust/index.js';

/** Has the next request of staff find a certificate refused: the one that it is about, not the one of its session, which is validated first. */
export function refusedInRequest(trust: TrustService, code: TrustErrorCode): void {
  const ofSession = trust.validateCertificate.bind(trust);
  jest
    .spyOn(trust, 'validateCertificate')
    .mockImplementationOnce(ofSession)
    .mockResolvedValueOnce(fail(code));
}
