import { ECDH } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { TokenSettings } from '../../configuration/configuration.js';
import { StartFailure } from '../../configuration/start-failure.js';
import { der, parseDer } from '../../core/der/index.js';
import { errorCode } from '../../core/error-code.js';
import { Oid } from '../../core/x509/index.js';
import {
  type Attributes,
  ck,
  type Handle,
  initialize,
  loadPkcs11,
  type Pkcs11Library,
  reasonOf,
} from './pkcs11-library.js';

/** A P-256 key pair in the token. */
export interface TokenKeyPair {
  readonly privateKey: Handle;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
}

const point256 = 'prime256v1';

/**
 * A PKCS #11 token (OASIS PKCS #11 2.40) with one session that is logged in for as long as the process lives. Each operation is one
 * call that blocks, so no two mix. Errors of the token throw.
 */
export class Pkcs11Token {
  /**
   * Loads the module, finds the token by its label and logs in. Throws a `StartFailure`: `start-token-library-missing` without the
   * package `pkcs11js`, `start-token-unusable` with what the module says.
   */
  static async open({ module, token, pinFile }: TokenSettings): Promise<Pkcs11Token> {
    const library = await loadPkcs11();
    const pin = (await readFile(pinFile, 'utf8')).trimEnd();
    try {
      library.load(module);
      initialize(library);
      const slot = library
        .C_GetSlotList(true)
        .find((each) => library.C_GetTokenInfo(each).label.trimEnd() === token);
      if (slot === undefined) throw new Error('no token has this label');
      const session = library.C_OpenSession(slot, ck.serialSession | ck.readWriteSession);
      logIn(library, session, pin);
      return new Pkcs11Token(library, session);
    } catch (error) {
      const values = { token, reason: reasonOf(error) };
      throw new StartFailure({ code: 'start-token-unusable', values }, { cause: error });
    }
  }

  private constructor(
    private readonly library: Pkcs11Library,
    private readonly session: Handle,
  ) {}

  /** The P-256 key pair with this label; undefined where the private or the public half isn't there. Throws where there are two. */
  findKeyPair(label: string): TokenKeyPair | undefined {
    const privateKey = this.findOne(ck.privateKey, { type: ck.label, value: label });
    const publicObject = this.findOne(ck.publicKey, { type: ck.label, value: label });
    if (privateKey === undefined || publicObject === undefined) return undefined;
    const encoded = this.attribute(publicObject, ck.ecPoint);
    const point = parseDer(encoded, 256, (reader) => reader.octetString());
    if (!point.ok) throw new Error('a key of the token is not on P-256');
    return { privateKey, publicKey: subjectPublicKeyInfo(point.value) };
  }

  /** ECDSA over a SHA-256 digest: r and s, 32 octets each. */
  sign(privateKey: Handle, digest: Uint8Array): Uint8Array {
    this.library.C_SignInit(this.session, { mechanism: ck.ecdsa }, privateKey);
    return this.library.C_Sign(this.session, Buffer.from(digest), Buffer.alloc(64));
  }

  /** ECDH: the x-coordinate, 32 octets. Undefined for what is no point of P-256 (uncompressed). */
  agree(privateKey: Handle, point: Uint8Array): Uint8Array | undefined {
    if (!isPoint(point)) return undefined;
    const parameter = { type: ck.ecdhParameters, kdf: ck.noKeyDerivation, publicData: Buffer.from(point) };
    const secret = this.library.C_DeriveKey(
      this.session,
      { mechanism: ck.ecdh, parameter },
      privateKey,
      secretTemplate({ token: false, extractable: true }),
    );
    try {
      return this.attribute(secret, ck.value);
    } finally {
      this.library.C_DestroyObject(this.session, secret);
    }
  }

  /** Makes an HMAC key of 32 octets that can't leave the token. */
  makeHmacKey(label: string, id: Uint8Array): void {
    this.library.C_GenerateKey(this.session, { mechanism: ck.generateSecret }, [
      ...secretTemplate({ token: true, extractable: false }),
      { type: ck.label, value: label },
      { type: ck.id, value: Buffer.from(id) },
      { type: ck.signs, value: true },
    ]);
  }

  /** The HMAC key with this CKA_ID; undefined where it isn't there. */
  findHmacKey(id: Uint8Array): Handle | undefined {
    return this.findOne(ck.secretKey, { type: ck.id, value: Buffer.from(id) });
  }

  /** HMAC-SHA-256, 32 octets. */
  hmac(key: Handle, data: Uint8Array): Uint8Array {
    this.library.C_SignInit(this.session, { mechanism: ck.hmacSha256 }, key);
    return this.library.C_Sign(this.session, Buffer.from(data), Buffer.alloc(32));
  }

  /** Destroys the HMAC key with this CKA_ID. No error when it isn't there. */
  destroyHmacKey(id: Uint8Array): void {
    const key = this.findHmacKey(id);
    if (key !== undefined) this.library.C_DestroyObject(this.session, key);
  }

  /** Ends the session. */
  close(): void {
    this.library.C_CloseSession(this.session);
  }

  private findOne(kind: number, attribute: Attributes[number]): Handle | undefined {
    this.library.C_FindObjectsInit(this.session, [
      { type: ck.class, value: kind },
      { type: ck.token, value: true },
      attribute,
    ]);
    const found = this.library.C_FindObjects(this.session, 2);
    this.library.C_FindObjectsFinal(this.session);
    if (found.length > 1) throw new Error('the token has two keys of one name');
    return found[0];
  }

  private attribute(object: Handle, type: number): Uint8Array {
    const [read] = this.library.C_GetAttributeValue(this.session, object, [{ type }]);
    if (read === undefined) throw new Error('the token does not show an attribute');
    return read.value;
  }
}

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

function isPoint(point: Uint8Array): boolean {
  try {
    return ECDH.convertKey(point, point256).length === 65 && point.length === 65;
  } catch {
    return false;
  }
}

function subjectPublicKeyInfo(point: Uint8Array): Uint8Array {
  if (!isPoint(point)) throw new Error('a key of the token is not on P-256');
  return der.sequence(der.sequence(der.oid(Oid.ecPublicKey), der.oid(Oid.p256)), der.bitString(point));
}

function logIn(library: Pkcs11Library, session: Handle, pin: string): void {
  try {
    library.C_Login(session, ck.user, pin);
  } catch (error) {
    if (errorCode(error) !== ck.alreadyLoggedIn) throw error;
  }
}
