import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../../src/audit/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { fail, ok } from '../../../src/core/result.js';
import { sha256 } from '../../../src/core/sha256.js';
import { parseCertificate } from '../../../src/core/x509/index.js';
import { personFor, valueOf } from '../../../src/devkit/index.js';
import {
  type Opened,
  type OpenSession,
  SessionCertificates,
  Sessions,
  type SessionStore,
  type StaffSession,
  type StoredSession,
  type StoredStaffSession,
} from '../../../src/staff/index.js';
import type { TrustErrorCode } from '../../../src/trust/index.js';
import { demoPki } from '../../support/demo-pki.js';
import { issueToken, isTokenOf, tokenLength } from '../../../src/staff/session-token.js';

const secret = Buffer.alloc(32, 1);
const now = new Date('2026-03-02T01:00:00Z');
const expiresAt = new Date('2026-03-02T09:00:00Z');
const identity = {
  id: '00000000-0000-4000-8000-0000000000aa',
  openedAt: new Date('2026-03-02T00:30:00Z'),
};
const staff: OpenSession = {
  ...identity,
  kind: 'staff',
  memberId: '00000000-0000-4000-8000-000000000001',
  roles: ['auditor'],
  certificateDigest: sha256('certificate'),
  holderDigest: sha256('holder'),
  expiresAt,
};
const lead: OpenSession = { ...identity, kind: 'lead', caseNumber: '9001' as CaseNumber, expiresAt };

describe('a token', () => {
  it.each([staff, lead])('is of the session it was issued for: %o', (session) => {
    const token = issueToken(secret, session);
    expect(token).toHaveLength(tokenLength);
    expect(isTokenOf(secret, token, session)).toBe(true);
    expect(issueToken(secret, session)).not.toBe(token);
  });

  it('is of a member whose roles have changed since', () => {
    expect(isTokenOf(secret, issueToken(secret, staff), { ...staff, roles: ['registrar'] })).toBe(true);
  });

  it.each<[string, OpenSession]>([
    ['another member', { ...staff, memberId: '00000000-0000-4000-8000-000000000002' }],
    ['another certificate', { ...staff, certificateDigest: sha256('other') }],
    ['another holder', { ...staff, holderDigest: sha256('other') }],
    ['a later end', { ...staff, expiresAt: new Date(expiresAt.getTime() + 1) }],
    ['another identifier', { ...staff, id: '00000000-0000-4000-8000-0000000000ab' }],
    ['another beginning', { ...staff, openedAt: now }],
    ['a lead', lead],
  ])('of a member is not of %s', (_what, other) => {
    expect(isTokenOf(secret, issueToken(secret, staff), other)).toBe(false);
  });

  it.each<[string, OpenSession]>([
    ['another case', { ...lead, caseNumber: '9002' as CaseNumber }],
    ['a later end', { ...lead, expiresAt: new Date(expiresAt.getTime() + 1) }],
    ['another identifier', { ...lead, id: '00000000-0000-4000-8000-0000000000ab' }],
    ['another beginning', { ...lead, openedAt: now }],
    ['a member', staff],
  ])('of a lead is not of %s', (_what, other) => {
    expect(isTokenOf(secret, issueToken(secret, lead), other)).toBe(false);
  });

  it('is not issued under another secret', () => {
    expect(isTokenOf(Buffer.alloc(32, 2), issueToken(secret, lead), lead)).toBe(false);
  });

  it.each([
    ['empty', ''],
    ['cut', issueToken(secret, lead).slice(0, -1)],
    ['longer', `${issueToken(secret, lead)}A`],
    ['in base64', `+${issueToken(secret, lead).slice(1)}`],
  ])('is not one that is %s', (_what, token) => {
    expect(isTokenOf(secret, token, lead)).toBe(false);
  });
});

