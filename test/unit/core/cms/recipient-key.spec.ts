import { afterAll, describe, expect, it } from '@jest/globals';
import {
  encryptForCard,
  openSealedWith,
  type RecipientKey,
  recipientKey,
  sealForCertificate,
  sealingKey,
} from '../../../../src/core/cms/index.js';
import { type CertifiedPair, certified, ecPair, pemOf, rsaPair } from '../../../support/cms/certificates.js';
import { OpensslFolder } from '../../../support/openssl.js';

const content = Buffer.from('the round key');
const rsa = certified(rsaPair());
const p256 = certified(ecPair(), { serial: 8 });
const openssl = new OpensslFolder();
afterAll(() => openssl.remove());

/** `openssl cms -encrypt` to this recipient with these options. */
function encrypted(recipient: CertifiedPair, ...options: readonly string[]): Uint8Array {
  openssl.put('content', content);
  openssl.put('cert.pem', pemOf(recipient.certificate));
  const [cipher = '', ...keyOptions] = options;
  openssl.must(
    ...['cms', '-encrypt', '-binary', cipher, '-in', 'content', '-outform', 'DER', '-out', 'theirs.der'],
    ...['-recip', 'cert.pem', ...keyOptions.flatMap((option) => ['-keyopt', option])],
  );
  return openssl.get('theirs.der');
}

const oaep = (oaepDigest: string, maskDigest: string): string[] => [
  'rsa_padding_mode:oaep',
  `rsa_oaep_md:${oaepDigest}`,
  `rsa_mgf1_md:${maskDigest}`,
];

describe('a key that documents are sealed to', () => {
  const opens = { ok: true, value: content };
  const refused = (code: string) => ({ failure: { code } });

  it.each<[string, CertifiedPair, () => Uint8Array | Promise<Uint8Array>, object, string[]]>([
    [
      'RSA-OAEP with SHA-256',
      rsa,
      () => sealForCertificate(content, rsa.certificate.der),
      opens,
      ['decryptOaep'],
    ],
    [
      'openssl’s RSA-OAEP with SHA-256',
      rsa,
      () => encrypted(rsa, '-aes-256-gcm', ...oaep('sha256', 'sha256')),
      opens,
      ['decryptOaep'],
    ],
    ['ECDH', p256, () => sealForCertificate(content, p256.certificate.der), opens, ['agree']],
    [
      'openssl’s ECDH with SHA-256',
      p256,
      () => encrypted(p256, '-aes-256-gcm', 'ecdh_kdf_md:sha256'),
      opens,
      ['agree'],
    ],
    [
      'PKCS #1 v1.5 in an AuthEnvelopedData',
      rsa,
      () => encrypted(rsa, '-aes-256-gcm'),
      refused('sealed-authentication-failed'),
      [],
    ],
    [
      'PKCS #1 v1.5 in an EnvelopedData, as for a card',
      rsa,
      () => encryptForCard(content, [rsa.certificate.der]),
      refused('sealed-malformed'),
      [],
    ],
    [
      'RSA-OAEP with SHA-1',
      rsa,
      () => encrypted(rsa, '-aes-256-gcm', 'rsa_padding_mode:oaep'),
      refused('sealed-authentication-failed'),
      [],
    ],
    [
      'RSA-OAEP with SHA-256, its mask with SHA-1',
      rsa,
      () => encrypted(rsa, '-aes-256-gcm', ...oaep('sha256', 'sha1')),
      refused('sealed-authentication-failed'),
      [],
    ],
    [
      'RSA-OAEP with SHA-256 in an EnvelopedData',
      rsa,
      () => encrypted(rsa, '-aes-256-cbc', ...oaep('sha256', 'sha256')),
      refused('sealed-malformed'),
      [],
    ],
    [
      'ECDH in an EnvelopedData',
      p256,
      () => encrypted(p256, '-aes-256-cbc', 'ecdh_kdf_md:sha256'),
      refused('sealed-malformed'),
      [],
    ],
  ])(
    'is used for what is accepted and for nothing else: %s',
    async (_what, recipient, make, outcome, uses) => {
      const used: string[] = [];
      const key = recipientKey(recipient.privateKey);
      const watched: RecipientKey = {
        agree: (point) => (used.push('agree'), key.agree(point)),
        decryptOaep: (encryptedKey) => (used.push('decryptOaep'), key.decryptOaep(encryptedKey)),
      };
      const opened = await openSealedWith(await make(), recipient.certificate.der, watched);
      expect(opened).toMatchObject(outcome);
      expect(used).toEqual(uses);
    },
  );

  it('opens nothing of the other kind', async () => {
    const [encryptedKey, point] = [
      new Uint8Array(256),
      sealingKey(p256.certificate.subjectPublicKeyInfo).point,
    ];
    expect(await recipientKey(p256.privateKey).decryptOaep(encryptedKey)).toBeUndefined();
    expect(await recipientKey(rsa.privateKey).agree(point)).toBeUndefined();
    expect(await recipientKey(p256.privateKey).agree(point)).toHaveLength(32);
    expect(await recipientKey(p256.privateKey).agree(Buffer.alloc(65, 4))).toBeUndefined();
  });

  it('is not asked about what is sealed to another certificate', async () => {
    const sealed = sealForCertificate(content, rsa.certificate.der);
    const opened = await openSealedWith(sealed, p256.certificate.der, recipientKey(p256.privateKey));
    expect(opened).toMatchObject(refused('sealed-not-for-this-key'));
  });

  it('opens with a wrong shared secret or a content key of another length nothing', async () => {
    const wrong = (bytes: number): RecipientKey => ({
      agree: () => Promise.resolve(new Uint8Array(bytes)),
      decryptOaep: () => Promise.resolve(new Uint8Array(bytes)),
    });
    for (const recipient of [rsa, p256]) {
      const { der } = recipient.certificate;
      for (const bytes of [16, 32])
        expect(await openSealedWith(sealForCertificate(content, der), der, wrong(bytes))).toMatchObject(
          refused('sealed-authentication-failed'),
        );
    }
  });
});
