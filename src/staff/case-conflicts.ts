import { bindingOf, type Case, type CaseService, type Round } from '../cases/index.js';
import { type Holder, holderDigest } from '../core/holder.js';
import type { CaseNumber } from '../core/identifiers.js';
import { equalOctets } from '../core/octets.js';
import { parseCertificate } from '../core/x509/index.js';
import type { RoundBindings } from '../cosigning/index.js';
import type { TrustService } from '../trust/index.js';
import { certificateDigest } from './member.js';
import type { SubmittedHolders } from './ports.js';

/** A member of staff, by the card that they signed in or sign with. */
export interface CardHolder {
  /** SHA-256 of the certificate, 32 bytes. */
  readonly certificateDigest: Uint8Array;
  /** See {@link holderDigest}. */
  readonly holderDigest: Uint8Array;
}

/** What {@link CaseConflicts} works with. */
export interface CaseConflictDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly trust: Pick<TrustService, 'claimedHolder'>;
  readonly bindings: Pick<RoundBindings, 'holderTagKeyOf'>;
  readonly holders: SubmittedHolders;
}

/**
 * Who may not act in a case as staff because they have a part in it (迴避): its lead, and whoever co-signed it, as far as that can be known. Nothing
 * is stored of what is compared. See docs/adr/0038.
 */
export class CaseConflicts {
  constructor(private readonly dependencies: CaseConflictDependencies) {}

  /** Whether this is the card of the case's lead, or another card of theirs. False for a case that doesn't exist. */
  async isLead(caseNumber: CaseNumber, person: CardHolder): Promise<boolean> {
    const referendum = await this.dependencies.cases.find(caseNumber);
    return referendum !== undefined && this.leads(referendum, person);
  }

  /**
   * Whether this holder is the case's lead, or has co-signed a round of it that is submitted. All of it is asked each time, so that the answer
   * takes as long whatever it is. Not known, and false, once the case is closed: its holder-tag key is destroyed then.
   */
  async hasPart(caseNumber: CaseNumber, certificate: Uint8Array, holder: Holder): Promise<boolean> {
    const referendum = await this.dependencies.cases.find(caseNumber);
    if (referendum === undefined) return false;
    const person = { certificateDigest: certificateDigest(certificate), holderDigest: holderDigest(holder) };
    const submitted = referendum.rounds.filter(({ submission }) => submission !== undefined);
    const found = await Promise.all(submitted.map((round) => this.coSigned(referendum, round, holder)));
    return [this.leads(referendum, person), ...found].includes(true);
  }

  private leads(
    { leadSigningCertificate, leadEncryptionCertificate }: Case,
    { certificateDigest: card, holderDigest: holder }: CardHolder,
  ): boolean {
    const isTheirs = (der: Uint8Array): boolean => {
      const digest = this.holderDigestOf(der);
      const isHolder = digest !== undefined && equalOctets(digest, holder);
      return isHolder || equalOctets(certificateDigest(der), card);
    };
    return [leadSigningCertificate, leadEncryptionCertificate].map(isTheirs).includes(true);
  }

  /** Of a certificate that may have expired or been revoked since: a lead stays the lead. */
  private holderDigestOf(der: Uint8Array): Uint8Array | undefined {
    const certificate = parseCertificate(der);
    const holder = certificate.ok ? this.dependencies.trust.claimedHolder(certificate.value) : undefined;
    return holder && holderDigest(holder);
  }

  private async coSigned({ number }: Case, round: Round, holder: Holder): Promise<boolean> {
    const { bindings, holders } = this.dependencies;
    const key = await bindings.holderTagKeyOf({ caseNumber: number, binding: bindingOf(round) });
    return key.ok && (await holders.includes(round.id, await key.value.tag(holder)));
  }
}
