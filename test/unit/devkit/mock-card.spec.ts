import { verify, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CardSignature, encryptForCard, type SignatureForm } from '../../../src/core/cms/index.js';
import { der, DerReader } from '../../../src/core/der/index.js';
import { encodePem } from '../../../src/core/pem.js';
import { type CardShape, type DemoPki, type MockCard } from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';
import { fileOf, openssl, seconds } from './openssl.js';

const at = new Date('2026-03-02T04:00:00Z');
const holder = { name: '林美', nationalId: 'A123456789', holderSerialNumber: '7301845520096418' };
const statement = Buffer.from('公民投票案連署\n案號：9001\n', 'utf8');

describe('MockCard', () => {
  let pki: DemoPki;
  let anchors: string;
  beforeAll(() => {
    pki = demoPki({ at });
    anchors = fileOf(pki.anchorsPem());
  });

  const shapes: [string, CardShape][] = [
    ['RSA-2048', {}],
    ['RSA-PSS', { algorithm: 'rsa-pss-sha256' }],
    ['P-256', { keyKind: 'p256' }],
    ['P-384', { keyKind: 'p384', algorithm: 'ecdsa-sha384' }],
    ['third generation, with signing time and chain', { issuer: 'moicaG3', now: () => at }],
  ];
  const forms = [
    'cms-attached',
    'cms-detached',
    'cms-attached-without-attributes',
    'cms-detached-without-attributes',
  ] as const satisfies SignatureForm[];

  it.each(shapes.flatMap(([kind, shape]) => forms.map((form) => [kind, form, shape] as const)))(
    'openssl verifies %s, %s',
    async (_kind, form, shape) => {
      const card = pki.issueCard(holder, { ...shape, chain: shape.now ? pki.intermediates : [] });
      const signature = await card.sign(statement, form);
      const detached = form.startsWith('cms-detached') ? ['-content', fileOf(statement)] : [];
      const result = openssl(
        'cms',
        '-verify',
        '-binary',
        '-inform',
        'DER',
        '-in',
        fileOf(cms(signature)),
        ...detached,
        '-CAfile',
        anchors,
        '-purpose',
        'any',
        '-attime',
        seconds(at),
      );
      expect(result.output).toContain('CMS Verification successful');
      expect(result.stdout.equals(statement)).toBe(true);
    },
  );

  it('makes a bare signature', async () => {
    const signature = await pki.issueCard(holder).sign(statement, 'pkcs1');
    if (signature.form !== 'pkcs1') throw new Error('form');
    const { publicKey } = new X509Certificate(signature.certificate);
    expect(verify('sha256', statement, publicKey, signature.signature)).toBe(true);
  });

  it('signs the same bytes every time', async () => {
    const sign = async (): Promise<Buffer> =>
      Buffer.from(cms(await pki.issueCard(holder, { keyKind: 'p256' }).sign(statement, 'cms-attached')));
    expect(await sign()).toEqual(await sign());
  });

  const envelop = (card: MockCard, ...more: string[]): Buffer =>
    openssl(
      'cms',
      '-encrypt',
      '-binary',
      '-outform',
      'DER',
      '-aes256',
      ...more,
      '-in',
      fileOf(statement),
      fileOf(
        encodePem(
          'CERTIFICATE',
          pki.issueCard({ ...holder, holderSerialNumber: '2222222222222222' }).encryptionCertificate,
        ),
      ),
      fileOf(encodePem('CERTIFICATE', card.encryptionCertificate)),
    ).stdout;

  it('decrypts an EnvelopedData of openssl, by issuer and serial number or by key identifier', async () => {
    const card = pki.issueCard(holder);
    expect(Buffer.from(await card.decrypt(envelop(card))).equals(statement)).toBe(true);
    const byKey = await card.decrypt(envelop(card, '-keyid'));
    expect(Buffer.from(byKey).equals(statement)).toBe(true);
    expect(card.operations).toEqual({ signatures: 0, decryptions: 2 });
  });

  const envelopFor = (card: MockCard, ...more: string[]): Buffer =>
    openssl(
      'cms',
      '-encrypt',
      '-binary',
      '-outform',
      'DER',
      '-aes256',
      '-in',
      fileOf(statement),
      '-recip',
      fileOf(encodePem('CERTIFICATE', card.encryptionCertificate)),
      ...more,
    ).stdout;
  // The last 110 octets or so are ciphertext, initialization vector and algorithms. The 256 octets of the encrypted key stand before them.
  const flip = (bytes: Buffer, fromEnd: number): Buffer => {
    const changed = Buffer.from(bytes);
    changed[changed.length - fromEnd]! ^= 1;
    return changed;
  };
  const someoneElse = { ...holder, holderSerialNumber: '3333333333333333' };

  it.each<[string, string, (card: MockCard) => Uint8Array]>([
    ['an empty input', 'malformed', () => new Uint8Array()],
    ['a certificate', 'malformed', () => pki.commission.certificate],
    ['another cipher', 'malformed', (card) => envelop(card, '-aes128')],
    ['an EnvelopedData for another person', 'not-a-recipient', () => envelop(pki.issueCard(someoneElse))],
    ['OAEP', 'not-a-recipient', (card) => envelopFor(card, '-keyopt', 'rsa_padding_mode:oaep')],
    ['a changed encrypted key', 'not-decryptable', (card) => flip(envelopFor(card), 200)],
    ['a changed ciphertext', 'not-decryptable', (card) => flip(envelopFor(card), 1)],
  ])('does not decrypt %s', async (_what, reason, make) => {
    const card = pki.issueCard(holder);
    await expect(card.decrypt(make(card))).rejects.toMatchObject({ reason });
  });

  it('decrypts an EnvelopedData of core that is also for a deputy and a passphrase', async () => {
    const card = pki.issueCard(holder, { keyKind: 'p256' });
    const deputy = pki.issueCard(someoneElse, { issuer: 'moicaG3' });
    const recipients = [card, deputy].map((each) => each.encryptionCertificate);
    const envelope = await encryptForCard(statement, recipients, 'correct horse battery staple');
    for (const each of [card, deputy]) {
      expect(Buffer.from(await each.decrypt(envelope)).equals(statement)).toBe(true);
    }
    const stranger = pki.issueCard({ ...holder, holderSerialNumber: '4444444444444444' });
    await expect(stranger.decrypt(envelope)).rejects.toMatchObject({ reason: 'not-a-recipient' });
  });

  it('decrypts a ciphertext in pieces, as some programs write it', async () => {
    const card = pki.issueCard(holder);
    const whole = envelopFor(card);
    // The ciphertext is the last element: [0] with 48 octets. Here it becomes two OCTET STRINGs.
    const text = whole.subarray(-48);
    const pieces = der.context(0, der.octetString(text.subarray(0, 20)), der.octetString(text.subarray(20)));
    const outer = new DerReader(whole).into();
    outer.oid();
    const body = outer.into(0xa0).into();
    const [version, recipients] = [body.element().der, body.element().der];
    const content = body.into();
    const [type, algorithm] = [content.element().der, content.element().der];
    const rebuilt = der.sequence(
      der.oid('1.2.840.113549.1.7.3'),
      der.context(0, der.sequence(version, recipients, der.sequence(type, algorithm, pieces))),
    );
    expect(Buffer.from(await card.decrypt(rebuilt)).equals(statement)).toBe(true);
  });

  it('needs the PIN for each operation, and locks after three wrong ones', async () => {
    const card = pki.issueCard(holder, { pin: '135790' });
    await expect(card.sign(statement, 'pkcs1')).rejects.toMatchObject({ reason: 'no-pin' });
    card.enterPin('135790');
    await card.sign(statement, 'pkcs1');
    await expect(card.sign(statement, 'pkcs1')).rejects.toMatchObject({ reason: 'no-pin' });
    const attempt = (pin: string): string => {
      try {
        card.enterPin(pin);
        return 'ok';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(
      ['111111', '12345', '222222', '135790', '111111', '222222', '333333', '135790'].map(attempt),
    ).toEqual(['wrong-pin', 'pin-length', 'wrong-pin', 'ok', 'wrong-pin', 'wrong-pin', 'locked', 'locked']);
  });
});

function cms(signature: CardSignature): Uint8Array {
  if (signature.form !== 'cms') throw new Error('not CMS');
  return signature.signedData;
}
