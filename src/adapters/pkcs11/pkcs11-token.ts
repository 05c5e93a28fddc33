import { createHash } from 'node:crypto';
import type { TokenSettings } from '../../configuration/configuration.js';
import { StartFailure } from '../../configuration/start-failure.js';
import { errorCode } from '../../core/error-code.js';
import { Pkcs11Connection, type TokenObject, type TokenSession } from './pkcs11-connection.js';
import {
  type Attributes,
  ck,
  ckr,
  loadPkcs11,
  type Mechanism,
  type Pkcs11Library,
  reasonOf,
} from './pkcs11-library.js';
import { isP256Point, p256Parameters, readTokenPublicKey } from './token-public-key.js';

/** A key pair in the token, with its private key by its CKA_ID: the label may be given to another key later. */
export interface TokenKeyPair {
  readonly algorithm: 'p256' | 'rsa';
  readonly privateKey: TokenObject;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
}

/** More than any RSA key that is allowed signs or decrypts to. */
const longestRsaOutput = 1024;

/** What a PKCS #11 token does for the platform: its private and secret keys never leave it. Errors of the token throw. */
export class Pkcs11Token {
  /**
   * Opens the token. Throws a `StartFailure`: `start-token-library-missing` without the package `pkcs11js`, `start-token-unusable` with
   * what the module says.
   */
  static async open(settings: TokenSettings, library?: Pkcs11Library): Promise<Pkcs11Token> {
    const loaded = library ?? (await loadPkcs11());
    try {
      return new Pkcs11Token(new Pkcs11Connection(loaded, settings));
    } catch (error) {
      throw unusable(settings.token, reasonOf(error), error);
    }
  }

  private constructor(private readonly connection: Pkcs11Connection) {}

  /**
   * The key pair with this label; undefined where the private or the public half isn't there. Throws where there are two, and the
   * `StartFailure` `start-token-unusable` where it has no CKA_ID.
   */
  findKeyPair(label: string): TokenKeyPair | undefined {
    return this.pairBy({ type: ck.label, value: label });
  }

  /** The key pair with this CKA_ID, in the same way. */
  findKeyPairById(id: Uint8Array): TokenKeyPair | undefined {
    return this.pairBy({ type: ck.id, value: Buffer.from(id) });
  }

  /** The public key with this label (SubjectPublicKeyInfo, DER); undefined where it isn't there. */
  findPublicKey(label: string): Uint8Array | undefined {
    return this.connection.run((session) => {
      const found = session.find({ kind: ck.publicKey, by: { type: ck.label, value: label } });
      return found && readTokenPublicKey(session, found).subjectPublicKeyInfo;
    });
  }

  /** ECDSA with a P-256 key over the SHA-256 of the data: r and s, 32 octets each. */
  ecdsa(privateKey: TokenObject, data: Uint8Array): Uint8Array {
    const digest = createHash('sha256').update(data).digest();
    return this.signature({ mechanism: ck.ecdsa }, privateKey, digest, 64);
  }

  /** RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 §8.2). */
  rsaSign(privateKey: TokenObject, data: Uint8Array): Uint8Array {
    return this.signature({ mechanism: ck.sha256RsaPkcs }, privateKey, data, longestRsaOutput);
  }

  /** ECDH: the x-coordinate, 32 octets. Undefined for what is no point of P-256 (uncompressed). */
  agree(privateKey: TokenObject, point: Uint8Array): Uint8Array | undefined {
    if (!isP256Point(point)) return undefined;
    const parameter = { type: ck.ecdhParameters, kdf: ck.noKeyDerivation, publicData: Buffer.from(point) };
    return this.connection.run((session) => {
      const { library, handle } = session;
      const mechanism = { mechanism: ck.ecdh, parameter };
      const template = secretTemplate({ token: false, extractable: true });
      const secret = library.C_DeriveKey(handle, mechanism, session.get(privateKey), template);
      try {
        return session.attribute(secret, ck.value);
      } finally {
        library.C_DestroyObject(handle, secret);
      }
    });
  }

  /** RSAES-OAEP with SHA-256 for digest and mask (RFC 8017 §7.1). Undefined when it doesn't open. */
  decryptOaep(privateKey: TokenObject, encrypted: Uint8Array): Uint8Array | undefined {
    const parameter = {
      type: ck.oaepParameters,
      hashAlg: ck.sha256,
      mgf: ck.mgf1Sha256,
      source: ck.oaepLabelGiven,
    };
    try {
      return this.connection.run((session) => {
        const { library, handle } = session;
        library.C_DecryptInit(handle, { mechanism: ck.rsaOaep, parameter }, session.get(privateKey));
        return library.C_Decrypt(handle, Buffer.from(encrypted), Buffer.alloc(longestRsaOutput));
      });
    } catch (error) {
      const code = errorCode(error);
      if (code === ckr.encryptedDataInvalid || code === ckr.encryptedDataLength) return undefined;
      throw error;
    }
  }

