import { challengeLifetime, issueChallenge, verifyChallenge } from '../core/challenge.js';
import type { Clock } from '../core/clock.js';
import { attachedSignature, type VerifiedSignedData, verifyCardSignature } from '../core/cms/index.js';
import type { CardSignature } from '../core/cms/card.js';
import type { Holder } from '../core/holder.js';
import type { CaseNumber } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import {
  isAccount,
  type RemedyKind,
  type RemedyStatementFields,
  renderRemedyStatement,
} from '../core/statement/index.js';
import type { CertificateValidator } from '../trust/index.js';
import type { ReportErrorCode } from './errors.js';

/** What a text signed by a card is verified with. */
export interface SigningDependencies {
  readonly clock: Clock;
  readonly challengeKey: Uint8Array;
  readonly validator: CertificateValidator;
  /** The platform's origin. */
  readonly origin: string;
}

/** A text that a card has signed: whose card, and the proof. */
export interface SignedByCard {
  readonly holder: Holder;
  /** CMS SignedData, DER, with the text inside. */
  readonly signedData: Uint8Array;
}

type SigningErrorCode = Exclude<
  ReportErrorCode,
  'not-found' | 'receipt-required' | 'receipt-invalid' | 'receipt-for-another-case' | 'record-destroyed'
>;

/** The challenges and signatures of what people ask for by card. A challenge serves one kind of request in one case, ten minutes. */
export class CardSignedRequests {
  constructor(private readonly dependencies: SigningDependencies) {}

  /** A challenge for such a request. */
  issueChallenge(
    kind: RemedyKind,
    caseNumber: CaseNumber,
  ): { readonly challenge: string; readonly expiresAt: Date } {
    const { challengeKey, clock } = this.dependencies;
    const at = clock.now();
    return {
      challenge: issueChallenge(challengeKey, contextOf(kind, caseNumber), at),
      expiresAt: new Date(at.getTime() + challengeLifetime),
    };
  }

  /** Verifies account, challenge, signature and certificate, in this order. */
  async verify(
    request: Omit<RemedyStatementFields, 'origin'>,
    signature: CardSignature,
  ): Promise<Result<SignedByCard, SigningErrorCode>> {
    const { clock, challengeKey, origin, validator } = this.dependencies;
    const at = clock.now();
    if (!isAccount(request.account)) return fail('account-malformed');
    const fresh = verifyChallenge(
      challengeKey,
      contextOf(request.kind, request.caseNumber),
      request.challenge,
      at,
    );
    if (!fresh.ok) return fresh;
    const verified = verifyCardSignature(signature, renderRemedyStatement({ ...request, origin }));
    if (!verified.ok) return verified;
    const { signer: target, certificates: candidates } = verified.value;
    const validated = await validator.validateCertificate({ target, candidates, at });
    return validated.ok ? ok(signedBy(verified.value, validated.value.holder)) : validated;
  }
}

function signedBy(verified: VerifiedSignedData, holder: Holder): SignedByCard {
  return { holder, signedData: attachedSignature(verified, verified.statement) };
}

const contextOf = (kind: RemedyKind, caseNumber: CaseNumber): string => `remedy:${kind}:${caseNumber}`;
