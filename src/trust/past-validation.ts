import { fail, type Result } from '../core/result.js';
import { ArchivedRevocationData } from './archived-revocation-data.js';
import type { TrustConfiguration } from './configuration.js';
import type { TrustErrorCode } from './errors.js';
import type { RevocationArchive } from './ports.js';
import type { ListReader } from './revocation-list.js';
import {
  type PastTrustQuestion,
  validateCertificate,
  type ValidatedCertificate,
} from './validate-certificate.js';

/** What of the configuration a validation for a past time needs. It is plain data, which `postMessage` can copy to another thread. */
export type PastTrustConfiguration = Pick<TrustConfiguration, 'anchorSets' | 'policies' | 'refusals'>;

/** Validates certificates for a time in the past, by the data that was relied on then. */
export class PastValidation {
  private readonly archived: ArchivedRevocationData;

  /** `readyBytes` is how much of the archived lists is kept in memory. */
  constructor(
    private readonly configuration: PastTrustConfiguration,
    archive: Pick<RevocationArchive, 'get'>,
    reader: ListReader,
    readyBytes?: number,
  ) {
    const authorities = configuration.anchorSets.flatMap((set) => set.authorities);
    this.archived = new ArchivedRevocationData(archive, reader, authorities, readyBytes);
  }

  /**
   * Lists come from the archive, OCSP responses as given. Fails as {@link validateCertificate}, and with `revocation-unavailable` where any
   * of them is missing or damaged.
   */
  async validateCertificateAsOf(
    question: PastTrustQuestion,
  ): Promise<Result<ValidatedCertificate, TrustErrorCode>> {
    const data = await this.archived.load(question.references, question.ocspResponses);
    if (data === undefined) return fail('revocation-unavailable');
    return validateCertificate(question, this.configuration, data);
  }
}
