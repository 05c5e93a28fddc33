import { beforeAll, describe, expect, it } from '@jest/globals';
import { attachedSignature, verifyCardSignature } from '../../../src/core/cms/index.js';
import { holderDigest } from '../../../src/core/holder.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { fail, ok, type Result } from '../../../src/core/result.js';
import { sha256 } from '../../../src/core/sha256.js';
import { nameAttribute, Oid } from '../../../src/core/x509/index.js';
import { type MockCard, personFor, valueOf } from '../../../src/devkit/index.js';
import {
  ApprovalActions,
  type ApprovalChange,
  type ApprovalRequest,
  approvalStatement,
  type ApprovalStore,
  ApprovedRequests,
  type ApprovedRow,
  type CardHolder,
  type CaseConflicts,
  certificateDigest,
  memberContent,
  NotNowError,
  type StaffCertificateValidator,
  type StaffMember,
  verifyApproval,
} from '../../../src/staff/index.js';
import { begins, demoPki } from '../../support/demo-pki.js';

// Each edit of what is stored of an approved request, as somebody with staff's login to the database could try to make it.

const content = Buffer.from('{"action":"purge","case":"9001"}');
const other = Buffer.from('{"action":"purge","case":"9002"}');

/** Takes every certificate, and knows the holder by the certificate's serial number. */
const validator: StaffCertificateValidator = {
  validateCertificate: ({ target }) => {
    const serialNumber = nameAttribute(target.subject, Oid.serialNumberAttribute) ?? '';
    return Promise.resolve(ok({ holder: { identifier: serialNumber, issuerName: Buffer.from('MOICA') } }));
  },
};
const refusing: StaffCertificateValidator = {
  validateCertificate: () => Promise.resolve(fail('certificate-revoked')),
};

const unsettled: StaffCertificateValidator = {
  validateCertificate: () => Promise.resolve(fail('revocation-unavailable')),
};

let approverCard: MockCard;
let strangerCard: MockCard;
let row: ApprovedRow;
let byStranger: Uint8Array;

beforeAll(async () => {
  const pki = demoPki();
  approverCard = pki.issueCard(personFor('verify', 'approver'));
  strangerCard = pki.issueCard(personFor('verify', 'stranger'));
  const requester = memberOf('00000000-0000-4000-8000-000000000001', sha256('requester'), 'verifier');
  const approver = memberOf(
    '00000000-0000-4000-8000-000000000002',
    certificateDigest(approverCard.signingCertificate),
    'approver',
  );
  const request: ApprovalRequest = {
    id: '01920000-0000-7000-8000-000000000001',
    action: 'purge',
    caseNumber: '9001' as CaseNumber,
    origin: 'https://lianshu.test.invalid',
    content,
    contentDigest: sha256(content),
    requestedBy: requester.id,
    requesterCertificateDigest: requester.certificateDigest,
    requesterHolderDigest: sha256('holder of the requester'),
    requestedAt: begins,
    expiresAt: new Date(begins.getTime() + 3_600_000),
    state: 'approved',
    approvedBy: approver.id,
    approvedAt: begins,
  };
  const approval = await signed(approverCard, approvalStatement(request));
  row = { request, approval, requester, approver };
  byStranger = await signed(strangerCard, approvalStatement(request));
});

function memberOf(id: string, digest: Uint8Array, ...roles: StaffMember['roles']): StaffMember {
  return { id, name: '測試', certificateDigest: digest, roles, active: true };
}

async function signed(card: MockCard, statement: Uint8Array): Promise<Uint8Array> {
  const verified = valueOf(verifyCardSignature(await card.sign(statement, 'cms-attached'), statement));
  return attachedSignature(verified, statement);
}

const withRequest = (change: Partial<ApprovalRequest>): ApprovedRow => ({
  ...row,
  request: { ...row.request, ...change },
});
const withApprover = (change: Partial<StaffMember>): ApprovedRow => ({
  ...row,
  approver: { ...row.approver!, ...change },
});
const withRequester = (change: Partial<StaffMember>): ApprovedRow => ({
  ...row,
  requester: { ...row.requester!, ...change },
});
const holderOf = (card: MockCard): Uint8Array => {
  const { signer } = valueOf(
    verifyCardSignature({ form: 'cms', signedData: row.approval }, approvalStatement(row.request)),
  );
  const serialNumber = nameAttribute(signer.subject, Oid.serialNumberAttribute) ?? '';
  expect(card).toBe(approverCard);
  return holderDigest({ identifier: serialNumber, issuerName: Buffer.from('MOICA') });
};
type Parts = Pick<CaseConflicts, 'isLead' | 'hasPart'>;
const nobody: Parts = { isLead: () => Promise.resolve(false), hasPart: () => Promise.resolve(false) };
const verify = (changed: ApprovedRow, by = validator, conflicts: Parts = nobody) =>
  verifyApproval(changed, { validator: by, conflicts, at: begins });

