import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AUDIT_LOG, type AuditLog, verifyAuditChain } from '../../../src/audit/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { fail, ok, type Result } from '../../../src/core/result.js';
import { type MockCard, signInStaff, valueOf } from '../../../src/devkit/index.js';
import { sentenceOf } from '../../../src/messages/index.js';
import {
  ApprovalActions,
  Approvals,
  type ApprovedAction,
  Sessions,
  type StaffRole,
  type StaffSession,
} from '../../../src/staff/index.js';
import type { TestApplication } from '../../support/application/application.js';
import { TestInstallation } from '../../support/application/installation.js';
import { signatureBy } from '../../support/application/signature.js';
import { interceptStatements } from '../../support/postgres/database.js';

interface View {
  readonly id: string;
  readonly statement: string;
  readonly state: string;
  readonly failureCode?: string;
}

const caseNumber = '9001' as CaseNumber;
/** The platform's own actions are taken; this one is carried out by the test. */
const action = 'test-action';
const content = Buffer.from('{"action":"test-action","case":"9001"}');

interface SignedIn {
  readonly card: MockCard;
  readonly id: string;
  readonly token: string;
}

let installation: TestInstallation;
let application: TestApplication;
let requester: SignedIn & { readonly session: StaffSession };
let approver: SignedIn;
let carriedOut: ApprovedAction[] = [];
let outcome: () => Promise<Result<unknown>> = () => Promise.resolve(ok(undefined));

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  application.get(ApprovalActions).register(action, (approved) => {
    carriedOut.push(approved);
    return outcome();
  });
  const first = await signedIn(installation.card('requester'), 'verifier', 'approver');
  requester = { ...first, session: (await application.get(Sessions).find(first.token)) as StaffSession };
  approver = await signedIn(installation.card('approver of all'), 'approver');
});

afterAll(() => installation.remove());

async function signedIn(card: MockCard, ...roles: readonly StaffRole[]): Promise<SignedIn> {
  const { id } = await application.member(card, ...roles);
  return { card, id, token: await tokenOf(card) };
}

async function tokenOf(card: MockCard): Promise<string> {
  return (await signInStaff(application.api, card)).token ?? '';
}

beforeEach(() => {
  carriedOut = [];
  outcome = () => Promise.resolve(ok(undefined));
});

async function requested(): Promise<View> {
  const wanted = { action, caseNumber, content };
  return view(valueOf(await application.get(Approvals).request(wanted, requester.session)).id);
}

const get = (path: string, token = approver.token) =>
  application.request.get(`/api/v1/staff/requests${path}`).set('authorization', `Bearer ${token}`);
const view = async (id: string) => (await get(`/${id}`)).body as View;
const approve = async (id: string, signature: unknown, token = approver.token) => {
  const answer = await application.request
    .post(`/api/v1/staff/requests/${id}/approval`)
    .set('authorization', `Bearer ${token}`)
    .set('accept-language', 'en')
    .send({ signature });
  return { status: answer.status, body: answer.body as { code?: string; request?: View } & View };
};

describe('a request', () => {
  it('shows the statement that names exactly what is approved, by digest', async () => {
    const request = await requested();
    expect(request).toMatchObject({
      state: 'pending',
      action,
      case: '9001',
      requestedBy: requester.session.memberId,
    });
    const digest = createHash('sha256').update(content).digest('hex');
    for (const part of [action, '9001', digest, request.id]) expect(request.statement).toContain(part);
  });

  it('for an action that nobody carries out is refused', async () => {
    const wanted = { action: 'destroy', caseNumber, content };
    const made = await application.get(Approvals).request(wanted, requester.session);
    expect(made).toEqual({
      ok: false,
      failure: { code: 'approval-action-unknown', values: { action: 'destroy' } },
    });
  });

  it('is listed, the latest first, page by page', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      installation.clock.advance(1);
      ids.unshift((await requested()).id);
    }
    const first = (await get('?limit=2')).body as { requests: View[]; next: string };
    expect([first.requests.map(({ id }) => id), first.next]).toEqual([ids.slice(0, 2), ids[1]]);
    const rest = (await get(`?limit=100&before=${first.next}`)).body as { requests: View[]; next?: string };
    expect([rest.requests[0]!.id, rest.next]).toEqual([ids[2], undefined]);
  });

  it.each(['?limit=0', '?limit=101', '?limit=x', '?before=9001', '?from=1'])(
    'page %s is refused',
    async (query) => {
      expect((await get(query)).status).toBe(400);
    },
  );

  it.each(['/9001', '/01890000-0000-7000-8000-000000000000'])('%s does not exist', async (path) => {
    const answer = await get(path);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([
      404,
      'approval-request-unknown',
    ]);
  });
});

