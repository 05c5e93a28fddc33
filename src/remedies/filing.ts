import { randomUUID } from 'node:crypto';
import type { CommissionRoundKeys, PublicCases } from '../cases/index.js';
import type { RecordedCommitments } from '../checking/index.js';
import { holderDigest } from '../core/holder.js';
import type { CardSignature } from '../core/cms/card.js';
import type { CaseNumber, Commitment, RoundId } from '../core/identifiers.js';
import { jwksOf } from '../core/jws-signing.js';
import { hex } from '../core/octets.js';
import { type Receipt, verifyReceipt } from '../core/receipt.js';
import type { IntakeKeys } from '../core/receipt-signing.js';
import { fail, ok, type Result } from '../core/result.js';
import type { RemedyKind } from '../core/statement/index.js';
import { taipeiDateOf } from '../core/taipei-date.js';
import type { AnsweringRound, OpenRounds, RoundBindings, SealedRecordStore } from '../cosigning/index.js';
import type { RemedyChallengeErrorCode, ReportErrorCode, WithdrawalErrorCode } from './errors.js';
import { type FiledRequest, sealRequest } from './filed-request.js';
import type { RemedyPolicy } from './policy.js';
import type { FiledRequests } from './ports.js';
import { CardSignedRequests, type SignedByCard, type SigningDependencies } from './signed-by-card.js';

/** What a holder sends. */
export interface CardRequest {
  readonly account: string;
  readonly challenge: string;
  readonly signature: CardSignature;
  /** The receipt (JWS) of the co-signature, where the person has it. */
  readonly receipt?: string;
}

/** What {@link Filing} works with. */
export interface FilingDependencies extends SigningDependencies {
  readonly policy: RemedyPolicy;
  readonly cases: PublicCases;
  readonly openRounds: Pick<OpenRounds, 'answering'>;
  readonly bindings: Pick<RoundBindings, 'holderTagKeyOf'>;
  readonly records: Pick<SealedRecordStore, 'findByHolder'>;
  readonly recorded: RecordedCommitments;
  readonly commissionRoundKeys: Pick<CommissionRoundKeys, 'find'>;
  readonly intakeKeys: IntakeKeys;
  readonly requests: FiledRequests;
}

/** A round, and the record in it that a request is about. */
interface Aim {
  readonly roundId: RoundId;
  readonly commitment: Commitment | undefined;
}

/**
 * Takes what holders report by card: that somebody misused it, and, where a law allows it, that they take a co-signature back. What is answered
 * and stored is the same whether or not the card has co-signed: one sealed request for each round that has opened, of the same length.
 */
export class Filing {
  private readonly signed: CardSignedRequests;

  constructor(private readonly dependencies: FilingDependencies) {
    this.signed = new CardSignedRequests(dependencies);
  }

  /** A challenge for a request of this kind in this case. */
  issueChallenge(
    kind: RemedyKind,
    caseNumber: CaseNumber,
  ): Result<{ readonly challenge: string; readonly expiresAt: Date }, RemedyChallengeErrorCode> {
    return this.isLawful(kind)
      ? ok(this.signed.issueChallenge(kind, caseNumber))
      : fail('withdrawal-not-lawful');
  }

  /** Takes the report of a misused card (冒用), at any time until the records are destroyed. */
  reportMisuse(caseNumber: CaseNumber, request: CardRequest): Promise<Result<void, ReportErrorCode>> {
    return this.file('misuse', caseNumber, request);
  }

  /** Takes a co-signature back, where the policy says that a law allows it; otherwise nothing is read and nothing written. */
  async withdraw(caseNumber: CaseNumber, request: CardRequest): Promise<Result<void, WithdrawalErrorCode>> {
    return this.isLawful('withdrawal')
      ? this.file('withdrawal', caseNumber, request)
      : fail('withdrawal-not-lawful');
  }