  /** Makes an HMAC key of 32 octets that can't leave the token. */
  makeHmacKey(label: string, id: Uint8Array): void {
    this.connection.run((session) => {
      if (session.find(hmacKey(id)) !== undefined) return;
      session.library.C_GenerateKey(session.handle, { mechanism: ck.generateSecret }, [
        ...secretTemplate({ token: true, extractable: false }),
        ...named(label, id),
        { type: ck.signs, value: true },
      ]);
    });
  }

  /** The HMAC key with this CKA_ID; undefined where it isn't there. */
  findHmacKey(id: Uint8Array): TokenObject | undefined {
    const key = hmacKey(id);
    return this.connection.run((session) => session.find(key)) && key;
  }

  /** HMAC-SHA-256, 32 octets. */
  hmac(key: TokenObject, data: Uint8Array): Uint8Array {
    return this.signature({ mechanism: ck.hmacSha256 }, key, data, 32);
  }

  /** Makes a key pair on P-256, to sign or for ECDH alone, whose private key can't leave the token. */
  makeKeyPair(label: string, id: Uint8Array, use: 'sign' | 'agree'): void {
    this.connection.run((session) => {
      if (session.find(byId(ck.privateKey, id)) !== undefined) return;
      const { publicKey, privateKey } = pairTemplates(label, id, use);
      session.library.C_GenerateKeyPair(session.handle, { mechanism: ck.ecKeyPair }, publicKey, privateKey);
    });
  }

  /** Gives the private or the public key of one label another. No error where it isn't there. */
  relabel(kind: 'private' | 'public', from: string, to: string): void {
    this.connection.run((session) => {
      const named = { type: ck.label, value: from };
      const found = session.find({ kind: kind === 'private' ? ck.privateKey : ck.publicKey, by: named });
      if (found === undefined) return;
      session.library.C_SetAttributeValue(session.handle, found, [{ type: ck.label, value: to }]);
    });
  }

  /** Destroys every key with this CKA_ID, private ones first. No error when there is none. */
  destroy(id: Uint8Array): void {
    this.connection.run((session) => {
      for (const kind of [ck.privateKey, ck.publicKey, ck.secretKey]) {
        const found = session.find(byId(kind, id));
        if (found !== undefined) session.library.C_DestroyObject(session.handle, found);
      }
      session.forget();
    });
  }

  /** Ends the session. */
  close(): void {
    this.connection.close();
  }

  private pairBy(by: Attributes[number]): TokenKeyPair | undefined {
    return this.connection.run((session) => {
      const privateKey = session.find({ kind: ck.privateKey, by });
      const publicKey = session.find({ kind: ck.publicKey, by });
      if (privateKey === undefined || publicKey === undefined) return undefined;
      const { algorithm, subjectPublicKeyInfo } = readTokenPublicKey(session, publicKey);
      const id = session.attribute(privateKey, ck.id);
      if (id.length === 0) throw unusable(this.connection.label, 'CKA_ID');
      return { algorithm, privateKey: byId(ck.privateKey, id), publicKey: subjectPublicKeyInfo };
    });
  }

  private signature(mechanism: Mechanism, key: TokenObject, data: Uint8Array, longest: number): Uint8Array {
    return this.connection.run((session: TokenSession) => {
      session.library.C_SignInit(session.handle, mechanism, session.get(key));
      return session.library.C_Sign(session.handle, Buffer.from(data), Buffer.alloc(longest));
    });
  }
}

const unusable = (token: string, reason: string, cause?: unknown): StartFailure =>
  new StartFailure({ code: 'start-token-unusable', values: { token, reason } }, { cause });

const byId = (kind: number, id: Uint8Array): TokenObject => ({
  kind,
  by: { type: ck.id, value: Buffer.from(id) },
});
const hmacKey = (id: Uint8Array): TokenObject => byId(ck.secretKey, id);

const named = (label: string, id: Uint8Array): Attributes => [
  { type: ck.label, value: label },
  { type: ck.id, value: Buffer.from(id) },
];

function secretTemplate({ token, extractable }: { token: boolean; extractable: boolean }): Attributes {
  return [
    { type: ck.class, value: ck.secretKey },
    { type: ck.keyType, value: ck.genericSecret },
    { type: ck.valueLength, value: 32 },
    { type: ck.token, value: token },
    { type: ck.private, value: true },
    { type: ck.sensitive, value: !extractable },
    { type: ck.extractable, value: extractable },
  ];
}

function pairTemplates(label: string, id: Uint8Array, use: 'sign' | 'agree') {
  const signs = use === 'sign';
  const publicKey: Attributes = [
    ...named(label, id),
    { type: ck.token, value: true },
    { type: ck.private, value: false },
    { type: ck.verifies, value: signs },
    { type: ck.ecParameters, value: p256Parameters },
  ];
  const privateKey: Attributes = [
    ...named(label, id),
    { type: ck.token, value: true },
    { type: ck.private, value: true },
    { type: ck.sensitive, value: true },
    { type: ck.extractable, value: false },
    { type: ck.signs, value: signs },
    { type: ck.derives, value: !signs },
  ];
  return { publicKey, privateKey };
}