it('takes what the approver signed', async () => {
  expect(await verify(row)).toEqual({ ok: true, value: row.request });
});

describe('an approval is refused', () => {
  it.each<[what: string, edit: string, () => ApprovedRow]>([
    ['state', 'that waits', () => withRequest({ state: 'pending' })],
    ['state', 'that was executed', () => withRequest({ state: 'executed' })],
    ['state', 'that failed', () => withRequest({ state: 'failed' })],
    ['state', 'after its time', () => withRequest({ approvedAt: row.request.expiresAt })],
    ['content', 'with another content', () => withRequest({ content: other })],
    ['content', 'with another digest', () => withRequest({ contentDigest: sha256(other) })],
    [
      'signature',
      'with another content and its digest',
      () => withRequest({ contentDigest: sha256(other), content: other }),
    ],
    ['signature', 'of another action', () => withRequest({ action: 'start-check' })],
    ['signature', 'of another platform', () => withRequest({ origin: 'https://elsewhere.test.invalid' })],
    ['signature', 'of another case', () => withRequest({ caseNumber: '9002' as CaseNumber })],
    ['signature', 'of another request', () => withRequest({ id: '01920000-0000-7000-8000-000000000002' })],
    ['signature', 'that is no SignedData', () => ({ ...row, approval: Buffer.from([0]) })],
    ['signature', 'with one bit changed', () => ({ ...row, approval: flipped(row.approval) })],
    ['approver', 'signed by a stranger', () => ({ ...row, approval: byStranger })],
    ['approver', 'by nobody registered', () => ({ ...row, approver: undefined })],
    ['approver', 'by a member who was deactivated', () => withApprover({ active: false })],
    ['approver', 'by a member who isn’t an approver', () => withApprover({ roles: ['verifier', 'auditor'] })],
    [
      'approver',
      'with another certificate registered',
      () => withApprover({ certificateDigest: sha256('x') }),
    ],
    ['approver', 'in the name of another', () => withRequest({ approvedBy: row.request.requestedBy })],
    ['requester', 'requested by nobody registered', () => ({ ...row, requester: undefined })],
    [
      'requester',
      'requested by a member with another certificate',
      () => withRequester({ certificateDigest: sha256('x') }),
    ],
    ['requester', 'requested in the name of another', () => withRequest({ requestedBy: row.approver!.id })],
    [
      'requester',
      'requested with a certificate that isn’t registered',
      () => withRequest({ requesterCertificateDigest: sha256('x') }),
    ],
    [
      'same-person',
      'by the requester themselves',
      () => ({ ...withRequest({ ...requestedByApprover() }), requester: row.approver }),
    ],
    [
      'same-person',
      'by another member with the requester’s certificate',
      () => ({
        ...withRequest({ requesterCertificateDigest: row.approver!.certificateDigest }),
        requester: { ...row.requester!, certificateDigest: row.approver!.certificateDigest },
      }),
    ],
    [
      'same-person',
      'by the requester’s other card',
      () => withRequest({ requesterHolderDigest: holderOf(approverCard) }),
    ],
  ])('(%s) %s', async (what, _edit, changed) => {
    expect(await verify(changed())).toEqual({
      ok: false,
      failure: { code: 'approval-not-verified', values: { what } },
    });
  });

  it('not because the requester has left since', async () => {
    expect(await verify(withRequester({ active: false }))).toMatchObject({ ok: true });
  });

  it('(revocation) while no current revocation data say whether it is', async () => {
    expect(await verify(row, unsettled)).toMatchObject({
      failure: { code: 'approval-not-verified', values: { what: 'revocation' } },
    });
  });

  it('(certificate) when the certificate is not valid now', async () => {
    expect(await verify(row, refusing)).toMatchObject({
      failure: { code: 'approval-not-verified', values: { what: 'certificate' } },
    });
  });
});

describe('(conflict) whoever has a part in the case', () => {
  const asked: unknown[] = [];
  const conflicts = (part: 'requester' | 'approver' | undefined) => ({
    isLead: (caseNumber: CaseNumber, { certificateDigest: digest }: CardHolder) => {
      asked.push(caseNumber);
      return Promise.resolve(part === 'requester' && Buffer.compare(digest, sha256('requester')) === 0);
    },
    hasPart: (caseNumber: CaseNumber, certificate: Uint8Array) => {
      asked.push(caseNumber);
      const isApprover = Buffer.compare(certificate, approverCard.signingCertificate) === 0;
      return Promise.resolve(part === 'approver' && isApprover);
    },
  });

  it.each([
    ['as its lead, asks', 'requester' as const],
    ['as its lead or a co-signer, approves', 'approver' as const],
  ])('%s', async (_how, part) => {
    expect(await verify(row, validator, conflicts(part))).toEqual({
      ok: false,
      failure: { code: 'approval-not-verified', values: { what: 'conflict' } },
    });
  });

  it('is asked about of this very case', async () => {
    expect(await verify(row, validator, conflicts(undefined))).toMatchObject({ ok: true });
    expect(new Set(asked)).toEqual(new Set(['9001']));
  });
});

