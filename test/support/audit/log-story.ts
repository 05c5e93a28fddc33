import {
  type AuditAction,
  type AuditEntry,
  type AuditEvent,
  auditLine,
  chainedEvent,
  checkpointLine,
  emptyChain,
  signedDataLine,
} from '../../../src/audit/index.js';
import { cardSignedDocument } from '../../../src/core/cms/card.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { hex } from '../../../src/core/octets.js';
import { sha256, sha256Hex } from '../../../src/core/sha256.js';
import {
  renderApprovalStatement,
  renderKeyStatement,
  renderSubmissionStatement,
} from '../../../src/core/statement/index.js';
import { type MockCard, personFor } from '../../../src/devkit/index.js';
import { begins, demoPki } from '../demo-pki.js';
import { checkpointsOf, origin } from './platform.js';

/** The PKI of everybody in the story. */
export const pki = demoPki();

const card = (name: string): MockCard => pki.issueCard(personFor('log story', name));

/** Everybody's card. `stranger` is in no log. */
export const cards = {
  lead: card('lead'),
  otherLead: card('other lead'),
  verifier: card('verifier'),
  approver: card('approver'),
  second: card('second approver'),
  stranger: card('stranger'),
};

const member = (digit: number): string => `00000000-0000-4000-8000-00000000000${String(digit)}`;

/** Members' identifiers. */
export const members = { verifier: member(1), approver: member(2), second: member(3) };

/** The requests' identifiers. */
export const requests = {
  stop: '01920000-0000-7000-8000-000000000001',
  code: '01920000-0000-7000-8000-000000000002',
};

const first = '9001' as CaseNumber;
const second = '9002' as CaseNumber;

let minutes = 0;
const at = (): Date => new Date(begins.getTime() + (minutes += 1) * 60_000);

const added = (id: string, of: MockCard, ...roles: readonly string[]): AuditEntry => ({
  at: at(),
  actor: 'system',
  action: 'staff-member-added',
  details: { member: id, roles, certificate: sha256Hex(of.signingCertificate) },
});

const registered = (caseNumber: CaseNumber, lead: MockCard): AuditEntry => ({
  at: at(),
  actor: `staff:${members.verifier}`,
  action: 'case-registered',
  caseNumber,
  details: { documentDigest: sha256Hex(caseNumber), leadCertificate: sha256Hex(lead.signingCertificate) },
});

const digests = {
  publicKeyDigest: sha256('public key'),
  commissionKeyDigest: sha256('commission’s key'),
  wrappedKeyDigest: sha256('wrapped key'),
};

/** What an approver signs for a request of this story. */
export interface Approved {
  readonly action: string;
  readonly caseNumber: CaseNumber;
  readonly content: string;
  readonly requestId: string;
}

export const stop: Approved = {
  action: 'stop-case',
  caseNumber: first,
  content: '{"action":"stop-case","case":"9001","state":"collecting"}',
  requestId: requests.stop,
};

export const code: Approved = {
  action: 'replace-code',
  caseNumber: second,
  content: '{"accessCodeSha256":"00","action":"replace-code","case":"9002","round":1}',
  requestId: requests.code,
};

/** The SignedData by which this card approves. */
export const approvalBy = (by: MockCard, approved: Approved, platform = origin): Promise<Uint8Array> => {
  const content = Buffer.from(approved.content);
  const fields = { ...approved, origin: platform, content, contentDigest: sha256(content) };
  return cardSignedDocument(by, renderApprovalStatement(fields));
};

/** The SignedData of a key statement for this case. */
export const keyStatementBy = (by: MockCard, caseNumber = first): Promise<Uint8Array> =>
  cardSignedDocument(
    by,
    renderKeyStatement({
      ...{ caseNumber, round: 1, origin, mode: 'number-to-lead' },
      ...{ ...digests, undertaking: '切結一\n切結二' },
    }),
  );

const totals = { recordCount: 7, merkleRoot: sha256('root') };

/** The SignedData of a submission with these many records. */
export const submissionBy = (by: MockCard, recordCount = totals.recordCount): Promise<Uint8Array> =>
  cardSignedDocument(
    by,
    renderSubmissionStatement({
      ...{ caseNumber: first, round: 1, origin, ...totals, recordCount },
      wrappedKeyDigest: sha256('wrapped for the commission'),
    }),
  );

