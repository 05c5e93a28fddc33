import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostgresAuditLog } from '../../../src/adapters/postgres/audit-log.js';
import { verifyAuditChain } from '../../../src/audit/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { fail, ok, type Result } from '../../../src/core/result.js';
import { type MockCard, valueOf } from '../../../src/devkit/index.js';
import type { ApprovedAction, StaffSession } from '../../../src/staff/index.js';
import { signatureBy, type StaffServer, startStaffServer } from '../../support/staff/server.js';

interface View {
  readonly id: string;
  readonly statement: string;
  readonly state: string;
  readonly failureCode?: string;
}

const caseNumber = '9001' as CaseNumber;
const content = Buffer.from('{"action":"start-check","case":"9001"}');

let server: StaffServer;
let requester: { card: MockCard; session: StaffSession; token: string };
let approver: { card: MockCard; id: string; token: string };
let carriedOut: ApprovedAction[] = [];
let outcome: () => Promise<Result<unknown>> = () => Promise.resolve(ok(undefined));

beforeAll(async () => {
  server = await startStaffServer();
  server.actions.register('start-check', (approved) => {
    carriedOut.push(approved);
    return outcome();
  });
  const first = server.card(1);
  const member = await server.member(first, 'verifier', 'approver');
  requester = {
    card: first,
    session: sessionOf(member.id, member.certificateDigest, '1'),
    token: await server.token(first),
  };
  const second = server.card(2);
  const { id } = await server.member(second, 'approver');
  approver = { card: second, id, token: await server.token(second) };
});

afterAll(() => server.stop());

beforeEach(() => {
  carriedOut = [];
  outcome = () => Promise.resolve(ok(undefined));
});

/** The session that the requester has, with the holder as the sign-in computes it. */
function sessionOf(memberId: string, certificateDigest: Uint8Array, holder: string): StaffSession {
  const organization = Buffer.from('MOICA');
  const holderDigest = createHash('sha256')
    .update(Buffer.from([0, 0, 0, organization.length]))
    .update(organization)
    .update(holder.padStart(16, '0'))
    .digest();
  return {
    kind: 'staff',
    memberId,
    roles: ['verifier'],
    certificateDigest,
    holderDigest,
    expiresAt: new Date(0),
  };
}

async function requested(action = 'start-check'): Promise<View> {
  const made = valueOf(await server.approvals.request({ action, caseNumber, content }, requester.session));
  return view(made.id);
}

const get = (path: string, token = approver.token) =>
  server.request.get(`/api/v1/staff/requests${path}`).set('authorization', `Bearer ${token}`);
const view = async (id: string) => (await get(`/${id}`)).body as View;
const approve = async (id: string, signature: unknown, token = approver.token) => {
  const answer = await server.request
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
      action: 'start-check',
      case: '9001',
      requestedBy: requester.session.memberId,
    });
    const digest = createHash('sha256').update(content).digest('hex');
    for (const part of ['start-check', '9001', digest, request.id]) expect(request.statement).toContain(part);
  });

  it('for an action without a handler is refused', async () => {
    const made = await server.approvals.request(
      { action: 'destroy', caseNumber, content },
      requester.session,
    );
    expect(made).toEqual({
      ok: false,
      failure: { code: 'approval-action-unknown', values: { action: 'destroy' } },
    });
  });

  it('is listed, the latest first, page by page', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      server.clock.advance(1);
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
          approvedAt: server.clock.now(),
        },
      ]);
      expect((await view(request.id)).state).toBe('executed');
      const again = await approve(request.id, await signatureBy(approver.card, request.statement));
      expect(again).toMatchObject({ status: 409, body: { code: 'approval-not-pending' } });
      expect(carriedOut).toHaveLength(1);
    },
  );

  it('of two at the same time, one is executed', async () => {
    const request = await requested();
    const signature = await signatureBy(approver.card, request.statement);
    const answers = await Promise.all([1, 2, 3].map(() => approve(request.id, signature)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(carriedOut).toHaveLength(1);
  });

  it('is stored as a CMS that openssl verifies by itself', async () => {
    const request = await requested();
    await approve(request.id, await signatureBy(approver.card, request.statement, 'pkcs1'));
    const rows: { approval: Buffer }[] = await server.owner.query(
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

  it('whose action fails is stored as failed, with the code, and answered with it', async () => {
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
    expect(await view(request.id)).toMatchObject({ state: 'failed', failureCode: 'purge-too-early' });
  });

  it('whose action fails with an undocumented code is a bug of the handler', async () => {
    outcome = () => Promise.resolve(fail('too-many-requests', { seconds: 9 }));
    const request = await requested();
    const answer = await approve(request.id, await signatureBy(approver.card, request.statement));
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(await view(request.id)).toMatchObject({ state: 'failed', failureCode: 'too-many-requests' });
  });

  it('whose action throws is stored as failed, and the answer has no internal detail', async () => {
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

describe('a refused approval, which changes nothing', () => {
  it('without the role', async () => {
    const card = server.card(60);
    await server.member(card, 'verifier', 'registrar', 'auditor');
    const request = await requested();
    const answer = await approve(
      request.id,
      await signatureBy(card, request.statement),
      await server.token(card),
    );
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
        const card = server.card(1, 1);
        await server.member(card, 'approver');
        return approve(id, await signatureBy(card, statement), await server.token(card));
      },
    ],
    [
      'signed with another card',
      422,
      'approval-certificate-not-the-approvers',
      async ({ id, statement }) => approve(id, await signatureBy(server.card(61), statement)),
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

  it.each([
    ['certificate-revoked', 422],
    ['revocation-unavailable', 503],
  ] as const)('with a certificate refused as %s', async (code, status) => {
    const card = server.card(code === 'certificate-revoked' ? 62 : 63);
    await server.member(card, 'approver');
    const token = await server.token(card);
    server.validator.refuse(card.signingCertificate, code);
    const request = await requested();
    expect(await approve(request.id, await signatureBy(card, request.statement), token)).toMatchObject({
      status,
      body: { code },
    });
    expect((await view(request.id)).state).toBe('pending');
  });

  it('after it has expired', async () => {
    const request = await requested();
    server.clock.advance(72 * 3_600_000);
    const token = await server.token(approver.card);
    const answer = await approve(request.id, await signatureBy(approver.card, request.statement), token);
    expect(answer).toMatchObject({ status: 409, body: { code: 'approval-expired' } });
  });
});

it('all of it is in an audit log that verifies and contains no approved content', async () => {
  const log = new PostgresAuditLog(server.staff);
  const events = await log.page(0, 1000);
  const ways = events.filter(({ action }) => action.startsWith('approval-')).map(({ action }) => action);
  expect(new Set(ways)).toEqual(
    new Set(['approval-requested', 'approval-approved', 'approval-executed', 'approval-failed']),
  );
  expect(verifyAuditChain(events)).toMatchObject({ ok: true });
});