it.each<[string, (approver: StaffMember) => Partial<StaffMember>, () => Uint8Array | undefined]>([
  ['to themselves', (approver) => approver, () => undefined],
  ['by their certificate', ({ certificateDigest: same }) => ({ certificateDigest: same }), () => undefined],
  ['on another card of theirs', () => ({}), () => holderOf(approverCard)],
])('(own-role) an approver gives a role %s', async (_how, like, holder) => {
  const member = {
    ...memberOf('00000000-0000-4000-8000-000000000003', sha256('third'), 'auditor'),
    ...like(row.approver!),
  };
  const giving: StaffMember = { ...member, roles: ['registrar', ...member.roles] };
  const taking: StaffMember = { ...member, active: false };
  const signedFor = async (after: StaffMember): Promise<ApprovedRow> => {
    const changed = memberContent('change-member-roles', { before: member, after }, holder());
    const request = {
      ...withoutCase(row.request),
      ...{ action: 'change-member-roles', content: changed, contentDigest: sha256(changed) },
    };
    return { ...row, request, approval: await signed(approverCard, approvalStatement(request)) };
  };
  expect(await verify(await signedFor(giving))).toEqual({
    ok: false,
    failure: { code: 'approval-not-verified', values: { what: 'own-role' } },
  });
  expect(await verify(await signedFor(taking))).toMatchObject({ ok: true });
});

function withoutCase(request: ApprovalRequest): ApprovalRequest {
  const { caseNumber, ...onNoCase } = request;
  expect(caseNumber).toBeDefined();
  return onNoCase;
}

function requestedByApprover(): Partial<ApprovalRequest> {
  const { id, certificateDigest: requesterCertificateDigest } = row.approver!;
  return { requestedBy: id, requesterCertificateDigest };
}

/** The last byte is the signature's. */
function flipped(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  changed[changed.length - 1]! ^= 1;
  return changed;
}

describe('an approved request that is carried out later', () => {
  const later = (
    handler: () => Promise<Result<unknown>>,
    stored: ApprovedRow = row,
    by: StaffCertificateValidator = validator,
  ) => {
    const changes: ApprovalChange[] = [];
    const actions = new ApprovalActions();
    actions.registerLater('purge', handler, () => Promise.resolve());
    const store = {
      approved: () => Promise.resolve(stored),
      move: (_id: string, change: ApprovalChange) => Promise.resolve(changes.push(change) > 0),
    };
    const requests = new ApprovedRequests({
      clock: { now: () => begins },
      store: store as unknown as ApprovalStore,
      validator: by as never,
      actions,
      conflicts: nobody,
      origin: '',
    });
    return { carriedOut: () => requests.carryOut(row.request.id), changes };
  };
  const done = () => Promise.resolve(ok(undefined));

  it('is executed, or has failed with the code of its handler', async () => {
    const good = later(done);
    expect(await good.carriedOut()).toMatchObject({ request: { state: 'executed' } });
    const bad = later(() => Promise.resolve(fail('check-not-ready')));
    expect(await bad.carriedOut()).toMatchObject({ failure: { code: 'check-not-ready' } });
    expect([good.changes, bad.changes]).toEqual([
      [{ to: 'executed' }],
      [{ to: 'failed', failureCode: 'check-not-ready' }],
    ]);
  });

  it('is left alone once it has ended', async () => {
    const ended = new ApprovedRequests({
      store: { approved: () => Promise.resolve(undefined) } as unknown as ApprovalStore,
    } as never);
    expect(await ended.carryOut(row.request.id)).toBeUndefined();
  });

  it.each<[string, () => Promise<Result<unknown>>, StaffCertificateValidator, boolean]>([
    ['while something else holds the case', () => Promise.reject(new NotNowError('held')), validator, false],
    [
      'while the database is away',
      () => Promise.reject(Object.assign(new Error('away'), { statusCode: 503 })),
      validator,
      false,
    ],
    ['while no current revocation data are there', done, unsettled, false],
    ['after a bug, but as failed', () => Promise.reject(new Error('a bug')), validator, true],
  ])('comes again %s', async (_when, handler, by, hasFailed) => {
    const requests = later(handler, row, by);
    await expect(requests.carriedOut()).rejects.toThrow();
    expect(requests.changes).toEqual(
      hasFailed ? [{ to: 'failed', failureCode: 'approval-execution-broken' }] : [],
    );
  });

  it('is never carried out on a signature that does not verify', async () => {
    let called = false;
    const requests = later(
      () => {
        called = true;
        return done();
      },
      { ...row, approval: byStranger },
    );
    expect(await requests.carriedOut()).toMatchObject({ failure: { code: 'approval-not-verified' } });
    expect(called).toBe(false);
  });
});
