import type {
  ApprovedBy,
  PlatformSwitchErrorCode,
  ServiceSwitches,
  SwitchChange,
  SwitchErrorCode,
} from '../cases/index.js';
import { parseCaseNumber } from '../core/case-number.js';
import { canonicalJson, type JsonValue } from '../core/canonical-json.js';
import type { CaseNumber } from '../core/identifiers.js';
import { type JsonReader, parseJson } from '../core/json.js';
import { fail, type Result } from '../core/result.js';
import type { ApprovalActions, ApprovedAction } from './approvals/approved-action.js';
import type { Approvals } from './approvals/approvals.js';
import type { ApprovalRequest } from './approvals/request.js';
import type { SwitchStepExecutionErrorCode } from './errors.js';
import type { StaffSession } from './ports.js';

const actionsOnNoCase = ['pause-intake', 'resume-intake', 'begin-read-only', 'end-read-only'] as const;
const actionsOnCase = ['pause-case-intake', 'resume-case-intake'] as const;

/** The switches that two people turn while the platform runs: a registrar asks, an approver signs, and then every process keeps to it. */
export class SwitchSteps {
  constructor(
    private readonly switches: Pick<ServiceSwitches, 'check' | 'checkOfCase' | 'turn'>,
    private readonly approvals: Pick<Approvals, 'request'>,
  ) {}

  /** Registers who executes the steps; an approval of what has changed since is `approval-outdated`. */
  register(actions: ApprovalActions): void {
    for (const action of actionsOnNoCase)
      actions.registerWithoutCase(action, (approved) => this.turn(action, approved));
    for (const action of actionsOnCase) actions.register(action, (approved) => this.turn(action, approved));
  }

  /** Asks for a switch of the platform to be turned. */
  async requestForPlatform(
    change: SwitchChange,
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, PlatformSwitchErrorCode>> {
    const checked = await this.switches.check(change);
    return checked.ok ? this.request(change, session) : checked;
  }

  /** Asks for the switch of a case to be turned. */
  async requestForCase(
    change: SwitchChange & { readonly caseNumber: CaseNumber },
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, SwitchErrorCode>> {
    const checked = await this.switches.checkOfCase(change);
    return checked.ok ? this.request(change, session) : checked;
  }

  private async request(
    change: SwitchChange,
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, never>> {
    const { caseNumber } = change;
    const action = actionOf(change);
    const wanted = {
      action,
      ...(caseNumber === undefined ? {} : { caseNumber }),
      content: switchContent(change),
    };
    const made = await this.approvals.request(wanted, session);
    if (!made.ok) throw new Error(`nobody executes the action ${action}`);
    return made;
  }

  private async turn(
    action: string,
    approved: ApprovedAction,
  ): Promise<Result<void, SwitchStepExecutionErrorCode>> {
    const change = readSwitchContent(approved.content);
    if (change === undefined || actionOf(change) !== action || change.caseNumber !== approved.caseNumber)
      return fail('approval-outdated');
    const by: ApprovedBy = { actor: `staff:${approved.approvedBy}`, request: approved.requestId };
    const turned = await this.switches.turn(change, by);
    return turned.ok ? turned : fail('approval-outdated');
  }
}

function actionOf({ name, caseNumber, on }: SwitchChange): string {
  if (name === 'read-only') return on ? 'begin-read-only' : 'end-read-only';
  return `${on ? 'pause' : 'resume'}${caseNumber === undefined ? '' : '-case'}-intake`;
}

/** Exactly what two people decide: canonical JSON (RFC 8785). */
function switchContent(change: SwitchChange): Uint8Array {
  const { caseNumber } = change;
  const members: Record<string, JsonValue> = { action: actionOf(change) };
  if (caseNumber !== undefined) members['case'] = caseNumber;
  if (change.on) Object.assign(members, { reasonZhTW: change.reasonZhTW, reasonEn: change.reasonEn });
  return Buffer.from(canonicalJson(members));
}

const bounds = { size: 4096, depth: 1 };

/** Reads it; undefined for any other content. Whoever has staff's login can write some of their own. */
function readSwitchContent(content: Uint8Array): SwitchChange | undefined {
  const read = parseJson(content, bounds, changeIn);
  return read.ok ? read.value : undefined;
}

function changeIn(json: JsonReader): SwitchChange {
  const action = json.member('action').oneOf(...actionsOnNoCase, ...actionsOnCase);
  const name = action.endsWith('read-only') ? 'read-only' : 'intake-paused';
  const caseNumber = action.includes('-case-') ? json.member('case').parsed(parseCaseNumber) : undefined;
  if (/^(?:resume|end)-/.test(action)) return { name, caseNumber, on: false };
  const [reasonZhTW, reasonEn] = [json.member('reasonZhTW').text(), json.member('reasonEn').text()];
  return { name, caseNumber, on: true, reasonZhTW, reasonEn };
}
