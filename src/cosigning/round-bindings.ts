import type { RoundBinding } from '../cases/index.js';
import type { HolderTagKey } from '../core/holder.js';
import type { CaseNumber } from '../core/identifiers.js';
import { equalOctets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import type { HolderTagKeys, OpenRound } from './ports.js';

/** What of a running server may differ from what a round is bound to. */
export const bindingParts = ['origin', 'certificate-policy', 'holder-tag-key'] as const;
export type BindingPart = (typeof bindingParts)[number];

/** What this server has, to bind rounds to and to compare them with. */
export interface ServerIdentity {
  /** The platform's origin, as co-signers see it in the statement. */
  readonly origin: string;
  /** SHA-256 of the certificate policies, 32 bytes. */
  readonly certificatePolicyDigest: Uint8Array;
  readonly holderTagKeys: HolderTagKeys;
}

/**
 * Binds rounds to this server's origin, certificate policies and holder-tag keys when they open, and says later whether it still has
 * them. Without this, a changed origin would strike out what was accepted before, and a lost key would let holders sign twice.
 */
export class RoundBindings {
  constructor(private readonly server: ServerIdentity) {}

  /**
   * What a round of this case is bound to if it opens now. Makes the case's holder-tag key if the case has had none. Fails with
   * `round-not-served-here` where `earlier`, the binding of the main round, is to another key: holders could sign twice.
   */
  async bind(
    caseNumber: CaseNumber,
    earlier: RoundBinding | undefined,
  ): Promise<Result<RoundBinding, 'round-not-served-here'>> {
    const { origin, certificatePolicyDigest, holderTagKeys } = this.server;
    const key =
      earlier === undefined ? await holderTagKeys.make(caseNumber) : await holderTagKeys.find(caseNumber);
    if (key === undefined) return fail('round-not-served-here');
    const binding = { origin, certificatePolicyDigest, holderTagKeyCheck: key.check };
    const same = earlier === undefined || equalOctets(earlier.holderTagKeyCheck, binding.holderTagKeyCheck);
    return same ? ok(binding) : fail('round-not-served-here');
  }

  /**
   * The holder-tag key of a round that this server may take co-signatures for. Otherwise `round-not-served-here`: nothing may be taken
   * then, and nothing changes.
   */
  async holderTagKey(round: OpenRound): Promise<Result<HolderTagKey, 'round-not-served-here'>> {
    const key = await this.server.holderTagKeys.find(round.caseNumber);
    const differs = key === undefined || this.differencesWith(round.binding, key).length > 0;
    return differs ? fail('round-not-served-here') : ok(key);
  }

  /** What differs; nothing where this server may take co-signatures for the round. */
  async differences({ caseNumber, binding }: OpenRound): Promise<readonly BindingPart[]> {
    return this.differencesWith(binding, await this.server.holderTagKeys.find(caseNumber));
  }

  private differencesWith(binding: RoundBinding, key: HolderTagKey | undefined): readonly BindingPart[] {
    const { origin, certificatePolicyDigest } = this.server;
    const differs: BindingPart[] = [];
    if (binding.origin !== origin) differs.push('origin');
    if (!equalOctets(binding.certificatePolicyDigest, certificatePolicyDigest))
      differs.push('certificate-policy');
    if (key === undefined || !equalOctets(binding.holderTagKeyCheck, key.check))
      differs.push('holder-tag-key');
    return differs;
  }
}