describe('an approval', () => {
  it.each(['cms-attached', 'cms-detached', 'pkcs1'] as const)(
    'carries the action out, once (%s)',
    async (form) => {
      const request = await requested();
      const answer = await approve(request.id, await signatureBy(approver.card, request.statement, form));
      expect(answer).toMatchObject({ status: 200, body: { state: 'executed', approvedBy: approver.id } });
      expect(carriedOut).toEqual([
        {
          requestId: request.id,
          caseNumber,
          content,
          requestedBy: requester.session.memberId,
          approvedBy: approver.id,
          approvedAt: installation.clock.now(),
        },
      ]);
      expect((await view(request.id)).state).toBe('executed');
      const again = await approve(request.id, await signatureBy(approver.card, request.statement));
      expect(again).toMatchObject({ status: 409, body: { code: 'approval-not-pending' } });
      expect(carriedOut).toHaveLength(1);
    },
  );

  it('of two at once, one is carried out', async () => {
    const request = await requested();
    const signature = await signatureBy(approver.card, request.statement);
    const answers = await Promise.all([1, 2, 3].map(() => approve(request.id, signature)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(carriedOut).toHaveLength(1);
  });

  it('is kept as a CMS that openssl checks by itself', async () => {
    const request = await requested();
    await approve(request.id, await signatureBy(approver.card, request.statement, 'pkcs1'));
    const rows: { approval: Buffer }[] = await application.databases.owner.query(
      'SELECT approval FROM approval_request WHERE id = $1',
      [request.id],
    );
    const folder = mkdtempSync(join(tmpdir(), 'lianshu-approval-'));
    writeFileSync(join(folder, 'approval.der'), rows[0]!.approval);
    const text = execFileSync(
      'openssl',
      ['cms', '-verify', '-binary', '-inform', 'DER', '-noverify', '-in', 'approval.der'],
      { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    rmSync(folder, { recursive: true });
    expect(text.toString('utf8')).toBe(request.statement);
  });

  it('that fails is noted as failed, with the code, and answers why', async () => {
    outcome = () => Promise.resolve(fail('purge-too-early', { dueOn: '2028-03-02' }));
    const request = await requested();
    const answer = await approve(request.id, await signatureBy(approver.card, request.statement));
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'purge-too-early',
        detail: expect.stringContaining('2028-03-02'),
        request: { id: request.id, state: 'failed', failureCode: 'purge-too-early' },
      },
    });
    expect(await view(request.id)).toMatchObject({
      state: 'failed',
      failureCode: 'purge-too-early',
      failure: sentenceOf({ code: 'purge-too-early' }, 'zh-TW'),
    });
  });

  it.each([
    ['another signature', `approval = '\\x00'`, 'signature'],
    ['another action', `action = 'test-actions'`, 'signature'],
    ['another case', `case_number = '9002'`, 'signature'],
    ['another requester', `requester_certificate_digest = sha256('x')`, 'requester'],
    ['the requester’s time to approve over', 'expires_at = approved_at', 'state'],
  ])('stored with %s is not carried out', async (_what, change, what) => {
    const request = await requested();
    const altered = new Set<string>();
    interceptStatements(application.databases.checking, async (_index, sql, run) => {
      // Between the approval and the check's own look at it.
      if (/^SELECT .*"approval_request"/.test(sql) && !altered.has(request.id)) {
        altered.add(request.id);
        await application.databases.owner.query(
          `UPDATE approval_request SET ${change} WHERE id = '${request.id}'`,
        );
      }
      return run();
    });
    const answer = await approve(request.id, await signatureBy(approver.card, request.statement));
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'approval-not-verified', detail: expect.stringContaining(`(${what})`) },
    });
    expect(await view(request.id)).toMatchObject({ state: 'failed', failureCode: 'approval-not-verified' });
    expect(carriedOut).toEqual([]);
  });

  it('that fails with a code no endpoint documents is a bug of its handler', async () => {
    outcome = () => Promise.resolve(fail('too-many-requests', { seconds: 9 }));
    const request = await requested();
    const answer = await approve(request.id, await signatureBy(approver.card, request.statement));
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(await view(request.id)).toMatchObject({ state: 'failed', failureCode: 'too-many-requests' });
  });

  it('that breaks is noted as failed, and tells nothing of the inside', async () => {
    outcome = () => Promise.reject(new Error('inside'));
    const request = await requested();
    const answer = await approve(request.id, await signatureBy(approver.card, request.statement));
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(JSON.stringify(answer)).not.toContain('inside');
    expect(await view(request.id)).toMatchObject({
      state: 'failed',
      failureCode: 'approval-execution-broken',
    });
  });
});

