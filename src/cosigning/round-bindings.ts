import type { Case, CommissionRoundKey, CommissionRoundKeys, Round, RoundBinding } from '../cases/index.js';
import type { HolderTagKey } from '../core/holder.js';
import { equalOctets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import type { HolderTagKeys, OpenRound } from './ports.js';

/** What of a running server may differ from what a round is bound to. */
export const bindingParts = [
  'origin',
  'certificate-policy',
  'holder-tag-key',
  'commission-round-key',
] as const;
export type BindingPart = (typeof bindingParts)[number];

/** What this server has, to bind rounds to and to compare them with. */
export interface ServerIdentity {
  /** The platform's origin, as co-signers see it in the statement. */
  readonly origin: string;
  /** SHA-256 of the certificate policies, 32 bytes. */
  readonly certificatePolicyDigest: Uint8Array;
  readonly holderTagKeys: HolderTagKeys;
  readonly commissionRoundKeys: Pick<CommissionRoundKeys, 'make' | 'find'>;
}

/** What of the platform stands in the lead's statements. */
export interface StatementTerms {
  readonly origin: string;
  /** SubjectPublicKeyInfo of the commission's round key, DER. */
  readonly commissionRoundKey: Uint8Array;
}

/** The keys of a round, as this server has them. */
interface KeysHere {
  readonly holderTagKey: HolderTagKey | undefined;
  readonly commissionRoundKey: CommissionRoundKey | undefined;
}

/**
 * Binds rounds to this server's origin, certificate policies and keys when they open, and says later whether it still has
 * them. Without this, a changed origin would strike out what was accepted before, and a lost key would let holders sign twice.
 */
export class RoundBindings {
  constructor(private readonly server: ServerIdentity) {}

  /**
   * What the lead of a round that has not opened is to sign. Makes the commission's round key if there is none. For a round that has
   * opened: what was signed.
   */
  async termsToSign({ id, binding }: Round): Promise<StatementTerms> {
    if (binding !== undefined) return binding;
    const { publicKey } = await this.server.commissionRoundKeys.make(id);
    return { origin: this.server.origin, commissionRoundKey: publicKey };
  }

  /** What has to stand in the statement of a round that has not opened. Undefined where {@link termsToSign} was never asked, or its key is lost. */
  async termsSigned({ id }: Pick<Round, 'id'>): Promise<StatementTerms | undefined> {
    const key = await this.server.commissionRoundKeys.find(id);
    return key && { origin: this.server.origin, commissionRoundKey: key.publicKey };
  }

  /**
   * What a round of this case is bound to if it opens now under these terms. Makes the case's holder-tag key if the case has had none.
   * Fails with `round-not-served-here` where the main round is bound to another key: holders could sign twice.
   */
  async bind(
    { number, mode, rounds }: Pick<Case, 'number' | 'mode' | 'rounds'>,
    terms: StatementTerms,
  ): Promise<Result<RoundBinding, 'round-not-served-here'>> {
    const { certificatePolicyDigest, holderTagKeys } = this.server;
    const earlier = rounds.find(({ binding }) => binding !== undefined)?.binding;
    const key = earlier === undefined ? await holderTagKeys.make(number) : await holderTagKeys.find(number);
    if (key === undefined) return fail('round-not-served-here');
    const check = key.check;
    const same = earlier === undefined || equalOctets(earlier.holderTagKeyCheck, check);
    if (!same) return fail('round-not-served-here');
    return ok({ ...terms, mode, certificatePolicyDigest, holderTagKeyCheck: check });
  }

  /**
   * The holder-tag key of a round that this server may take co-signatures for. Otherwise `round-not-served-here`: nothing may be taken
   * then, and nothing changes.
   */
  async holderTagKey(round: OpenRound): Promise<Result<HolderTagKey, 'round-not-served-here'>> {
    const keys = await this.keysOf(round);
    const { holderTagKey } = keys;
    const differs = holderTagKey === undefined || this.differencesWith(round.binding, keys).length > 0;
    return differs ? fail('round-not-served-here') : ok(holderTagKey);
  }

  /**
   * The holder-tag key of a round's case, to find a holder's record with; nothing may be taken by it. It is the one that the round is bound
   * to, or `round-not-served-here`: another would find nothing.
   */
  async holderTagKeyOf({
    caseNumber,
    binding,
  }: Pick<OpenRound, 'caseNumber' | 'binding'>): Promise<Result<HolderTagKey, 'round-not-served-here'>> {
    const key = await this.server.holderTagKeys.find(caseNumber);
    return key !== undefined && equalOctets(binding.holderTagKeyCheck, key.check)
      ? ok(key)
      : fail('round-not-served-here');
  }

  /** What differs; nothing where this server may take co-signatures for the round. */
  async differences(round: OpenRound): Promise<readonly BindingPart[]> {
    return this.differencesWith(round.binding, await this.keysOf(round));
  }

  private async keysOf({ id, caseNumber }: OpenRound): Promise<KeysHere> {
    const { holderTagKeys, commissionRoundKeys } = this.server;
    return {
      holderTagKey: await holderTagKeys.find(caseNumber),
      commissionRoundKey: await commissionRoundKeys.find(id),
    };
  }

  private differencesWith(
    binding: RoundBinding,
    { holderTagKey, commissionRoundKey }: KeysHere,
  ): readonly BindingPart[] {
    const { origin, certificatePolicyDigest } = this.server;
    const same: Record<BindingPart, boolean> = {
      origin: binding.origin === origin,
      'certificate-policy': equalOctets(binding.certificatePolicyDigest, certificatePolicyDigest),
      'holder-tag-key':
        holderTagKey !== undefined && equalOctets(binding.holderTagKeyCheck, holderTagKey.check),
      'commission-round-key':
        commissionRoundKey !== undefined &&
        equalOctets(binding.commissionRoundKey, commissionRoundKey.publicKey),
    };
    return bindingParts.filter((part) => !same[part]);
  }
}
