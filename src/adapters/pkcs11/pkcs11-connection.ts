import { readFileSync } from 'node:fs';
import type { TokenSettings } from '../../configuration/configuration.js';
import { errorCode } from '../../core/error-code.js';
import { type Attributes, ck, ckr, type Handle, initialize, type Pkcs11Library } from './pkcs11-library.js';

/** A key or certificate in the token, by what it is found by: handles are another session's when the connection is opened anew. */
export interface TokenObject {
  /** CKA_CLASS */
  readonly kind: number;
  /** CKA_ID or CKA_LABEL */
  readonly by: Attributes[number];
}

/** A session that is logged in, and the handles that were found in it. */
export class TokenSession {
  private readonly handles = new Map<string, Handle>();

  constructor(
    readonly library: Pkcs11Library,
    readonly handle: Handle,
  ) {}

  /**
   * The object's handle; undefined where the token doesn't have it. Throws where it has two. By its CKA_ID it is looked up once; a label
   * may be given to another object at any time.
   */
  find(object: TokenObject): Handle | undefined {
    const { value } = object.by;
    if (!Buffer.isBuffer(value)) return this.lookUp(object);
    const name = `${object.kind}/${value.toString('hex')}`;
    const handle = this.handles.get(name) ?? this.lookUp(object);
    if (handle !== undefined) this.handles.set(name, handle);
    return handle;
  }

  /** As {@link find}, where the object has to be there. */
  get(object: TokenObject): Handle {
    const found = this.find(object);
    if (found === undefined) throw new Error('a key is not in the token any more');
    return found;
  }

  private lookUp({ kind, by }: TokenObject): Handle | undefined {
    const template = [{ type: ck.class, value: kind }, { type: ck.token, value: true }, by];
    this.library.C_FindObjectsInit(this.handle, template);
    const found = this.library.C_FindObjects(this.handle, 2);
    this.library.C_FindObjectsFinal(this.handle);
    if (found.length > 1) throw new Error('the token has two keys of one name');
    return found[0];
  }

  /** Forgets the handles: objects were destroyed. */
  forget(): void {
    this.handles.clear();
  }

  attribute(object: Handle, type: number): Uint8Array {
    const [read] = this.library.C_GetAttributeValue(this.handle, object, [{ type }]);
    if (read === undefined) throw new Error('the token does not show an attribute');
    return read.value;
  }
}

/** What a call answers where the connection, and not the call, is at fault: the session is gone, or what it knew. */
const lost: ReadonlySet<unknown> = new Set([
  ckr.deviceError,
  ckr.deviceRemoved,
  ckr.keyHandleInvalid,
  ckr.objectHandleInvalid,
  ckr.operationActive,
  ckr.sessionClosed,
  ckr.sessionInvalid,
  ckr.tokenNotPresent,
  ckr.notLoggedIn,
  ckr.notInitialized,
]);

/** What a log-in answers to a PIN that is wrong. Trying again would lock the token. */
const pinRefused: ReadonlySet<unknown> = new Set([
  ckr.pinIncorrect,
  ckr.pinInvalid,
  ckr.pinExpired,
  ckr.pinLocked,
]);

/**
 * The connection to a PKCS #11 token (OASIS PKCS #11 2.40): one session, logged in. Each operation is a sequence of calls that block, so
 * no two mix. If the connection is lost, an operation opens it anew, once, and is done again; so it has to be harmless twice.
 */
export class Pkcs11Connection {
  private session: TokenSession;
  private refused: unknown;

  /** Loads the module, finds the token by its label and logs in. Throws what the module says. */
  constructor(
    private readonly library: Pkcs11Library,
    private readonly settings: TokenSettings,
  ) {
    library.load(settings.module);
    this.session = this.open();
  }

  /** The token's label. */
  get label(): string {
    return this.settings.token;
  }

  /** Does what is to be done in the session. Errors of the token throw. */
  run<Value>(operation: (session: TokenSession) => Value): Value {
    if (this.refused !== undefined) throw new Error('the token refuses the PIN', { cause: this.refused });
    try {
      return operation(this.session);
    } catch (error) {
      if (!lost.has(errorCode(error))) throw error;
      this.session = this.openAnew();
      return operation(this.session);
    }
  }

  /** Ends the session. */
  close(): void {
    this.library.C_CloseSession(this.session.handle);
  }

  private openAnew(): TokenSession {
    try {
      this.close();
    } catch {
      // It is gone already.
    }
    try {
      return this.open();
    } catch (error) {
      if (pinRefused.has(errorCode(error))) this.refused = error;
      throw error;
    }
  }

  private open(): TokenSession {
    const { library, settings } = this;
    initialize(library);
    const slot = library
      .C_GetSlotList(true)
      .find((each) => library.C_GetTokenInfo(each).label.trimEnd() === settings.token);
    if (slot === undefined) throw new Error('no token has this label');
    const session = library.C_OpenSession(slot, ck.serialSession | ck.readWriteSession);
    const pin = readFileSync(settings.pinFile, 'utf8').trimEnd();
    logIn(library, session, pin);
    return new TokenSession(library, session);
  }
}

/** Another connection of this process may have logged in. */
function logIn(library: Pkcs11Library, session: Handle, pin: string): void {
  try {
    library.C_Login(session, ck.user, pin);
  } catch (error) {
    if (errorCode(error) !== ckr.alreadyLoggedIn) throw error;
  }
}