describe('an approval that is not taken, and changes nothing', () => {
  it('without the role', async () => {
    const { card, token } = await signedIn(
      installation.card('no approver'),
      ...(['verifier', 'registrar', 'auditor'] as const),
    );
    const request = await requested();
    const answer = await approve(request.id, await signatureBy(card, request.statement), token);
    expect(answer).toMatchObject({ status: 403, body: { code: 'role-required' } });
  });

  const refusals: readonly [
    string,
    number,
    string,
    (request: View) => Promise<Awaited<ReturnType<typeof approve>>>,
  ][] = [
    [
      'by the person who asked',
      403,
      'approval-by-requester',
      async ({ id, statement }) => approve(id, await signatureBy(requester.card, statement), requester.token),
    ],
    [
      'by another card of the person who asked',
      403,
      'approval-by-requester',
      async ({ id, statement }) => {
        const { card, token } = await signedIn(installation.card('requester', { edition: 1 }), 'approver');
        return approve(id, await signatureBy(card, statement), token);
      },
    ],
    [
      'signed with another card',
      422,
      'approval-certificate-not-the-approvers',
      async ({ id, statement }) => approve(id, await signatureBy(installation.card('somebody'), statement)),
    ],
    [
      'signed by the one who asked, sent by the approver',
      422,
      'approval-certificate-not-the-approvers',
      async ({ id, statement }) => approve(id, await signatureBy(requester.card, statement)),
    ],
    [
      'over the statement of another request',
      422,
      'evidence-statement-wrong',
      async ({ id }) => approve(id, await signatureBy(approver.card, (await requested()).statement)),
    ],
    [
      'over a statement with one character changed',
      422,
      'evidence-statement-wrong',
      async ({ id, statement }) =>
        approve(id, await signatureBy(approver.card, statement.replace('9001', '9002'))),
    ],
    [
      'a bare signature over another statement',
      422,
      'evidence-signature-wrong',
      async ({ id, statement }) => approve(id, await signatureBy(approver.card, `${statement}\n`, 'pkcs1')),
    ],
    [
      'no signature at all',
      400,
      'evidence-malformed',
      async ({ id }) => approve(id, { form: 'cms', signedData: 'MAA=' }),
    ],
    [
      'for a request that does not exist',
      404,
      'approval-request-unknown',
      async ({ statement }) =>
        approve('01890000-0000-7000-8000-000000000000', await signatureBy(approver.card, statement)),
    ],
  ];

  it.each(refusals)('%s', async (_name, status, code, send) => {
    const request = await requested();
    expect(await send(request)).toMatchObject({ status, body: { code } });
    expect((await view(request.id)).state).toBe('pending');
    expect(carriedOut).toEqual([]);
  });

  const revoke = async (card: MockCard): Promise<void> => {
    installation.pki.revoke(card.signingCertificate, installation.clock.now());
    await installation.refreshLists();
  };
  /** Lists are good for a day. */
  const letListsGrowOld = (): void => {
    installation.pkiServer.unavailable = true;
    installation.clock.advance(3_600_000);
  };
  it.each([
    // The session of a revoked certificate ends at once.
    ['certificate-revoked', 401, 'sign-in-required', revoke],
    ['revocation-unavailable', 503, 'revocation-unavailable', letListsGrowOld],
  ] as const)('with a certificate that is %s', async (why, status, code, come) => {
    await installation.refreshLists();
    installation.clock.advance(23 * 3_600_000);
    approver = { ...approver, token: await tokenOf(approver.card) };
    const { card, token } = await signedIn(installation.card(why), 'approver');
    const request = await requested();
    await come(card);
    expect(await approve(request.id, await signatureBy(card, request.statement), token)).toMatchObject({
      status,
      body: { code },
    });
    expect((await view(request.id)).state).toBe('pending');
    installation.pkiServer.unavailable = false;
    await installation.refreshLists();
  });

  it('after it has expired', async () => {
    const request = await requested();
    for (let day = 0; day < 3; day++) await installation.nextDay();
    const token = await tokenOf(approver.card);
    const answer = await approve(request.id, await signatureBy(approver.card, request.statement), token);
    expect(answer).toMatchObject({ status: 409, body: { code: 'approval-expired' } });
  });
});

it('all of it stands in an audit log that verifies, and names no subject', async () => {
  const events = await application.get<AuditLog>(AUDIT_LOG).page(0, 1000);
  const ways = events.filter(({ action }) => action.startsWith('approval-')).map(({ action }) => action);
  expect(new Set(ways)).toEqual(
    new Set(['approval-requested', 'approval-approved', 'approval-executed', 'approval-failed']),
  );
  expect(verifyAuditChain(events)).toMatchObject({ ok: true });
});
