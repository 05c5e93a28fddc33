import { describe, expect, it } from '@jest/globals';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { sha256 } from '../../../src/core/sha256.js';
import { type Session, Sessions, type SessionStore } from '../../../src/staff/index.js';
import { issueToken, isTokenOf, tokenLength } from '../../../src/staff/session-token.js';

const secret = Buffer.alloc(32, 1);
const now = new Date('2026-03-02T01:00:00Z');
const expiresAt = new Date('2026-03-02T09:00:00Z');
const staff: Session = {
  kind: 'staff',
  memberId: '00000000-0000-4000-8000-000000000001',
  roles: ['auditor'],
  certificateDigest: sha256('certificate'),
  holderDigest: sha256('holder'),
  expiresAt,
};
const lead: Session = { kind: 'lead', caseNumber: '9001' as CaseNumber, expiresAt };

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

  it.each<[string, Session]>([
    ['another member', { ...staff, memberId: '00000000-0000-4000-8000-000000000002' }],
    ['another certificate', { ...staff, certificateDigest: sha256('other') }],
    ['another holder', { ...staff, holderDigest: sha256('other') }],
    ['a later end', { ...staff, expiresAt: new Date(expiresAt.getTime() + 1) }],
    ['a lead', lead],
  ])('of a member is not of %s', (_what, other) => {
    expect(isTokenOf(secret, issueToken(secret, staff), other)).toBe(false);
  });

  it.each<[string, Session]>([
    ['another case', { ...lead, caseNumber: '9002' as CaseNumber }],
    ['a later end', { ...lead, expiresAt: new Date(expiresAt.getTime() + 1) }],
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
  /** Finds this session, whatever the token. */
  const storeWith = (session: Session): SessionStore => ({
    add: () => Promise.resolve(),
    find: () => Promise.resolve(session),
  });
  const found = (session: Session, token: string): Promise<Session | undefined> =>
    new Sessions(
      storeWith(session),
      { hasAccess: () => Promise.resolve(true) },
      { now: () => now },
      secret,
    ).find(token);

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
});
