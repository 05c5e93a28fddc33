import {
  accessCodeDigest,
  type Case,
  type CaseService,
  type CaseStepErrorCode,
  currentRound,
  newAccessCode,
} from '../cases/index.js';
import { canonicalJson, type JsonValue } from '../core/canonical-json.js';
import type { CaseNumber } from '../core/identifiers.js';
import { equalOctets, hex } from '../core/octets.js';
import { fail, mapValue, ok, type Result } from '../core/result.js';
import type { Approvals } from './approvals/approvals.js';
import type { ApprovalActions, ApprovedCaseAction } from './approvals/approved-action.js';
import type { ApprovalRequest } from './approvals/request.js';
import type { CaseStepExecutionErrorCode } from './errors.js';
import type { StaffSession } from './ports.js';

/** An access code that replaces a lost one once the request is approved. The code is kept nowhere else. */
export interface RequestedCode {
  readonly request: ApprovalRequest;
  readonly accessCode: string;
}

/** The steps of a case, outside its check, that take two people: stopping it, and replacing an access code. */
export class CaseSteps {
  constructor(
    private readonly cases: Pick<CaseService, 'find' | 'apply' | 'replaceCode'>,
    private readonly approvals: Pick<Approvals, 'request'>,
  ) {}

  /** Registers who executes the steps; an approval of what has changed since is `approval-outdated`. */
  register(actions: ApprovalActions): void {
    actions.register('stop-case', (approved) => this.stop(approved));
    actions.register('replace-code', (approved) => this.replaceCode(approved));
  }

  /** Asks for a case to be stopped (REG 10). Whether it can be is judged when it is done. */
  async requestStop(
    caseNumber: CaseNumber,
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, 'not-found'>> {
    const referendum = await this.cases.find(caseNumber);
    if (referendum === undefined) return fail('not-found');
    return this.request('stop-case', caseNumber, stopContent(referendum), session);
  }

  /** Makes an access code and asks for it to replace the one of the current round. Until that is approved, the old one works. */
  async requestCode(
    caseNumber: CaseNumber,
    session: StaffSession,
  ): Promise<Result<RequestedCode, CaseStepErrorCode>> {
    const referendum = await this.cases.find(caseNumber);
    if (referendum === undefined) return fail('not-found');
    if (currentRound(referendum) === undefined)
      return fail('transition-not-allowed', { state: referendum.state, event: 'issue-code' });
    const accessCode = newAccessCode();
    const content = codeContent(referendum, accessCodeDigest(accessCode));
    const request = await this.request('replace-code', caseNumber, content, session);
    return mapValue(request, (made) => ({ request: made, accessCode }));
  }

  private async request(
    action: string,
    caseNumber: CaseNumber,
    content: Uint8Array,
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, never>> {
    const made = await this.approvals.request({ action, caseNumber, content }, session);
    if (!made.ok) throw new Error(`nobody executes the action ${action}`);
    return made;
  }

  private async stop(approved: ApprovedCaseAction): Promise<Result<unknown, CaseStepExecutionErrorCode>> {
    const referendum = await this.cases.find(approved.caseNumber);
    if (referendum === undefined) return fail('not-found');
    if (!equalOctets(stopContent(referendum), approved.content)) return fail('approval-outdated');
    const { approvedBy, requestId } = approved;
    return this.cases.apply(approved.caseNumber, 'stop', `staff:${approvedBy}`, { request: requestId });
  }

  private async replaceCode(
    approved: ApprovedCaseAction,
  ): Promise<Result<unknown, CaseStepExecutionErrorCode>> {
    const referendum = await this.cases.find(approved.caseNumber);
    if (referendum === undefined) return fail('not-found');
    const digest = digestIn(approved.content);
    if (!equalOctets(codeContent(referendum, digest), approved.content)) return fail('approval-outdated');
    const { approvedBy, requestId } = approved;
    const replaced = await this.cases.replaceCode(approved.caseNumber, digest, `staff:${approvedBy}`, {
      request: requestId,
    });
    return replaced.ok ? ok(undefined) : replaced;
  }
}

function stopContent({ number, state }: Case): Uint8Array {
  return bytesOf({ action: 'stop-case', case: number, state });
}

function codeContent(referendum: Case, digest: Uint8Array): Uint8Array {
  const round = currentRound(referendum)?.ordinal ?? 0;
  return bytesOf({
    action: 'replace-code',
    case: referendum.number,
    round,
    accessCodeSha256: hex(digest),
  });
}

const bytesOf = (members: Readonly<Record<string, JsonValue>>): Uint8Array =>
  Buffer.from(canonicalJson(members));

/** The digest in the content of a `replace-code`; whether the rest is as it must be is compared afterwards. */
function digestIn(content: Uint8Array): Uint8Array {
  const found = /"accessCodeSha256":"([0-9a-f]{64})"/.exec(Buffer.from(content).toString('latin1'));
  return Buffer.from(found?.[1] ?? '', 'hex');
}
