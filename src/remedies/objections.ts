import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { CommissionRoundKeys } from '../cases/index.js';
import type { PaperPlace, PublishedResult, PublishedResults, RecordHolders } from '../checking/index.js';
import { holderDigest } from '../core/holder.js';
import type { CaseNumber, Commitment } from '../core/identifiers.js';
import { equalOctets, hex } from '../core/octets.js';
import type { IntakeKeys } from '../core/receipt-signing.js';
import { fail, ok, type Result } from '../core/result.js';
import { isAccount } from '../core/statement/index.js';
import { type TaipeiDate, taipeiDate, taipeiDateOf } from '../core/taipei-date.js';
import type { ObjectionErrorCode, OwnObjectionErrorCode } from './errors.js';
import { type FiledRequest, sealRequest } from './filed-request.js';
import { type CardRequest, readReceipt } from './filing.js';
import type { RemedyPolicy } from './policy.js';
import type { FiledRequests } from './ports.js';
import { CardSignedRequests, type SigningDependencies } from './signed-by-card.js';

/** What {@link Objections} works with. */
export interface ObjectionsDependencies extends SigningDependencies {
  readonly policy: RemedyPolicy;
  readonly published: Pick<PublishedResults, 'ofCase' | 'counts'>;
  readonly holders: Pick<RecordHolders, 'holderOf'>;
  readonly commissionRoundKeys: Pick<CommissionRoundKeys, 'find'>;
  readonly intakeKeys: IntakeKeys;
  readonly requests: FiledRequests;
  readonly requestsOfLeads: FiledRequests;
}

/** Takes objections (異議) to a striking-out, sealed to the commission, on the days that the policy sets after the publication. */
export class Objections {
  private readonly signed: CardSignedRequests;

  constructor(private readonly dependencies: ObjectionsDependencies) {
    this.signed = new CardSignedRequests(dependencies);
  }

  /** By the co-signer: with the receipt, and with the card that signed the record. */
  async byCoSigner(
    caseNumber: CaseNumber,
    { receipt: jws, account, challenge, signature }: CardRequest & { readonly receipt: string },
  ): Promise<Result<void, OwnObjectionErrorCode>> {
    const receipt = await readReceipt(this.dependencies.intakeKeys, jws);
    if (!receipt.ok) return receipt;
    const { commitment, round } = receipt.value;
    if (receipt.value.caseNumber !== caseNumber) return fail('receipt-for-another-case');
    const request = { kind: 'objection', caseNumber, commitment, account, challenge } as const;
    const signed = await this.signed.verify(request, signature);
    if (!signed.ok) return signed;
    const result = await this.resultInTime(caseNumber, (each) => each.round === round);
    if (!result.ok) return result;
    const counts = await this.dependencies.published.counts(result.value.roundId, commitment);
    if (counts !== false) return fail('nothing-to-object-to');
    const digest = holderDigest(signed.value.holder);
    const holder = await this.dependencies.holders.holderOf({ caseNumber, round, commitment });
    if (!holder.ok) return holder;
    const isTheirs = holder.value !== undefined && equalOctets(holderDigest(holder.value), digest);
    if (!isTheirs) return fail('receipt-not-of-this-card');
    const content = {
      by: 'co-signer',
      commitment,
      nationalId: '',
      signedData: signed.value.signedData,
    } as const;
    return this.file(result.value, { caseNumber, account, holder: hex(digest), ...content }, 'requests');
  }

  /** By the lead, who names a number of the struck-out list of the round checked last. */
  byLead(
    caseNumber: CaseNumber,
    { nationalId, account }: { readonly nationalId: string; readonly account: string },
  ): Promise<Result<void, ObjectionErrorCode>> {
    return this.fileOfLead(caseNumber, { nationalId, account });
  }

  /** By the lead, who names a paper row of that list by page and line. */
  toPaperRow(
    caseNumber: CaseNumber,
    { place, account }: { readonly place: PaperPlace; readonly account: string },
  ): Promise<Result<void, ObjectionErrorCode>> {
    return this.fileOfLead(caseNumber, { nationalId: '', place, account });
  }

  private async fileOfLead(
    caseNumber: CaseNumber,
    request: Pick<FiledRequest, 'nationalId' | 'place' | 'account'>,
  ): Promise<Result<void, ObjectionErrorCode>> {
    const { account } = request;
    if (!isAccount(account)) return fail('account-malformed');
    const result = await this.resultInTime(caseNumber, () => true);
    if (!result.ok) return result;
    const content = { by: 'lead', commitment: undefined, signedData: new Uint8Array(), holder: '' } as const;
    return this.file(result.value, { caseNumber, ...request, ...content }, 'requestsOfLeads');
  }

  private async resultInTime(
    caseNumber: CaseNumber,
    isWanted: (result: PublishedResult) => boolean,
  ): Promise<Result<PublishedResult, 'nothing-to-object-to' | 'objection-period-over'>> {
    const results = await this.dependencies.published.ofCase(caseNumber);
    const result = results.findLast(isWanted);
    // Only the latest result can be corrected: those of the supplement count on it.
    if (result === undefined || result !== results.at(-1)) return fail('nothing-to-object-to');
    const lastDay = this.lastDayFor(result.publishedOn);
    const today = taipeiDateOf(this.dependencies.clock.now());
    return today > lastDay ? fail('objection-period-over', { lastDay }) : ok(result);
  }

  private lastDayFor(publishedOn: TaipeiDate): TaipeiDate {
    const { objectionDays } = this.dependencies.policy;
    return taipeiDate(Temporal.PlainDate.from(publishedOn).add({ days: objectionDays }));
  }

  private async file(
    { roundId }: PublishedResult,
    request: Omit<FiledRequest, 'kind' | 'filedOn'> & { readonly commitment: Commitment | undefined },
    store: 'requests' | 'requestsOfLeads',
  ): Promise<Result<void, 'record-destroyed'>> {
    const key = await this.dependencies.commissionRoundKeys.find(roundId);
    if (key === undefined) return fail('record-destroyed');
    const filedOn = taipeiDateOf(this.dependencies.clock.now());
    const sealed = sealRequest({ ...request, kind: 'objection', filedOn }, key);
    await this.dependencies[store].add({ id: randomUUID(), roundId, kind: 'objection', sealed });
    return ok(undefined);
  }
}
