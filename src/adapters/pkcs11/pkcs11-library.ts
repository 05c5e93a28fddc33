import { StartFailure } from '../../configuration/start-failure.js';
import { errorCode } from '../../core/error-code.js';

/** A handle of PKCS #11: a slot, a session or an object. */
export type Handle = Buffer;

/** A template: attributes with values. */
export type Attributes = readonly {
  readonly type: number;
  readonly value: Buffer | boolean | number | string;
}[];

export interface Mechanism {
  readonly mechanism: number;
  readonly parameter?:
    | { readonly type: number; readonly kdf: number; readonly publicData: Buffer }
    | { readonly type: number; readonly hashAlg: number; readonly mgf: number; readonly source: number };
}

/**
 * What is used of the package `pkcs11js`. It is compiled where it is installed, so it is an optional dependency, loaded on demand; its
 * types are spelt out here, and the program is built without it.
 */
export interface Pkcs11Library {
  load(module: string): void;
  C_Initialize(): void;
  C_GetSlotList(tokenPresent: boolean): Handle[];
  C_GetTokenInfo(slot: Handle): { readonly label: string; readonly flags: number };
  C_OpenSession(slot: Handle, flags: number): Handle;
  C_CloseSession(session: Handle): void;
  C_Login(session: Handle, user: number, pin: string): void;
  C_Logout(session: Handle): void;
  C_FindObjectsInit(session: Handle, template: Attributes): void;
  C_FindObjects(session: Handle, maximum: number): Handle[];
  C_FindObjectsFinal(session: Handle): void;
  C_GetAttributeValue(
    session: Handle,
    object: Handle,
    template: readonly { readonly type: number }[],
  ): { readonly value: Buffer }[];
  C_SignInit(session: Handle, mechanism: Mechanism, key: Handle): void;
  C_Sign(session: Handle, data: Buffer, signature: Buffer): Buffer;
  C_DecryptInit(session: Handle, mechanism: Mechanism, key: Handle): void;
  C_Decrypt(session: Handle, data: Buffer, content: Buffer): Buffer;
  C_DeriveKey(session: Handle, mechanism: Mechanism, key: Handle, template: Attributes): Handle;
  C_GenerateKeyPair(
    session: Handle,
    mechanism: Mechanism,
    publicKey: Attributes,
    privateKey: Attributes,
  ): { readonly publicKey: Handle; readonly privateKey: Handle };
  C_SetAttributeValue(session: Handle, object: Handle, template: Attributes): void;
  C_GenerateKey(session: Handle, mechanism: Mechanism, template: Attributes): Handle;
  C_DestroyObject(session: Handle, object: Handle): void;
}

const packageName = 'pkcs11js';

/** Loads the package. Throws the `StartFailure` `start-token-library-missing` where it isn't installed. */
export async function loadPkcs11(): Promise<Pkcs11Library> {
  try {
    const { PKCS11 } = (await import(packageName)) as { readonly PKCS11: new () => Pkcs11Library };
    return new PKCS11();
  } catch (error) {
    const values = { package: packageName };
    throw new StartFailure({ code: 'start-token-library-missing', values }, { cause: error });
  }
}

/** The constants of PKCS #11 2.40 that are used (CKO_…, CKK_…, CKA_…, CKM_…, CKG_…, CKF_…). CK_PARAMS_… are the package's own. */
export const ck = {
  certificate: 1,
  publicKey: 2,
  privateKey: 3,
  secretKey: 4,
  genericSecret: 0x10,
  rsa: 0,
  ec: 3,
  class: 0,
  token: 1,
  private: 2,
  label: 3,
  value: 0x11,
  keyType: 0x100,
  id: 0x102,
  sensitive: 0x103,
  signs: 0x108,
  verifies: 0x10a,
  derives: 0x10c,
  modulus: 0x120,
  publicExponent: 0x122,
  valueLength: 0x161,
  extractable: 0x162,
  ecParameters: 0x180,
  ecPoint: 0x181,
  rsaPkcs: 1,
  rsaOaep: 9,
  sha256RsaPkcs: 0x40,
  sha256: 0x250,
  mgf1Sha256: 2,
  oaepLabelGiven: 1,
  oaepParameters: 4,
  hmacSha256: 0x251,
  generateSecret: 0x350,
  ecKeyPair: 0x1040,
  ecdsa: 0x1041,
  ecdh: 0x1050,
  noKeyDerivation: 1,
  ecdhParameters: 6,
  user: 1,
  readWriteSession: 2,
  serialSession: 4,
  finalTry: 0x20000,
  pinLocked: 0x40000,
} as const;

/** The return values of PKCS #11 2.40 (CKR_…) that the program tells apart. */
export const ckr = {
  generalError: 5,
  dataInvalid: 0x20,
  deviceError: 0x30,
  deviceRemoved: 0x32,
  encryptedDataInvalid: 0x40,
  encryptedDataLength: 0x41,
  keyHandleInvalid: 0x60,
  objectHandleInvalid: 0x82,
  operationActive: 0x90,
  pinIncorrect: 0xa0,
  pinInvalid: 0xa1,
  pinLength: 0xa2,
  pinExpired: 0xa3,
  pinLocked: 0xa4,
  sessionClosed: 0xb0,
  sessionInvalid: 0xb3,
  tokenNotPresent: 0xe0,
  alreadyLoggedIn: 0x100,
  notLoggedIn: 0x101,
  notInitialized: 0x190,
  alreadyInitialized: 0x191,
} as const;

/** Initializes the module. Another token of the same module may have been opened by this process. */
export function initialize(library: Pkcs11Library): void {
  try {
    library.C_Initialize();
  } catch (error) {
    if (errorCode(error) !== ckr.alreadyInitialized) throw error;
  }
}

/** What the module says is wrong. Works also for errors of another JavaScript realm. */
export function reasonOf(error: unknown): string {
  return hasMessage(error) ? error.message : 'unknown';
}

const hasMessage = (error: unknown): error is { readonly message: string } =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
