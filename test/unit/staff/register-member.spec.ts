import { beforeAll, describe, expect, it } from '@jest/globals';
import { encodePem } from '../../../src/core/pem.js';
import { type MockCard } from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';
import {
  certificateDigest,
  type MemberErrorCode,
  type NewMember,
  registerMember,
} from '../../../src/staff/index.js';
import { MemoryMembers } from '../../support/staff/memory-members.js';

const at = new Date('2026-03-02T01:00:00Z');

let card: MockCard;
beforeAll(() => {
  const pki = demoPki({ at });
  card = pki.issueCard(
    { name: '李四', nationalId: 'A123456789', holderSerialNumber: '0000000000000001' },
    { keyKind: 'p256' },
  );
});

const register = (wanted: Partial<NewMember>, members = new MemoryMembers()) =>
  registerMember(
    { members, clock: { now: () => at } },
    { name: '李', certificate: card.signingCertificate, roles: ['auditor'], ...wanted },
  );

describe('registering a member of staff', () => {
  it('stores digest, roles and name, but not the certificate', async () => {
    const members = new MemoryMembers();
    const added = await register({ name: ' 李\u0301 ', roles: ['verifier', 'auditor', 'verifier'] }, members);
    const digest = certificateDigest(card.signingCertificate);
    expect(members.all).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: '李\u0301',
        certificateDigest: digest,
        roles: ['auditor', 'verifier'],
        active: true,
      },
    ]);
    expect(added).toEqual({ ok: true, value: members.all[0] });
    expect(members.entries).toEqual([
      {
        at,
        actor: 'system',
        action: 'staff-member-added',
        details: {
          member: members.all[0]!.id,
          roles: ['auditor', 'verifier'],
          certificate: Buffer.from(digest).toString('hex'),
        },
      },
    ]);
  });

  it('takes PEM as well as DER', async () => {
    const added = await register({
      certificate: Buffer.from(encodePem('CERTIFICATE', card.signingCertificate)),
    });
    expect(added).toMatchObject({
      ok: true,
      value: { certificateDigest: certificateDigest(card.signingCertificate) },
    });
  });

  const refusals: readonly [string, MemberErrorCode, () => Partial<NewMember>][] = [
    ['no name', 'member-name-unfit', () => ({ name: ' ' })],
    ['a name too long', 'member-name-unfit', () => ({ name: '李'.repeat(101) })],
    ['a name of two lines', 'member-name-unfit', () => ({ name: '李\n四' })],
    ['a name that turns the text', 'member-name-unfit', () => ({ name: '李\u202e四' })],
    ['no role', 'member-without-role', () => ({ roles: [] })],
    ['an empty role', 'member-role-unknown', () => ({ roles: [''] })],
    ['an unknown role', 'member-role-unknown', () => ({ roles: ['auditor', 'root'] })],
    [
      'an encryption certificate',
      'member-certificate-not-for-signing',
      () => ({ certificate: card.encryptionCertificate }),
    ],
    ['random bytes', 'member-certificate-malformed', () => ({ certificate: Buffer.from('nothing') })],
    ['no bytes', 'member-certificate-malformed', () => ({ certificate: Buffer.alloc(0) })],
    [
      'trailing bytes',
      'member-certificate-malformed',
      () => ({ certificate: Buffer.concat([card.signingCertificate, Buffer.alloc(1)]) }),
    ],
    [
      'text beside the PEM',
      'member-certificate-malformed',
      () => ({ certificate: Buffer.from(`CN = x\n${encodePem('CERTIFICATE', card.signingCertificate)}`) }),
    ],
    [
      'two certificates in one PEM',
      'member-certificate-malformed',
      () => ({ certificate: Buffer.from(encodePem('CERTIFICATE', card.signingCertificate).repeat(2)) }),
    ],
  ];
  it.each(refusals)('refuses %s', async (_name, code, wanted) => {
    expect(await register(wanted())).toMatchObject({ ok: false, failure: { code } });
  });

  it('refuses a certificate that is registered', async () => {
    const members = new MemoryMembers();
    await register({}, members);
    expect(await register({ name: '另一人' }, members)).toMatchObject({ failure: { code: 'member-exists' } });
    expect(members.all).toHaveLength(1);
  });
});
