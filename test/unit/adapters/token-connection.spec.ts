import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  ck,
  ckr,
  type Handle,
  loadPkcs11,
  type Pkcs11Library,
} from '../../../src/adapters/pkcs11/pkcs11-library.js';
import { Pkcs11Token, type TokenKeyPair } from '../../../src/adapters/pkcs11/pkcs11-token.js';
import { rotateTokenIntakeKey } from '../../../src/adapters/pkcs11/token-intake-key.js';
import { TokenSigner } from '../../../src/adapters/pkcs11/token-keys.js';
import { tokenLabels } from '../../../src/adapters/pkcs11/token-platform-keys.js';
import type { TokenSettings } from '../../../src/configuration/configuration.js';
import { demoPki } from '../../support/demo-pki.js';
import { missingForTokens, SoftHsm } from '../../support/keys/softhsm.js';

const missing = missingForTokens();
const pki = demoPki({ at: new Date('2026-03-01T00:00:00Z') });

/** What tells a library beside the program's own: a thief of sessions. */
interface Breaking extends Pkcs11Library {
  C_CloseAllSessions(slot: Handle): void;
  C_Finalize(): void;
}

const run = missing === undefined ? describe : describe.skip;
if (missing !== undefined) it.skip(`NOT RUN: no ${missing} (README, Keys in a token)`, () => undefined);

