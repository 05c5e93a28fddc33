import { canonicalJson, type JsonValue } from '../../core/canonical-json.js';
import { digestSha256 } from '../../core/cryptography.js';
import { encodeUtf8 } from '../../core/encodings.js';
import { parseCaseNumber } from '../../core/case-number.js';
import { parseJson } from '../../core/json.js';
import { equalOctets, hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { renderApprovalStatement } from '../../core/statement/index.js';
import { octetsOfBase64 } from '../api/octets-of-answers';
import type { ApprovalDetail } from './desk-api';

/** What somebody is shown of a request before they sign it, all of it worked out in this page. */
export interface ShownApproval {
  /** Every member of the content, by name. */
  readonly members: readonly (readonly [name: string, value: JsonValue])[];
  /** SHA-256 of the canonical JSON of these members, hex. */
  readonly digest: string;
  /** What the card signs: UTF-8, rendered here of these members. */
  readonly statement: Uint8Array;
}

const bounds = { size: 1024 * 1024, depth: 8 };

/**
 * Reads what is approved, and works out digest and statement anew of exactly what is shown. Where one is not what the server says, nothing
 * may be signed: `approval-content-differs`, `approval-statement-differs`.
 */
export async function shownApproval(
  request: ApprovalDetail,
  origin: string,
): Promise<Result<ShownApproval, 'approval-content-differs' | 'approval-statement-differs'>> {
  const members = membersIn(request.content);
  if (members === undefined || !isAbout(request, members)) return fail('approval-content-differs');
  const content = encodeUtf8(canonicalJson(Object.fromEntries(members)));
  const contentDigest = await digestSha256(content);
  const digest = hex(contentDigest);
  if (digest !== request.subjectDigest) return fail('approval-content-differs');
  const statement = statementOf(request, { origin, content, contentDigest });
  return statement !== undefined && equalOctets(statement, encodeUtf8(request.statement))
    ? ok({ members, digest, statement })
    : fail('approval-statement-differs');
}

function membersIn(content: string): ShownApproval['members'] | undefined {
  const read = parseJson(octetsOfBase64(content), bounds, (json) => json.object());
  return read.ok ? Object.entries(read.value) : undefined;
}

/** Whether the content names the action and the case that the request does, as far as it names one. */
function isAbout(request: ApprovalDetail, members: ShownApproval['members']): boolean {
  const named = new Map(members);
  const agrees = (name: 'action' | 'case'): boolean => {
    const value = named.get(name);
    return value === undefined || value === request[name];
  };
  return agrees('action') && agrees('case');
}

/** Undefined where something can't stand in a line. */
function statementOf(
  { id, action, case: onCase }: ApprovalDetail,
  content: { readonly origin: string; readonly content: Uint8Array; readonly contentDigest: Uint8Array },
): Uint8Array | undefined {
  const number = onCase === undefined ? undefined : parseCaseNumber(onCase);
  if (number?.ok === false) return undefined;
  try {
    return renderApprovalStatement({ ...content, action, caseNumber: number?.value, requestId: id });
  } catch {
    return undefined;
  }
}
