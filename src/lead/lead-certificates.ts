import type { AuditEntry } from '../audit/index.js';
import type { Case, CaseMove } from '../cases/index.js';
import type { Clock } from '../core/clock.js';
import { parseSignedDocument } from '../core/cms/index.js';
import { mapValue, type Result } from '../core/result.js';
import { parseCertificate } from '../core/x509/index.js';
import {
  type CertificateValidator,
  referenceDetails,
  type TrustErrorCode,
  type ValidatedCertificate,
} from '../trust/index.js';

/** The revocation data relied on, for the audit event of the act. */
type RevocationDetails = ReturnType<typeof referenceDetails>;

/** Validates the lead's registered certificate again at each act that can't be undone: a session may be older than a revocation. */
export class LeadCertificates {
  constructor(
    private readonly validator: CertificateValidator<Pick<ValidatedCertificate, 'references'>>,
    private readonly clock: Clock,
  ) {}

  /**
   * Validates the certificate now. The certificates of a statement that the lead has signed may stand in its path. Answers the revocation
   * data relied on, for the audit event. Throws where that statement is none: it was checked before.
   */
  async validate(
    { leadSigningCertificate }: Pick<Case, 'leadSigningCertificate'>,
    statement: Uint8Array | undefined,
  ): Promise<Result<RevocationDetails, TrustErrorCode>> {
    const target = parseCertificate(leadSigningCertificate);
    const document = parseSignedDocument(statement ?? new Uint8Array());
    if (!target.ok || !document.ok) throw new Error('a lead acts without certificate or statement');
    const { certificates: candidates } = document.value;
    const at = this.clock.now();
    const validated = await this.validator.validateCertificate({ target: target.value, candidates, at });
    return mapValue(validated, ({ references }) => referenceDetails(references));
  }
}

/** The same step, with these details in its audit event, and the statement that the lead signed for it, if they did. */
export function moveRelyingOn<Outcome>(
  move: CaseMove<Outcome>,
  revocation: RevocationDetails,
  signedData?: Uint8Array,
): CaseMove<Outcome> {
  const entryOf = (outcome: Outcome): AuditEntry => {
    const entry = move.entryOf(outcome);
    const signed = signedData === undefined ? {} : { signedData };
    return { ...entry, details: { ...entry.details, ...revocation }, ...signed };
  };
  return { ...move, entryOf };
}
