import {
  type CaseService,
  checkLeadCertificates,
  isClosed,
  type LeadCertificatePair,
} from '../cases/index.js';
import type { Clock } from '../core/clock.js';
import { holderDigest } from '../core/holder.js';
import type { CaseNumber } from '../core/identifiers.js';
import { equalOctets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256 } from '../core/sha256.js';
import { parseCertificate } from '../core/x509/index.js';
import type { Approvals } from './approvals/approvals.js';
import type { ApprovalActions, ApprovedCaseAction } from './approvals/approved-action.js';
import type { ApprovalRequest } from './approvals/request.js';
import type { CaseStepExecutionErrorCode, LeadReplacementErrorCode } from './errors.js';
import {
  type LeadReplacement,
  makesLead,
  readReplacementContent,
  replaceLeadCertificate,
  replacementContent,
} from './lead-replacement-content.js';
import type { StaffCertificateValidator, StaffSession } from './ports.js';

/** What replacing a lead's certificates works with. */
export interface LeadReplacementDependencies {
  readonly cases: Pick<CaseService, 'find' | 'replaceLeadCertificates'>;
  readonly approvals: Pick<Approvals, 'request'>;
  readonly validator: StaffCertificateValidator;
  readonly clock: Clock;
}

/**
 * Other certificates for a lead whose card was lost or renewed, or whose name changed: after identifying the lead, a registrar asks with both
 * new certificates, and an approver signs. Neither may become the lead. All of the lead's sessions end; the keys stay as they are.
 */
export class LeadReplacementSteps {
  constructor(private readonly dependencies: LeadReplacementDependencies) {}

  /** Registers who executes it; an approval of what has changed since is `approval-outdated`. */
  register(actions: ApprovalActions): void {
    actions.register(replaceLeadCertificate, (approved) => this.replace(approved));
  }

  /** Asks for it. The new signing certificate must be good now, so that its holder is known. */
  async request(
    caseNumber: CaseNumber,
    pair: LeadCertificatePair,
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, LeadReplacementErrorCode>> {
    const { cases, approvals } = this.dependencies;
    const referendum = await cases.find(caseNumber);
    if (referendum === undefined) return fail('not-found');
    const { state, leadSigningCertificate: registered } = referendum;
    if (isClosed(state)) return fail('transition-not-allowed', { state, event: replaceLeadCertificate });
    const checked = checkLeadCertificates(pair);
    if (!checked.ok) return checked;
    if (equalOctets(pair.leadSigningCertificate, registered)) return fail('lead-certificate-unchanged');
    const holder = await this.holderOf(pair.leadSigningCertificate);
    if (!holder.ok) return holder;
    const replacement = { caseNumber, replaced: sha256(registered), ...pair, holderDigest: holder.value };
    const content = replacementContent(replacement, registered);
    if (makesLead(content, session)) return fail('approval-of-own-role');
    const made = await approvals.request({ action: replaceLeadCertificate, caseNumber, content }, session);
    if (!made.ok) throw new Error(`nobody executes the action ${replaceLeadCertificate}`);
    return made;
  }

  private async holderOf(der: Uint8Array): Promise<Result<Uint8Array, LeadReplacementErrorCode>> {
    const { validator, clock } = this.dependencies;
    const target = parseCertificate(der);
    if (!target.ok) return fail('lead-certificate-malformed', { which: 'signing' });
    const at = clock.now();
    const validated = await validator.validateCertificate({ target: target.value, candidates: [], at });
    return validated.ok ? ok(holderDigest(validated.value.holder)) : validated;
  }

  private async replace(approved: ApprovedCaseAction): Promise<Result<void, CaseStepExecutionErrorCode>> {
    const read = readReplacementContent(approved.content);
    if (read?.caseNumber !== approved.caseNumber || !(await this.isAsShown(read, approved.content)))
      return fail('approval-outdated');
    const { approvedBy, requestId } = approved;
    const by = { actor: `staff:${approvedBy}`, request: requestId } as const;
    const { caseNumber, replaced, leadSigningCertificate, leadEncryptionCertificate } = read;
    const pair = { leadSigningCertificate, leadEncryptionCertificate };
    const done = await this.dependencies.cases.replaceLeadCertificates(caseNumber, replaced, pair, by);
    return done ? ok(undefined) : fail('approval-outdated');
  }

  /**
   * Whether the content is the one that would be asked for today: the names and digests that the approver read are those of the very
   * certificates, and these are still good. Whoever has staff's login can write a content that says another thing than it does.
   */
  private async isAsShown(read: LeadReplacement, content: Uint8Array): Promise<boolean> {
    const referendum = await this.dependencies.cases.find(read.caseNumber);
    if (referendum === undefined || !checkLeadCertificates(read).ok) return false;
    const holder = await this.holderOf(read.leadSigningCertificate);
    if (!holder.ok) return false;
    const { leadSigningCertificate: registered } = referendum;
    const shown = { ...read, replaced: sha256(registered), holderDigest: holder.value };
    return equalOctets(replacementContent(shown, registered), content);
  }
}
