import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_LOG, type AuditLog } from '../../../src/audit/index.js';
import type { CaseNumber, HolderTag, RoundId } from '../../../src/core/identifiers.js';
import { ok } from '../../../src/core/result.js';
import { type MockCard, personFor, signInStaff, valueOf } from '../../../src/devkit/index.js';
import {
  ApprovalActions,
  Approvals,
  Sessions,
  type StaffRole,
  type StaffSession,
  SUBMITTED_HOLDERS,
  type SubmittedHolders,
} from '../../../src/staff/index.js';
import type { TestApplication } from '../../support/application/application.js';
import { stopped, submitted, twoCases } from '../../support/application/cases.js';
import { citizen, citizens, coSign } from '../../support/application/co-signers.js';
import { exchange, type Seen } from '../../support/application/exchange.js';
import { TestInstallation } from '../../support/application/installation.js';
import { signatureBy } from '../../support/application/signature.js';

// 9001 collects, 9002 is submitted. One approver has co-signed both.

/** The platform's own actions are taken; this one does nothing. */
const action = 'test-action';
const coSigner = 'approver who co-signed';

let installation: TestInstallation;
let application: TestApplication;
let session: StaffSession;
const leads: MockCard[] = [];

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  application.get(ApprovalActions).register(action, () => Promise.resolve(ok(undefined)));
  const { other } = await twoCases(application);
  leads.push(installation.people.lead, installation.people.otherLead);
  const { token = '' } = await application.as('verifier');
  session = (await application.get(Sessions).find(token)) as StaffSession;
  const person = personFor(installation.pki.options.seed, coSigner);
  await installation.nextDay();
  for (const number of ['9001', '9002'])
    await coSign(application, number, [
      citizen('any', { person, nationalId: person.nationalId }),
      ...citizens(2, number),
    ]);
  await submitted(application, other);
});

afterAll(() => installation.remove());

/** By the card's certificate. */
const tokens = new Map<string, string>();

/** Signed in as a member with these roles, registered when first asked for. */
async function tokenOf(card: MockCard, ...roles: readonly StaffRole[]): Promise<string> {
  const certificate = Buffer.from(card.signingCertificate).toString('hex');
  const known = tokens.get(certificate);
  if (known !== undefined) return known;
  await application.member(card, ...roles);
  const { token = '' } = await signInStaff(application.api, card);
  tokens.set(certificate, token);
  return token;
}

/** What becomes of a request on this case that somebody else has made, signed by this card. */
async function approvedBy(card: MockCard, caseNumber: string): Promise<Seen & { readonly id: string }> {
  const wanted = { action, caseNumber: caseNumber as CaseNumber, content: Buffer.from('{}') };
  const { id } = valueOf(await application.get(Approvals).request(wanted, session));
  const token = await tokenOf(card, 'approver');
  const shown = await exchange(application, { method: 'get', path: `/api/v1/staff/requests/${id}`, token });
  const { statement } = JSON.parse(shown.body) as { statement: string };
  const body = { signature: await signatureBy(card, statement) };
  const path = `/api/v1/staff/requests/${id}/approval`;
  return { ...(await exchange(application, { method: 'post', path, body, token })), id };
}

const outcomeOf = ({ status, body }: Seen): readonly unknown[] => {
  const { code, state } = JSON.parse(body) as { code?: string; state?: string };
  return [status, code ?? state];
};
const refused = [403, 'conflict-of-interest'];
const executed = [200, 'executed'];

describe('an approval', () => {
  it.each<[what: string, card: () => MockCard, caseNumber: string, readonly unknown[]]>([
    ['by the lead of the case', () => leads[1]!, '9002', refused],
    ['by another card of the lead', () => installation.card('other lead', { edition: 1 }), '9002', refused],
    ['by the lead of another case', () => leads[0]!, '9002', executed],
    ['by the lead of a case that collects', () => leads[0]!, '9001', refused],
    ['by a co-signer', () => installation.card(coSigner), '9002', refused],
    ['by another card of a co-signer', () => installation.card(coSigner, { edition: 1 }), '9002', refused],
    ['by somebody with no part in it', () => installation.card('approver apart'), '9002', executed],
    [
      'by a co-signer before the submission, as by anybody',
      () => installation.card(coSigner),
      '9001',
      executed,
    ],
  ])('%s', async (_what, card, caseNumber, outcome) => {
    const seen = await approvedBy(card(), caseNumber);
    expect(outcomeOf(seen)).toEqual(outcome);
    const state = outcome === executed ? 'executed' : 'pending';
    expect(await application.get(Approvals).find(seen.id)).toMatchObject({ value: { state } });
  });

  it('is refused to lead and co-signer with the same words', async () => {
    const [ofLead, ofCoSigner] = [
      await approvedBy(leads[1]!, '9002'),
      await approvedBy(installation.card(coSigner), '9002'),
    ];
    expect(ofLead.body).toBe(ofCoSigner.body);
  });
});

describe('the lead of a case', () => {
  it.each([
    ['their own case', '9002', 403],
    ['another case', '9001', 201],
  ])('asks for a step of %s', async (_what, caseNumber, status) => {
    const token = await tokenOf(installation.card('other lead', { edition: 2 }), 'registrar');
    const path = `/api/v1/staff/cases/${caseNumber}/stop`;
    const seen = await exchange(application, { method: 'post', path, token });
    expect(seen.status).toBe(status);
  });
});

it('no record of a round that collects is found by its holder, with the rights that ask', async () => {
  const rows: { round_id: RoundId; case_number: string; holder_tag: Buffer }[] =
    await application.databases.owner.query(
      `SELECT s.round_id, r.case_number, s.holder_tag FROM sealed_record s JOIN round r ON r.id = s.round_id`,
    );
  const holders = application.get<SubmittedHolders>(SUBMITTED_HOLDERS);
  const found = await Promise.all(
    rows.map(async ({ round_id, case_number, holder_tag }) => [
      case_number,
      await holders.includes(round_id, new Uint8Array(holder_tag) as HolderTag),
    ]),
  );
  const three = (each: readonly [string, boolean]) => [each, each, each];
  expect(found.sort()).toEqual([...three(['9001', false]), ...three(['9002', true])]);
});

it('a member whose certificate is revoked is out at their next request, for good', async () => {
  const card = installation.card('approver to be revoked');
  const token = await tokenOf(card, 'approver');
  const path = '/api/v1/staff/requests';
  expect((await exchange(application, { method: 'get', path, token })).status).toBe(200);
  const now = installation.clock.now();
  installation.pki.revoke(card.signingCertificate, now);
  await installation.moveTo(new Date(now.getTime() + 3_600_000));
  const out = await exchange(application, { method: 'get', path, token });
  expect(outcomeOf(out)).toEqual([401, 'sign-in-required']);
  const events = await application.get<AuditLog>(AUDIT_LOG).page(0, 1000);
  const ended = events.filter((event) => event.action === 'staff-signed-out');
  expect(ended).toMatchObject([{ details: { reason: 'certificate-not-good' } }]);
});

it('once a case is closed nobody can tell who co-signed it, and a co-signer may approve', async () => {
  await stopped(application, '9002');
  expect(outcomeOf(await approvedBy(installation.card(coSigner), '9002'))).toEqual(executed);
});