let softHsm: SoftHsm | undefined;
let token: Pkcs11Token;
beforeAll(() => {
  if (missing !== undefined) return;
  softHsm = new SoftHsm();
  softHsm.addToken('without keys');
});
beforeEach(async () => {
  if (missing !== undefined) return;
  token = await Pkcs11Token.open(settings());
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => softHsm?.remove());

function settings(): TokenSettings {
  if (softHsm === undefined) throw new Error('no token');
  return softHsm.settings;
}

function pairOf(label: string): TokenKeyPair {
  const pair = token.findKeyPair(label);
  if (pair === undefined) throw new Error(`no key ${label}`);
  return pair;
}

async function signs({ publicKey, ...pair }: TokenKeyPair): Promise<boolean> {
  const data = Buffer.from('text');
  const signature = await new TokenSigner(token, { publicKey, ...pair }).sign(data);
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  return verify('sha256', data, key, signature);
}

run('a connection to a token that is lost', () => {
  beforeAll(() => softHsm?.importKey('lost', pki.office('lost', 'p256').privateKeyPem));

  const losses: readonly [string, (library: Breaking) => void][] = [
    [
      'as all sessions are closed',
      (library) => {
        for (const slot of library.C_GetSlotList(true)) library.C_CloseAllSessions(slot);
      },
    ],
    ['as the module is ended', (library) => library.C_Finalize()],
  ];
  it.each(losses)('%s: each operation opens it anew', async (_how, lose) => {
    const other = (await loadPkcs11()) as Breaking;
    other.load(settings().module);
    const pair = pairOf('lost');
    const id = Buffer.from(`hmac ${_how}`);
    token.makeHmacKey('hmac', id);
    const key = token.findHmacKey(id);
    if (key === undefined) throw new Error('no key');
    const tag = token.hmac(key, Buffer.from('text'));
    const operations: readonly (() => unknown)[] = [
      () => expect(token.hmac(key, Buffer.from('text'))).toEqual(tag),
      () => expect(token.findKeyPair('lost')).toEqual(pair),
      () => expect(token.findHmacKey(id)).toEqual(key),
      () => token.makeKeyPair('made', Buffer.from(`made ${_how}`), 'agree'),
      () => token.destroy(Buffer.from(`made ${_how}`)),
    ];
    for (const operation of operations) {
      lose(other);
      operation();
    }
    lose(other);
    expect(await signs(pair)).toBe(true);
    token.destroy(id);
  });

  /** The library, in which signing always says that the session is gone; it counts sessions and log-ins. */
  async function broken(changing: (real: Pkcs11Library) => Partial<Pkcs11Library>): Promise<Pkcs11Library> {
    const library = await loadPkcs11();
    const change = changing(library);
    return new Proxy(library, {
      get: (target, name) => {
        const value: unknown = Reflect.get(change, name) ?? Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }
  const gone = (code: number) => (): never => {
    throw Object.assign(new Error('CKR'), { code });
  };

  it('and doesn’t come back is tried once for each operation, and fails', async () => {
    let opened = 0;
    const library = await broken((real) => ({
      C_SignInit: gone(ckr.sessionInvalid),
      C_OpenSession(slot: Handle, flags: number): Handle {
        opened += 1;
        return real.C_OpenSession(slot, flags);
      },
    }));
    const lost = await Pkcs11Token.open(settings(), library);
    const pair = pairOf('lost');
    for (const times of [2, 3]) {
      expect(() => lost.ecdsa(pair.privateKey, Buffer.from('text'))).toThrow('CKR');
      expect(opened).toBe(times);
    }
  });

  it('is not opened anew for any other error', async () => {
    let opened = 0;
    const library = await broken((real) => ({
      C_SignInit: gone(0x68),
      C_OpenSession(slot: Handle, flags: number): Handle {
        opened += 1;
        return real.C_OpenSession(slot, flags);
      },
    }));
    const pair = pairOf('lost');
    const lost = await Pkcs11Token.open(settings(), library);
    expect(() => lost.ecdsa(pair.privateKey, Buffer.from('text'))).toThrow('CKR');
    expect(opened).toBe(1);
  });

  it('and refuses the PIN is left alone: another try could lock it', async () => {
    let logIns = 0;
    const library = await broken((real) => ({
      C_SignInit: gone(ckr.tokenNotPresent),
      C_Login(session: Handle, user: number, pin: string): void {
        logIns += 1;
        if (logIns > 1) gone(ckr.pinIncorrect)();
        real.C_Login(session, user, pin);
      },
    }));
    const pair = pairOf('lost');
    token.close();
    const lost = await Pkcs11Token.open(settings(), library);
    expect(() => lost.ecdsa(pair.privateKey, Buffer.from('text'))).toThrow('CKR');
    for (let again = 0; again < 3; again++)
      expect(() => lost.ecdsa(pair.privateKey, Buffer.from('text'))).toThrow('refuses the PIN');
    expect(logIns).toBe(2);
  });
});

run('an intake key in a token', () => {
  let published: Uint8Array[];
  const publish = (publicKey: Uint8Array): Promise<void> => {
    published.push(publicKey);
    return Promise.resolve();
  };
  const rotate = () => rotateTokenIntakeKey(settings(), publish);
  beforeAll(() => softHsm?.importKey(tokenLabels.intake, pki.office('intake', 'p256').privateKeyPem));
  beforeEach(() => {
    published = [];
  });

  it('is replaced once the new one is published, and kept; who runs signs with the old one', async () => {
    const old = pairOf(tokenLabels.intake);
    const { retired } = await rotate();
    const next = pairOf(tokenLabels.intake);
    expect(published).toEqual([next.publicKey]);
    expect(next.publicKey).not.toEqual(old.publicKey);
    expect(pairOf(retired)).toEqual(old);
    expect([await signs(old), await signs(next)]).toEqual([true, true]);
  });

  it('stays where the new one can’t be published; the next try takes the same', async () => {
    const old = pairOf(tokenLabels.intake);
    const refused: Uint8Array[] = [];
    const failing = (publicKey: Uint8Array): Promise<void> => {
      refused.push(publicKey);
      return Promise.reject(new Error('no database'));
    };
    await expect(rotateTokenIntakeKey(settings(), failing)).rejects.toThrow('no database');
    expect(pairOf(tokenLabels.intake)).toEqual(old);
    await rotate();
    expect(published).toEqual(refused);
  });

  it.each([1, 2, 3, 4])('is replaced by another try after an end before label %i is given', async (last) => {
    const old = pairOf(tokenLabels.intake);
    const { relabel } = Pkcs11Token.prototype;
    let given = 0;
    const dying = jest.spyOn(Pkcs11Token.prototype, 'relabel').mockImplementation(function (
      this: Pkcs11Token,
      ...words
    ) {
      given += 1;
      if (given === last) throw new Error('the end');
      relabel.apply(this, words);
    });
    await expect(rotate()).rejects.toThrow('the end');
    dying.mockRestore();
    const { retired } = await rotate();
    expect(new Set(published.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect([pairOf(tokenLabels.intake).publicKey, pairOf(retired)]).toEqual([published[0], old]);
    expect(token.findPublicKey(`${tokenLabels.intake}-next`)).toBeUndefined();
  });

  it('is not made where there is none', async () => {
    const empty = { ...settings(), token: 'without keys' };
    await expect(rotateTokenIntakeKey(empty, publish)).rejects.toMatchObject({
      failure: { code: 'start-keys-missing', values: { folder: 'without keys', names: tokenLabels.intake } },
    });
  });

  it('is not replaced with a PIN that others may read', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'lianshu-pin-'));
    const pinFile = path.join(folder, 'pin');
    writeFileSync(pinFile, '1234', { mode: 0o644 });
    await expect(rotateTokenIntakeKey({ ...settings(), pinFile }, publish)).rejects.toMatchObject({
      failure: { code: 'start-keys-readable' },
    });
    rmSync(folder, { recursive: true });
  });
});

run('a key pair of the token', () => {
  it('without CKA_ID stops a start: a label may name another key later', async () => {
    const library = await loadPkcs11();
    library.load(settings().module);
    const slot = library
      .C_GetSlotList(true)
      .find((each) => library.C_GetTokenInfo(each).label.trimEnd() === settings().token);
    if (slot === undefined) throw new Error('no slot');
    const session = library.C_OpenSession(slot, ck.serialSession | ck.readWriteSession);
    const template = [
      { type: ck.label, value: 'no id' },
      { type: ck.token, value: true },
    ];
    const curve = { type: ck.ecParameters, value: Buffer.from('06082a8648ce3d030107', 'hex') };
    library.C_GenerateKeyPair(session, { mechanism: ck.ecKeyPair }, [...template, curve], template);
    library.C_CloseSession(session);
    expect(() => token.findKeyPair('no id')).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'start-token-unusable' }) }),
    );
  });
});