  private isLawful(kind: RemedyKind): boolean {
    return kind !== 'withdrawal' || this.dependencies.policy.withdrawal.lawful;
  }

  private async file(
    kind: RemedyKind,
    caseNumber: CaseNumber,
    { account, challenge, signature, receipt }: CardRequest,
  ): Promise<Result<void, ReportErrorCode>> {
    const shown = receipt === undefined ? ok(undefined) : await this.readReceipt(receipt, caseNumber);
    if (!shown.ok) return shown;
    const commitment = shown.value?.commitment;
    const signed = await this.signed.verify({ kind, caseNumber, commitment, account, challenge }, signature);
    if (!signed.ok) return signed;
    const aims = await this.aimsOf(caseNumber, signed.value, commitment);
    if (!aims.ok) return aims;
    for (const aim of aims.value) {
      const added = await this.add({ kind, caseNumber, account, signed: signed.value }, aim);
      if (!added.ok) return added;
    }
    return ok(undefined);
  }

  private async readReceipt(
    jws: string,
    caseNumber: CaseNumber,
  ): Promise<Result<Receipt, 'receipt-invalid' | 'receipt-for-another-case'>> {
    const receipt = await readReceipt(this.dependencies.intakeKeys, jws);
    return receipt.ok && receipt.value.caseNumber !== caseNumber ? fail('receipt-for-another-case') : receipt;
  }

  /** By the receipt its record; otherwise each round of the case that has opened, with the holder's record in it where there is one. */
  private async aimsOf(
    caseNumber: CaseNumber,
    { holder }: SignedByCard,
    commitment: Commitment | undefined,
  ): Promise<Result<readonly Aim[], 'not-found' | 'receipt-required' | 'record-destroyed'>> {
    if (commitment !== undefined) {
      const found = await this.dependencies.recorded.find(commitment);
      return found === undefined ? fail('record-destroyed') : ok([{ roundId: found.roundId, commitment }]);
    }
    const answering = await this.dependencies.openRounds.answering();
    const rounds = answering.filter((round) => round.caseNumber === caseNumber);
    if (rounds.length > 0) return ok(await Promise.all(rounds.map((round) => this.aimIn(round, holder))));
    const isKnown = (await this.dependencies.cases.findPublic(caseNumber)) !== undefined;
    return fail(isKnown ? 'receipt-required' : 'not-found');
  }

  private async aimIn(round: AnsweringRound, holder: SignedByCard['holder']): Promise<Aim> {
    const key = await this.dependencies.bindings.holderTagKeyOf(round);
    const found = key.ok
      ? await this.dependencies.records.findByHolder(round.id, await key.value.tag(holder))
      : undefined;
    return { roundId: round.id, commitment: found?.commitment };
  }

  private async add(
    { signed, ...request }: Pick<FiledRequest, 'kind' | 'caseNumber' | 'account'> & { signed: SignedByCard },
    { roundId, commitment }: Aim,
  ): Promise<Result<void, 'record-destroyed'>> {
    const key = await this.dependencies.commissionRoundKeys.find(roundId);
    if (key === undefined) return fail('record-destroyed');
    const { clock, requests } = this.dependencies;
    const content: FiledRequest = {
      ...request,
      by: 'co-signer',
      filedOn: taipeiDateOf(clock.now()),
      commitment,
      nationalId: '',
      signedData: signed.signedData,
      holder: hex(holderDigest(signed.holder)),
    };
    await requests.add({ id: randomUUID(), roundId, kind: request.kind, sealed: sealRequest(content, key) });
    return ok(undefined);
  }
}

/** A receipt that this platform has signed. */
export async function readReceipt(
  intakeKeys: IntakeKeys,
  jws: string,
): Promise<Result<Receipt, 'receipt-invalid'>> {
  const keys = (await intakeKeys.all()).map((publicKey) => ({ publicKey }));
  return verifyReceipt(jws, await jwksOf(keys));
}
