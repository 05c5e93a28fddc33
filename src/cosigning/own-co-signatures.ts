import { challengeLifetime, issueChallenge, verifyChallenge } from '../core/challenge.js';
import type { CardSignature } from '../core/cms/card.js';
import { verifyCardSignature } from '../core/cms/index.js';
import type { Holder } from '../core/holder.js';
import { ok, type Result } from '../core/result.js';
import { renderSignIn } from '../core/statement/index.js';
import type { OwnCoSignatureErrorCode } from './errors.js';
import type { IntakeDependencies } from './intake.js';
import type { AnsweringRound, OpenRounds, ReceiptIssuer, RecordedCoSignature } from './ports.js';
import type { RoundBindings } from './round-bindings.js';

type OwnCoSignaturesDependencies = Pick<IntakeDependencies, 'clock' | 'validator' | 'store'> & {
  readonly bindings: Pick<RoundBindings, 'holderTagKeyOf'>;
  /** The platform's origin, which stands in the text that is signed. */
  readonly origin: string;
  readonly challengeKey: Uint8Array;
  readonly openRounds: Pick<OpenRounds, 'answering'>;
  readonly receiptIssuer: ReceiptIssuer;
};

const context = 'sign-in:co-signer';

/**
 * Which of the cases that collect, or are being checked, have a co-signature of this holder, each with a receipt. The holder tags are
 * computed again from the card that signs the request. In this way a holder can find out whether a fake site used their card. A closed
 * case's key is destroyed: of it nothing can be said.
 */
export class OwnCoSignatures {
  constructor(private readonly dependencies: OwnCoSignaturesDependencies) {}

  /** A challenge, and the exact text to sign with it (UTF-8). It can't be used for co-signing. */
  issueChallenge(): { readonly challenge: string; readonly expiresAt: Date; readonly statement: Uint8Array } {
    const { challengeKey, clock, origin } = this.dependencies;
    const at = clock.now();
    const challenge = issueChallenge(challengeKey, context, at);
    return {
      challenge,
      expiresAt: new Date(at.getTime() + challengeLifetime),
      statement: renderSignIn('co-signer', origin, challenge),
    };
  }

  /** The co-signatures of the card's holder, in no particular order. Fails with the same codes as the intake. */
  async find(
    challenge: string,
    signature: CardSignature,
  ): Promise<Result<readonly RecordedCoSignature[], OwnCoSignatureErrorCode>> {
    const holder = await this.identify(challenge, signature);
    return holder.ok ? this.recordedBy(holder.value) : holder;
  }

  /** The holder of the card that signed the text of this challenge. */
  async identify(
    challenge: string,
    signature: CardSignature,
  ): Promise<Result<Holder, OwnCoSignatureErrorCode>> {
    const { clock, challengeKey, origin, validator } = this.dependencies;
    const at = clock.now();
    const fresh = verifyChallenge(challengeKey, context, challenge, at);
    if (!fresh.ok) return fresh;
    const verified = verifyCardSignature(signature, renderSignIn('co-signer', origin, challenge));
    if (!verified.ok) return verified;
    const { signer, certificates } = verified.value;
    const validated = await validator.validateCertificate({ target: signer, candidates: certificates, at });
    return validated.ok ? ok(validated.value.holder) : validated;
  }

  /** The co-signatures of this holder that the keys of open cases still find. */
  async recordedBy(holder: Holder): Promise<Result<readonly RecordedCoSignature[], 'round-not-served-here'>> {
    const { openRounds, bindings, store } = this.dependencies;
    const found: RecordedCoSignature[] = [];
    for (const round of await openRounds.answering()) {
      const key = await bindings.holderTagKeyOf(round);
      if (!key.ok) return key;
      const recorded = await store.findByHolder(round.id, await key.value.tag(holder));
      if (recorded !== undefined) found.push(await this.withReceipt(round, recorded));
    }
    return ok(found);
  }

  private async withReceipt(
    { caseNumber, ordinal, mainText, binding }: AnsweringRound,
    { commitment, day }: Pick<RecordedCoSignature, 'commitment' | 'day'>,
  ): Promise<RecordedCoSignature> {
    const receipt = await this.dependencies.receiptIssuer.issue({
      issuer: binding.origin,
      caseNumber,
      round: ordinal,
      commitment,
      recordedOn: day,
      issuedAt: this.dependencies.clock.now(),
    });
    return { caseNumber, mainText, round: ordinal, commitment, day, receipt };
  }
}
