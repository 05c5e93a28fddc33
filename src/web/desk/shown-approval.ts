import { canonicalJson, type JsonValue } from '../../core/canonical-json.js';
import { digestSha256 } from '../../core/cryptography.js';
import { decodeBase64, encodeUtf8 } from '../../core/encodings.js';
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
 * may be signed, nor where a digest in it is not that of the octets it names: `approval-content-differs`, `approval-statement-differs`.
 */
export async function shownApproval(
  request: ApprovalDetail,
  origin: string,
): Promise<Result<ShownApproval, 'approval-content-differs' | 'approval-statement-differs'>> {
  const members = membersIn(request.content);
  if (members === undefined || !isAbout(request, members) || !(await namesItsOctets(members)))
    return fail('approval-content-differs');
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
  const values = new Map(members);
  const agrees = (name: 'action' | 'case'): boolean => {
    const value = values.get(name);
    return value === undefined || value === request[name];
  };
  return agrees('action') && agrees('case');
}

/** Octets in a content, in base64, and the member that says their SHA-256 in the statement. */
const named: readonly (readonly [octets: string, digest: string])[] = [
  ['signingCertificate', 'signingSha256After'],
  ['encryptionCertificate', 'encryptionSha256After'],
  ['statement', 'submissionStatementSha256'],
  ['wrappedKey', 'wrappedKeySha256'],
];

/** Whether each digest that a person reads is that of the octets beside it. */
async function namesItsOctets(members: ShownApproval['members']): Promise<boolean> {
  const values = new Map(members);
  for (const [name, digest] of named) {
    const value = values.get(name);
    const octets = typeof value === 'string' ? decodeBase64(value) : undefined;
    if (octets !== undefined && hex(await digestSha256(octets)) !== values.get(digest)) return false;
  }
  return true;
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
