import {
  type ChallengeErrorCode,
  challengeLifetime,
  issueChallenge,
  verifyChallenge,
} from '../core/challenge.js';
import type { Clock } from '../core/clock.js';
import type { CardSignature } from '../core/cms/card.js';
import {
  commitmentOf,
  countersign,
  type VerifiedSignedData,
  verifyCardSignature,
} from '../core/cms/index.js';
import type { Signer } from '../core/cms/signer-info.js';
import type { HolderTagKey } from '../core/holder.js';
import { hasCharacters, type NationalId, parseNationalId } from '../core/national-id.js';
import { fail, mapValue, ok, type Result } from '../core/result.js';
import { renderStatement, type StatementFields } from '../core/statement/index.js';
import { taipeiDateOf } from '../core/taipei-date.js';
import type { CertificateValidator, SigningMethod, ValidatedCertificate } from '../trust/index.js';
import type { IntakeErrorCode } from './errors.js';
import type { RoundBindings } from './round-bindings.js';
import type { RecordSealing, RoundKeys } from './record-sealing.js';
import type { OpenRound, RecordOutcome, SealedRecordEntry, SealedRecordStore } from './ports.js';

/** What a co-signer sends. */
export interface CoSignatureRequest {
  /** The national ID number as typed. */
  readonly nationalId: string;
  readonly challenge: string;
  readonly signature: CardSignature;
  /** The way by which the signature came; by card where it isn't said. */
  readonly method?: SigningMethod;
}

/** What the intake works with. */
export interface IntakeDependencies {
  readonly clock: Clock;
  readonly challenges: CoSigningChallenges;
  readonly validator: CertificateValidator;
  readonly intakeSigner: Signer;
  readonly bindings: Pick<RoundBindings, 'holderTagKey'>;
  readonly sealing: RecordSealing;
  readonly store: SealedRecordStore;
}

/** A co-signature that is durable: recorded now, or found recorded before by the same holder. */
export interface TakenCoSignature extends Pick<SealedRecordEntry, 'commitment' | 'day'> {
  readonly outcome: 'recorded' | 'already-recorded';
}

/** What the checks of a request have found. */
interface CheckedRequest {
  readonly verified: VerifiedSignedData;
  readonly validated: ValidatedCertificate;
  readonly nationalId: NationalId;
  /** The key of the case's holder tags. */
  readonly tagKey: HolderTagKey;
}

type IntakeResult<Value> = Result<Value, IntakeErrorCode>;

/**
 * Takes co-signatures. Checks the cheap things first: what the round is bound to, number, challenge, form. Then the card's signature, the
 * certificate and the holder. Then countersigns, seals and writes once. The clear text exists only during this call.
 */
export class Intake {
  constructor(private readonly dependencies: IntakeDependencies) {}

  /**
   * Checks the request against the round and stores the sealed record. If a check fails, answers which, and nothing is
   * stored.
   */
  async take(round: OpenRound, request: CoSignatureRequest): Promise<IntakeResult<TakenCoSignature>> {
    const at = this.dependencies.clock.now();
    const tagKey = await this.dependencies.bindings.holderTagKey(round);
    if (!tagKey.ok) return tagKey;
    const nationalId = parseNationalId(request.nationalId);
    if (!nationalId.ok) return nationalId;
    const challenge = this.dependencies.challenges.verify(round, request.challenge, at);
    if (!challenge.ok) return challenge;
    const verified = this.verifySignature(round, nationalId.value, request);
    if (!verified.ok) return verified;
    const validated = await this.validateHolder(
      verified.value,
      nationalId.value,
      request.method ?? 'card',
      at,
    );
    if (!validated.ok) return validated;
    return this.record(
      round,
      {
        verified: verified.value,
        validated: validated.value,
        nationalId: nationalId.value,
        tagKey: tagKey.value,
      },
      at,
    );
  }

