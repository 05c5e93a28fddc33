import { parseCaseNumber } from '../core/case-number.js';
import { canonicalJson } from '../core/canonical-json.js';
import type { CaseNumber } from '../core/identifiers.js';
import { type JsonReader, parseJson } from '../core/json.js';
import { equalOctets } from '../core/octets.js';
import { fail, type Failure, ok, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import {
  type HandedOverSubmission,
  type OfflineSubmissionErrorCode,
  type OfflineSubmissions,
  type TakeInErrorCode,
  takeInErrorCodes,
} from '../lead/index.js';
import type { Approvals } from './approvals/approvals.js';
import type { ApprovalActions, ApprovedCaseAction } from './approvals/approved-action.js';
import type { ApprovalRequest } from './approvals/request.js';
import type { StaffSession } from './ports.js';

/** The action by which two people take in a submission that was made offline, by its stable code. */
export const takeInSubmission = 'take-in-submission';

/** Takes in what a lead submitted offline (REG 11): a registrar asks with what was handed over, an approver signs. */
export class OfflineSubmissionSteps {
  constructor(
    private readonly submissions: Pick<OfflineSubmissions, 'check' | 'take'>,
    private readonly approvals: Pick<Approvals, 'request'>,
  ) {}

  /** Registers who executes it. */
  register(actions: ApprovalActions): void {
    actions.register(takeInSubmission, (approved) => this.take(approved));
  }

  /** Asks for it. While this waits, the case is not ended. */
  async request(
    caseNumber: CaseNumber,
    handedOver: HandedOverSubmission,
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, OfflineSubmissionErrorCode>> {
    const checked = await this.submissions.check(caseNumber, handedOver);
    if (!checked.ok) return checked;
    const content = contentOf(caseNumber, checked.value.ordinal, handedOver);
    const made = await this.approvals.request({ action: takeInSubmission, caseNumber, content }, session);
    if (!made.ok) throw new Error(`nobody executes the action ${takeInSubmission}`);
    return made;
  }

  private async take(
    approved: ApprovedCaseAction,
  ): Promise<Result<void, TakeInErrorCode | 'approval-outdated'>> {
    const read = readContent(approved.content);
    if (read?.caseNumber !== approved.caseNumber) return fail('approval-outdated');
    const checked = await this.submissions.check(approved.caseNumber, read);
    if (!checked.ok) return failureOf(checked.failure);
    // The digests and the round that the approver read are those of the very octets.
    if (!equalOctets(contentOf(approved.caseNumber, checked.value.ordinal, read), approved.content))
      return fail('approval-outdated');
    const taken = await this.submissions.take(approved.caseNumber, read, approved.requestId);
    return taken.ok ? ok(undefined) : failureOf(taken.failure);
  }
}

/** Why it is not taken in, in a code that an approval answers. */
function failureOf({ code, values }: Failure): Result<never, TakeInErrorCode | 'approval-outdated'> {
  const known = takeInErrorCodes.find((each) => each === code);
  return fail(known ?? 'approval-outdated', values);
}

/** Exactly what two people decide: canonical JSON (RFC 8785), with what was handed over. */
function contentOf(
  caseNumber: CaseNumber,
  round: number,
  { statement, wrappedKey, handedOverAt }: HandedOverSubmission,
): Uint8Array {
  const content = {
    action: takeInSubmission,
    case: caseNumber,
    round,
    handedOverAt: handedOverAt.toISOString(),
    submissionStatementSha256: sha256Hex(statement),
    wrappedKeySha256: sha256Hex(wrappedKey),
    statement: base64(statement),
    wrappedKey: base64(wrappedKey),
  };
  return Buffer.from(canonicalJson(content));
}

const bounds = { size: 131_072, depth: 1 };

function readContent(
  content: Uint8Array,
): (HandedOverSubmission & { readonly caseNumber: CaseNumber }) | undefined {
  const read = parseJson(content, bounds, (json) => {
    json.member('action').oneOf(takeInSubmission);
    return {
      caseNumber: json.member('case').parsed(parseCaseNumber),
      statement: bytesIn(json, 'statement'),
      wrappedKey: bytesIn(json, 'wrappedKey'),
      handedOverAt: new Date(json.member('handedOverAt').text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
    };
  });
  return read.ok ? read.value : undefined;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const bytesIn = (json: JsonReader, member: string): Uint8Array =>
  Buffer.from(json.member(member).text(/^[A-Za-z0-9+/]+={0,2}$/), 'base64');
