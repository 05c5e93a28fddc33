import type { JsonValue } from '../core/canonical-json.js';
import { sha256Hex } from '../core/sha256.js';
import type { AuditErrorCode } from './errors.js';
import type { AuditEvent } from './event.js';

/** A member of staff, as the log has entered them until now. */
interface EnteredMember {
  /** SHA-256 of their certificate, hex. */
  readonly certificate: string | undefined;
  readonly roles: readonly string[];
  readonly active: boolean;
}

/** A request for approval. */
interface EnteredRequest {
  readonly requestedBy: string;
  /** The action, the case and the SHA-256 of the content, as the events of the request all name them. */
  readonly names: string;
}

/** A step that two people approve. */
interface EnteredStep {
  readonly line: number;
  readonly request: string;
  /** Actor, case and action that its approval must have. */
  readonly approved: string;
}

/** The approved action that leads to an event of staff. Another needs no approval, nor does what the operator enters. */
const approvedActions: ReadonlyMap<string, string> = new Map([
  ['access-code-replaced', 'replace-code'],
  ['case-stop', 'stop-case'],
  ['case-refuse', 'start-check'],
  ['case-start-check', 'start-check'],
  ['case-find-enough', 'confirm-result'],
  ['case-find-too-few', 'confirm-result'],
  ['case-correct-enough', 'correct-result'],
  ['result-corrected', 'correct-result'],
  ['objection-decided', 'decide-objection'],
  ['misuse-decided', 'decide-misuse'],
  ['withdrawal-decided', 'decide-withdrawal'],
  ['case-purge', 'purge'],
  ['lead-certificates-replaced', 'replace-lead-certificate'],
  ['office-closure-entered', 'enter-closure'],
  ['supplement-noticed', 'notice-supplement'],
  ['case-announced', 'enter-announcement'],
  ['litigation-hold-entered', 'enter-hold'],
  ['litigation-hold-lifted', 'lift-hold'],
  ['intake-paused', 'pause-intake'],
  ['intake-resumed', 'resume-intake'],
  ['case-intake-paused', 'pause-case-intake'],
  ['case-intake-resumed', 'resume-case-intake'],
  ['read-only-begun', 'begin-read-only'],
  ['read-only-ended', 'end-read-only'],
  ['staff-member-added', 'add-member'],
  ['staff-member-roles-changed', 'change-member-roles'],
  ['staff-member-deactivated', 'remove-member'],
]);

/**
 * Who may sign what, read from the events of a log in their order: members with their certificates and roles, the leads' certificates,
 * requests, and which steps were approved.
 */
export class ActsInLog {
  private readonly members = new Map<string, EnteredMember>();
  /** SHA-256 of the lead's certificate, hex, by case. */
  private readonly leads = new Map<string, string>();
  private readonly requests = new Map<string, EnteredRequest>();
  private readonly approvals = new Map<string, string>();
  private readonly steps: EnteredStep[] = [];

  /** Enters what an event says of people and requests. An act that must be signed is entered when its signature has been verified. */
  enter(event: AuditEvent, line: number): void {
    const { actor, action, details } = event;
    const approvedAction = approvedActions.get(action);
    // The operator enters the first members, and in an emergency more: the log shows it to everybody.
    const byOperator = actor === 'system' && changeOfMember(event) !== undefined;
    if (approvedAction !== undefined && !byOperator) {
      const approved = nameOf(actor, approvedAction, event.case);
      this.steps.push({ line, request: textOf(details.request), approved });
    }
    if (action === 'approval-requested') this.enterRequest(event);
    if (action === 'approval-approved')
      this.approvals.set(textOf(details.request), nameOf(actor, textOf(details.action), event.case));
    if (changeOfMember(event) !== undefined) this.enterMember(textOf(details.member), event);
    // Staff's own entries may have any details, so the action counts as well.
    if (action === 'case-registered' || action === 'lead-certificates-replaced')
      this.leads.set(textOf(event.case), textOf(details.leadCertificate));
  }

  /** Whether this certificate is the one of the event's actor, who may do what the event says. */
  maySign(event: AuditEvent, certificate: Uint8Array): boolean {
    const digest = sha256Hex(certificate);
    if (event.action !== 'approval-approved')
      return event.actor === 'lead' && this.leads.get(textOf(event.case)) === digest;
    const member = this.members.get(memberOf(event.actor));
    if (member?.certificate !== digest || !member.active || !member.roles.includes('approver')) return false;
    return this.isOtherThanRequester(event, digest);
  }

  /**
   * The line of the first step that nobody approved: an approval stands for one step, its own. Undefined where there is none. Asked at the
   * end, since an approval may be chained just after its step.
   */
  firstUnapproved(): number | undefined {
    const used = new Set<string>();
    return this.steps.find(({ request, approved }) => {
      const stands = this.approvals.get(request) === approved && !used.has(request);
      used.add(request);
      return !stands;
    })?.line;
  }

  private enterRequest(event: AuditEvent): void {
    const id = textOf(event.details.request);
    // The first stands: whoever asks again under the same identifier doesn't take its place.
    if (!this.requests.has(id))
      this.requests.set(id, { requestedBy: memberOf(event.actor), names: namesOf(event) });
  }

  private enterMember(id: string, event: AuditEvent): void {
    const { details } = event;
    const known = this.members.get(id) ?? { certificate: undefined, roles: [], active: true };
    const { certificate, roles } = details;
    this.members.set(id, {
      // A member keeps the certificate they were added with.
      certificate: known.certificate ?? (typeof certificate === 'string' ? certificate : undefined),
      roles: Array.isArray(roles) ? roles.map(textOf) : known.roles,
      active: known.active && changeOfMember(event) !== 'staff-member-deactivated',
    });
  }

  private isOtherThanRequester(event: AuditEvent, certificate: string): boolean {
    const request = this.requests.get(textOf(event.details.request));
    if (request === undefined || request.names !== namesOf(event)) return false;
    const requester = this.members.get(request.requestedBy);
    return (
      requester?.certificate !== undefined &&
      requester.certificate !== certificate &&
      request.requestedBy !== memberOf(event.actor)
    );
  }
}

/** Why the acts in a log don't stand. */
export type ActErrorCode = Extract<AuditErrorCode, `audit-sign${string}` | 'audit-step-not-approved'>;

/** What an event changes of a member, also where the operator did it in an emergency; undefined for any other event. */
function changeOfMember({ action, details }: AuditEvent): string | undefined {
  const change = action === 'staff-emergency' ? textOf(details.change) : action;
  return change.startsWith('staff-member-') ? change : undefined;
}

const memberOf = (actor: string): string => actor.replace(/^staff:/, '');

const namesOf = ({ details, case: caseNumber }: AuditEvent): string =>
  nameOf(textOf(details.action), textOf(details.subject), caseNumber);

const nameOf = (...parts: readonly (string | null)[]): string => JSON.stringify(parts);

/** The text, or none where it is anything else. */
function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