describe('a session that stands in the database', () => {
  const ended: AuditEntry[] = [];
  const stored = (session: OpenSession): StoredSession =>
    session.kind === 'staff' ? { session, sealedCertificate: new Uint8Array([1]) } : { session };
  /** Finds this session, whatever the token. */
  const storeWith = (session: OpenSession): Pick<SessionStore, 'add' | 'find' | 'end'> => ({
    add: () => Promise.resolve(),
    find: () => Promise.resolve(stored(session)),
    end: (_id, _holder, entry) => {
      ended.push(entry);
      return Promise.resolve(true);
    },
  });
  const found = (session: OpenSession, token: string, isOut = false): Promise<OpenSession | undefined> =>
    new Sessions({
      store: storeWith(session),
      leads: { hasAccess: () => Promise.resolve(true) },
      certificates: { seal: () => new Uint8Array(), isOut: () => Promise.resolve(isOut) },
      clock: { now: () => now },
      secret,
    }).find(token);

  it.each([staff, lead])('is found by its token: %o', async (session) => {
    expect(await found(session, issueToken(secret, session))).toBe(session);
  });

  it.each([
    ['that was written without the program', issueToken(Buffer.alloc(32), lead)],
    ['in the place of another', issueToken(secret, { ...lead, caseNumber: '9002' as CaseNumber })],
    ['with no token at all', ''],
  ])('lets nobody in %s', async (_what, token) => {
    expect(await found(lead, token)).toBeUndefined();
  });

  it('ends, with an event, once the certificate is no longer good', async () => {
    expect(await found(staff, issueToken(secret, staff), true)).toBeUndefined();
    expect(ended).toEqual([
      {
        at: now,
        actor: `staff:${staff.memberId}`,
        action: 'staff-signed-out',
        details: { session: staff.id, reason: 'certificate-not-good' },
      },
    ]);
  });
});

describe('the certificate of a session', () => {
  const pki = demoPki();
  const card = pki.issueCard(personFor('session', 'member'));
  const certificate = valueOf(parseCertificate(card.signingCertificate));
  const session = { ...staff } as Opened<StaffSession>;
  const seen: number[] = [];
  const judgedAs = (outcome: TrustErrorCode | undefined): SessionCertificates =>
    new SessionCertificates(secret, {
      validateCertificate: ({ target, candidates }) => {
        expect(target.der).toEqual(certificate.der);
        seen.push(candidates.length);
        return Promise.resolve(
          outcome === undefined
            ? ok({ holder: { identifier: '', issuerName: new Uint8Array() } })
            : fail(outcome),
        );
      },
    });
  const certificates = { certificate, candidates: [certificate] };
  const sealedCertificate = judgedAs(undefined).seal(session.id, certificates);

  it.each<[TrustErrorCode | undefined, boolean]>([
    [undefined, false],
    ['certificate-revoked', true],
    ['certificate-expired', true],
    ['certificate-untrusted', true],
    ['revocation-unavailable', false],
    ['revocation-unknown', false],
  ])('that is judged %s: out is %s', async (outcome, isOut) => {
    expect(await judgedAs(outcome).isOut({ session, sealedCertificate }, now)).toBe(isOut);
    expect(seen.at(-1)).toBe(1);
  });

  it.each<[string, StoredStaffSession]>([
    ['of another session', { session: { ...session, id: lead.id.replace('aa', 'ab') }, sealedCertificate }],
    ['of nothing', { session, sealedCertificate: new Uint8Array() }],
    ['altered', { session, sealedCertificate: Buffer.from(sealedCertificate).fill(0, 40, 41) }],
    [
      'under another secret',
      {
        session,
        sealedCertificate: new SessionCertificates(Buffer.alloc(32, 9), {
          validateCertificate: () => Promise.resolve(fail('certificate-revoked')),
        }).seal(session.id, certificates),
      },
    ],
  ])('lets nobody in where it is one %s', async (_what, stored) => {
    expect(await judgedAs(undefined).isOut(stored, now)).toBe(true);
  });

  it('is not in the database in clear', () => {
    expect(Buffer.from(sealedCertificate).includes(Buffer.from(certificate.serialNumber))).toBe(false);
    expect(Buffer.from(sealedCertificate).toString('latin1')).not.toContain('CERTIFICATE');
  });
});
