import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cardInToken, openPkcs11Card } from '../../../src/adapters/cards/pkcs11-card.js';
import { ck, ckr, type Handle, type Pkcs11Library } from '../../../src/adapters/pkcs11/pkcs11-library.js';
import { encryptForCard } from '../../../src/core/cms/index.js';
import { CardServer, privateKeyPem } from '../../../src/devkit/index.js';
import { putToWork, worksAsItShould } from '../../support/card-server/card-at-work.js';
import { askCard } from '../../support/card-server/popup.js';
import { begins, demoPki, holder } from '../../support/demo-pki.js';
import { missingForTokens, SoftHsm } from '../../support/keys/softhsm.js';
import { OpensslFolder } from '../../support/openssl.js';

const pki = demoPki();
const mock = pki.issueCard(holder);
const clock = { now: () => begins };
const refusal = (reason: string, triesLeft?: number) => expect.objectContaining({ reason, triesLeft });
const failureOf = (error: unknown): unknown => (error as { failure?: { code: string } }).failure?.code;

const missing = missingForTokens();
if (missing !== undefined) {
  it.skip(`NOT RUN: no ${missing} (README, Keys in a token)`, () => undefined);
} else {
  describe('a card in a token of SoftHSM2', () => {
    const pin = '1234';
    const openssl = new OpensslFolder();
    const softHsm = new SoftHsm();
    const { module, token } = softHsm.settings;
    beforeAll(async () => {
      softHsm.addToken('empty');
      softHsm.importKey('sign', privateKeyPem(mock.signingKey));
      softHsm.importKey('encrypt', privateKeyPem(mock.encryption.key));
      await softHsm.importCertificate('sign', mock.signingCertificate);
      await softHsm.importCertificate('encrypt', mock.encryptionCertificate);
      for (const [index, authority] of pki.intermediates.entries())
        await softHsm.importCertificate(`authority ${String(index)}`, authority);
    });
    afterAll(async () => {
      openssl.remove();
      await softHsm.remove();
    });

    it('signs, and unwraps what a ceremony wraps', async () => {
      const card = await openPkcs11Card({ module, token, clock });
      expect(await putToWork(card, pin, openssl)).toEqual(worksAsItShould);
    });

    it('needs the PIN for each operation, and says when it is wrong', async () => {
      const card = await openPkcs11Card({ module, token, clock });
      await expect(card.sign(Buffer.from('text'), 'cms-attached')).rejects.toEqual(refusal('no-pin'));
      card.enterPin(pin);
      await card.sign(Buffer.from('text'), 'cms-attached');
      await expect(card.sign(Buffer.from('text'), 'pkcs1')).rejects.toEqual(refusal('no-pin'));
      expect(() => card.enterPin('4321')).toThrow(refusal('wrong-pin'));
      expect(() => card.enterPin('')).toThrow(refusal('wrong-pin'));
      await expect(card.sign(Buffer.from('text'), 'pkcs1')).rejects.toEqual(refusal('no-pin'));
    });

    it('refuses what it can’t decrypt, and then needs the PIN again', async () => {
      const card = await openPkcs11Card({ module, token, clock });
      const another = pki.issueCard({ ...holder, holderSerialNumber: '1111111111111111' });
      const envelope = await encryptForCard(Buffer.from('text'), [another.encryptionCertificate]);
      const attempts: [string, () => Promise<unknown>][] = [
        ['not-a-recipient', () => card.decrypt(envelope)],
        ['malformed', () => card.decrypt(Buffer.from('text'))],
        ['not-decryptable', () => card.decryptPkcs1(Buffer.alloc(256, 1))],
        ['not-decryptable', () => card.decryptPkcs1(Buffer.from('text'))],
      ];
      for (const [reason, attempt] of attempts) {
        card.enterPin(pin);
        await expect(attempt()).rejects.toEqual(refusal(reason));
        await expect(card.decryptPkcs1(Buffer.alloc(256, 1))).rejects.toEqual(refusal('no-pin'));
      }
    });

    it('is served to pages', async () => {
      const card = await openPkcs11Card({ module, token, clock });
      const server = await CardServer.start({ cards: [{ name: 'token', description: '', card }], port: 0 });
      const request = { func: 'MakeSignature', signatureType: 'PKCS7', tbs: 'text' };
      expect(await askCard(server, { ...request, pin: '4321' })).toMatchObject({ last_error: 0xa0 });
      const { signature } = await askCard(server, { ...request, pin });
      await server.close();
      const signed = openssl.put('signed.der', Buffer.from(String(signature), 'base64'));
      const words = ['cms', '-verify', '-noverify', '-inform', 'DER', '-in', signed];
      expect(openssl.must(...words).toString()).toBe('text');
    });

    it.each<[string, string, { module?: string; token?: string | undefined }]>([
      ['another label', 'card-token-not-found', { token: 'none' }],
      ['no label where there are two', 'card-token-not-found', { token: undefined }],
      ['an empty token', 'card-certificate-missing', { token: 'empty' }],
      ['no module', 'card-token-unusable', { module: '/nowhere.so' }],
    ])('refuses %s', async (_what, code, changed) => {
      const opening = openPkcs11Card({ module, token, clock, ...changed });
      expect(await opening.then(() => 'opened', failureOf)).toBe(code);
    });
  });
}