  private verifySignature(
    round: OpenRound,
    nationalId: NationalId,
    request: CoSignatureRequest,
  ): IntakeResult<VerifiedSignedData> {
    const statement = renderStatement(statementFieldsOf(round), nationalId, request.challenge);
    return verifyCardSignature(request.signature, statement);
  }

  private async validateHolder(
    verified: VerifiedSignedData,
    nationalId: NationalId,
    method: SigningMethod,
    at: Date,
  ): Promise<IntakeResult<ValidatedCertificate>> {
    const validated = await this.dependencies.validator.validateCertificate({
      target: verified.signer,
      candidates: verified.certificates,
      at,
    });
    if (!validated.ok) return validated;
    if (!validated.value.signingMethods.includes(method)) return fail('signing-method-not-admitted');
    const { nationalIdPart } = validated.value.holder;
    return nationalIdPart === undefined || hasCharacters(nationalId, nationalIdPart)
      ? validated
      : fail('national-id-not-the-certificates');
  }

  private async record(
    round: OpenRound,
    { verified, validated, nationalId, tagKey }: CheckedRequest,
    at: Date,
  ): Promise<IntakeResult<TakenCoSignature>> {
    const { intakeSigner, sealing, store } = this.dependencies;
    const evidence = await countersign(verified, {
      signer: intakeSigner,
      at,
      references: validated.references,
      ocspResponses: validated.ocspResponses,
    });
    const forLead = round.binding.mode === 'two-key' ? undefined : nationalId;
    const record = await sealing.seal({ nationalId: forLead, evidence }, roundKeysOf(round));
    const entry: SealedRecordEntry = {
      roundId: round.id,
      holderTag: await tagKey.tag(validated.holder),
      record,
      commitment: commitmentOf(record),
      day: taipeiDateOf(at),
    };
    return answer(entry, await store.record(entry), at);
  }
}

const roundKeysOf = ({ publicKey, binding }: OpenRound): RoundKeys => ({
  lead: publicKey,
  commission: binding.commissionRoundKey,
});

/** What stands in each statement of the round, whoever signs it. */
export function statementFieldsOf(round: OpenRound): StatementFields {
  const { caseNumber, ordinal, mainText, documentDigest, binding } = round;
  return { caseNumber, round: ordinal, mainText, documentDigest, origin: binding.origin };
}

function answer(entry: SealedRecordEntry, outcome: RecordOutcome, at: Date): IntakeResult<TakenCoSignature> {
  switch (outcome.kind) {
    case 'recorded':
      return ok({ outcome: 'recorded', commitment: entry.commitment, day: entry.day });
    case 'already-recorded':
      return ok({ outcome: 'already-recorded', commitment: outcome.commitment, day: outcome.day });
    case 'not-collecting':
      return fail('not-collecting');
    case 'held':
      return fail('submission-in-progress', { seconds: secondsUntil(outcome.until, at) });
  }
}

const secondsUntil = (until: Date, at: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 1000));

/** The stateless challenges of co-signing: bound to case and round, valid ten minutes. */
export class CoSigningChallenges {
  /** `key` is the platform's 32-byte challenge secret. */
  constructor(private readonly key: Uint8Array) {}

  /** A new challenge for this round, and when it expires. */
  issue(round: OpenRound, at: Date): { readonly challenge: string; readonly expiresAt: Date } {
    return {
      challenge: issueChallenge(this.key, challengeContextOf(round), at),
      expiresAt: new Date(at.getTime() + challengeLifetime),
    };
  }

  /** Whether this challenge was issued by us for this round in the last ten minutes; and until when it can be used. */
  verify(
    round: OpenRound,
    challenge: string,
    at: Date,
  ): Result<{ readonly expiresAt: Date }, ChallengeErrorCode> {
    const fresh = verifyChallenge(this.key, challengeContextOf(round), challenge, at);
    return mapValue(fresh, ({ issuedAt }) => ({
      expiresAt: new Date(issuedAt.getTime() + challengeLifetime),
    }));
  }
}

const challengeContextOf = (round: OpenRound): string =>
  `co-sign:${round.caseNumber}:${String(round.ordinal)}`;