const ofRequest = (
  by: string,
  what: 'requested' | 'approved' | 'executed' | 'failed',
  { action, caseNumber, content, requestId }: Approved,
): AuditEntry => ({
  at: at(),
  actor: by === 'system' ? 'system' : `staff:${by}`,
  action: `approval-${what}`,
  caseNumber,
  details: { request: requestId, action, subject: sha256Hex(content) },
});

const step = (action: AuditAction, { caseNumber, requestId }: Approved): AuditEntry => ({
  at: at(),
  actor: `staff:${members.approver}`,
  action,
  caseNumber,
  details: { request: requestId },
});

const byLead = (action: AuditAction, details: NonNullable<AuditEntry['details']>): AuditEntry => ({
  at: at(),
  actor: 'lead',
  action,
  caseNumber: first,
  details: { round: 1, ...details },
});

/** Places in {@link story}, counted from 0. */
export const place = {
  approver: 1,
  registered: 3,
  codeIssued: 5,
  keyStatement: 6,
  submission: 8,
  stopRequested: 9,
  stopApproved: 10,
  stopped: 11,
  codeRequested: 13,
  codeApproved: 14,
  codeReplaced: 15,
} as const;

/** Two cases: one is opened, submitted and stopped, the other's code is replaced. */
export const story: readonly AuditEntry[] = [
  added(members.verifier, cards.verifier, 'verifier', 'approver'),
  added(members.approver, cards.approver, 'approver'),
  added(members.second, cards.second, 'approver', 'auditor'),
  registered(first, cards.lead),
  registered(second, cards.otherLead),
  { ...registered(first, cards.lead), action: 'access-code-issued', details: { firstDay: '2026-03-02' } },
  {
    ...byLead('round-key-handed-in', {
      publicKeyDigest: hex(digests.publicKeyDigest),
      wrappedKeyDigest: hex(digests.wrappedKeyDigest),
    }),
    signedData: await keyStatementBy(cards.lead),
  },
  byLead('round-opened', {}),
  {
    ...byLead('round-submitted', { recordCount: totals.recordCount, merkleRoot: hex(totals.merkleRoot) }),
    signedData: await submissionBy(cards.lead),
  },
  ofRequest(members.verifier, 'requested', stop),
  { ...ofRequest(members.approver, 'approved', stop), signedData: await approvalBy(cards.approver, stop) },
  step('case-stop', stop),
  ofRequest('system', 'executed', stop),
  ofRequest(members.verifier, 'requested', code),
  { ...ofRequest(members.approver, 'approved', code), signedData: await approvalBy(cards.approver, code) },
  step('access-code-replaced', code),
];

/** The chained events of entries. */
export function eventsOf(entries: readonly AuditEntry[]): AuditEvent[] {
  const events: AuditEvent[] = [];
  for (const entry of entries) events.push(chainedEvent(events.at(-1) ?? emptyChain, entry));
  return events;
}

/** After which events of the story a checkpoint was signed. */
export const checkpointed = [6, 12, 16] as const;

/** The story's checkpoints. */
export const checkpoints = await signedOver(story);

/** Checkpoints that the platform signs over these entries, at the story's places as far as they go. */
export function signedOver(entries: readonly AuditEntry[]): Promise<string[]> {
  const events = eventsOf(entries);
  return checkpointsOf(...checkpointed.flatMap((seq) => events[seq - 1] ?? []));
}

/** The lines of an export of these entries, with these checkpoints after the story's places, or at the end. */
export function linesOf(entries: readonly AuditEntry[], signed: readonly string[] = checkpoints): string[] {
  const rest = signed.map(checkpointLine);
  const lines = eventsOf(entries).flatMap((event, index) => {
    const signedData = entries[index]?.signedData;
    return [
      auditLine(event),
      ...(signedData === undefined ? [] : [signedDataLine(signedData)]),
      ...(checkpointed.some((seq) => seq === event.seq) ? rest.splice(0, 1) : []),
    ];
  });
  return [...lines, ...rest];
}