/** An error of a module, as pkcs11js throws it. */
const moduleError = (code: number): Error => Object.assign(new Error(`CKR ${String(code)}`), { code });

/** A module with one token that holds the mock card's certificates, of which some calls are replaced. */
function fakeLibrary(replaced: Partial<Pkcs11Library>): Pkcs11Library {
  const handle = (text: string): Handle => Buffer.from(text);
  const held = [mock.signingCertificate, mock.encryptionCertificate];
  let found: readonly Handle[] = [];
  return {
    load: () => undefined,
    C_Initialize: () => undefined,
    C_GetSlotList: () => [handle('slot')],
    C_GetTokenInfo: () => ({ label: 'card'.padEnd(32), flags: 0 }),
    C_OpenSession: () => handle('session'),
    C_CloseSession: () => undefined,
    C_Login: () => undefined,
    C_Logout: () => undefined,
    C_FindObjectsInit: (_session, [kind]) => {
      found = kind?.value === ck.certificate ? [handle('0'), handle('1')] : [handle('key')];
    },
    C_FindObjects: () => [...found],
    C_FindObjectsFinal: () => undefined,
    C_GetAttributeValue: (_session, object) => {
      const certificate = held[Number(object.toString())];
      return [{ value: Buffer.from(certificate ?? '') }, { value: object }];
    },
    C_SignInit: () => undefined,
    C_Sign: () => Buffer.from('signature'),
    C_DecryptInit: () => undefined,
    C_Decrypt: () => Buffer.from('content'),
    C_DeriveKey: () => handle('none'),
    C_GenerateKeyPair: () => ({ publicKey: handle('none'), privateKey: handle('none') }),
    C_GenerateKey: () => handle('none'),
    C_SetAttributeValue: () => undefined,
    C_DestroyObject: () => undefined,
    ...replaced,
  };
}

describe('what a module says, as a refusal', () => {
  const opening = { module: 'fake', clock };
  const throwing = (code: number) => (): never => {
    throw moduleError(code);
  };

  it.each<[string, number, number, string, number | undefined]>([
    ['CKR_PIN_INCORRECT', ckr.pinIncorrect, 0, 'wrong-pin', undefined],
    ['CKR_PIN_INVALID', ckr.pinInvalid, 0, 'wrong-pin', undefined],
    ['CKR_PIN_INCORRECT, CKF_USER_PIN_FINAL_TRY', ckr.pinIncorrect, ck.finalTry, 'wrong-pin', 1],
    ['CKR_PIN_INCORRECT, CKF_USER_PIN_LOCKED', ckr.pinIncorrect, ck.pinLocked, 'locked', undefined],
    ['CKR_PIN_LOCKED', ckr.pinLocked, 0, 'locked', undefined],
    ['CKR_PIN_LEN_RANGE', ckr.pinLength, 0, 'pin-length', undefined],
    ['CKR_TOKEN_NOT_PRESENT', ckr.tokenNotPresent, 0, 'no-card', undefined],
    ['CKR_DEVICE_REMOVED', ckr.deviceRemoved, 0, 'no-card', undefined],
  ])('%s at the PIN', (_name, code, flags, reason, triesLeft) => {
    const library = fakeLibrary({
      C_Login: throwing(code),
      // The session went with the card.
      C_Logout: throwing(code),
      C_CloseSession: throwing(code),
    });
    const label = 'card';
    const card = cardInToken({ ...library, C_CloseSession: () => undefined }, opening);
    expect(card.signingCertificate).toEqual(mock.signingCertificate);
    const failing = cardInToken(
      { ...library, C_GetTokenInfo: () => ({ label, flags }), C_CloseSession: closingOnce(code) },
      opening,
    );
    expect(() => failing.enterPin('123456')).toThrow(refusal(reason, triesLeft));
  });

  /** The session in which the certificates are read ends well; later ones don't. */
  function closingOnce(code: number): () => void {
    let closed = false;
    return () => {
      if (closed) throw moduleError(code);
      closed = true;
    };
  }

  it.each<[string, Partial<Pkcs11Library>, unknown]>([
    ['no key', { C_FindObjects: () => [] }, refusal('key-not-found')],
    ['a card that was pulled out', { C_SignInit: throwing(ckr.deviceRemoved) }, refusal('no-card')],
    ['what it does not know', { C_Sign: throwing(ckr.generalError) }, moduleError(ckr.generalError)],
  ])('%s at the signature', async (_what, replaced, expected) => {
    const library = fakeLibrary({});
    const card = cardInToken(library, opening);
    card.enterPin('123456');
    Object.assign(library, replaced);
    await expect(card.sign(Buffer.from('text'), 'pkcs1')).rejects.toEqual(expected);
  });

  it('takes an error at a decryption that it does not know for no refusal', async () => {
    const card = cardInToken(fakeLibrary({ C_Decrypt: throwing(ckr.deviceRemoved) }), opening);
    card.enterPin('123456');
    await expect(card.decryptPkcs1(new Uint8Array(256))).rejects.toEqual(refusal('no-card'));
    const odd = cardInToken(fakeLibrary({ C_Decrypt: throwing(0x54) }), opening);
    odd.enterPin('123456');
    await expect(odd.decryptPkcs1(new Uint8Array(256))).rejects.toThrow('CKR 84');
  });
});
