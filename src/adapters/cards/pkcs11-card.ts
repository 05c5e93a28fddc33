import { StartFailure } from '../../configuration/start-failure.js';
import type { Clock } from '../../core/clock.js';
import { CardRefusal } from '../../core/cms/index.js';
import { errorCode } from '../../core/error-code.js';
import { octetKey } from '../../core/native-octets.js';
import {
  type Attributes,
  ck,
  ckr,
  type Handle,
  initialize,
  loadPkcs11,
  type Pkcs11Library,
  reasonOf,
} from '../pkcs11/pkcs11-library.js';
import { type CardCertificates, certificatesOfCard, TwoKeyCard } from './two-key-card.js';

/** Octets of a signature or of a decrypted block: an RSA key of 4096 bits. */
const largestBlock = 512;

/** Where a token's card is. */
interface TokenPlace {
  readonly library: Pkcs11Library;
  readonly slot: Handle;
}

/** The CKA_ID of the key of each certificate. */
type KeyIds = Readonly<Record<keyof CardCertificates, Uint8Array>>;

/**
 * A card behind PKCS #11 (OASIS PKCS #11 2.40). Each operation has a session of its own, which the PIN opens and the operation ends: so the
 * PIN is needed each time, and no other program finds the card logged in.
 */
class Pkcs11Card extends TwoKeyCard {
  private session: Handle | undefined;

  constructor(
    private readonly place: TokenPlace,
    certificates: CardCertificates,
    private readonly ids: KeyIds,
    clock: Clock,
  ) {
    super(certificates, clock);
  }

  enterPin(pin: string): void {
    this.forgetPin();
    const { library, slot } = this.place;
    try {
      this.session = library.C_OpenSession(slot, ck.serialSession);
      library.C_Login(this.session, ck.user, pin);
    } catch (error) {
      this.forgetPin();
      throw refusalOf(error, () => library.C_GetTokenInfo(slot).flags);
    }
  }

  protected signWithKey(data: Uint8Array): Uint8Array {
    const { library } = this.place;
    return this.withKey(this.ids.signing, (session, key) => {
      library.C_SignInit(session, { mechanism: ck.sha256RsaPkcs }, key);
      return library.C_Sign(session, Buffer.from(data), Buffer.alloc(largestBlock));
    });
  }

  protected decryptWithKey(ciphertext: Uint8Array): Uint8Array | undefined {
    const { library } = this.place;
    return this.withKey(this.ids.encryption, (session, key) => {
      library.C_DecryptInit(session, { mechanism: ck.rsaPkcs }, key);
      try {
        return library.C_Decrypt(session, Buffer.from(ciphertext), Buffer.alloc(largestBlock));
      } catch (error) {
        if (undecryptable.has(errorCode(error))) return undefined;
        throw error;
      }
    });
  }

  /** Uses the key of this CKA_ID in the session that the PIN opened. Throws a {@link CardRefusal}. */
  private withKey<Value>(id: Uint8Array, use: (session: Handle, key: Handle) => Value): Value {
    const { session } = this;
    const { library, slot } = this.place;
    if (session === undefined) throw new CardRefusal('no-pin');
    try {
      const [key] = findObjects(library, session, [
        { type: ck.class, value: ck.privateKey },
        { type: ck.id, value: Buffer.from(id) },
      ]);
      if (key === undefined) throw new CardRefusal('key-not-found');
      return use(session, key);
    } catch (error) {
      throw refusalOf(error, () => library.C_GetTokenInfo(slot).flags);
    }
  }

  protected forgetPin(): void {
    const { session } = this;
    this.session = undefined;
    if (session === undefined) return;
    try {
      this.place.library.C_Logout(session);
    } catch {
      // Nobody was logged in, or the card is gone.
    }
    try {
      this.place.library.C_CloseSession(session);
    } catch {
      // The card is gone, and its sessions with it.
    }
  }
}

/** A PKCS #11 module, and the label of the token where it has several. */
export interface Pkcs11Opening {
  readonly module: string;
  readonly token?: string | undefined;
  readonly clock: Clock;
}

/**
 * Opens the card in a token: its certificates are read, without a PIN. Rejects with a `StartFailure`: `start-token-library-missing` without
 * the package `pkcs11js`, `card-token-unusable`, `card-token-not-found`, `card-certificate-missing`.
 */
export async function openPkcs11Card(opening: Pkcs11Opening): Promise<TwoKeyCard> {
  const library = await loadPkcs11();
  try {
    library.load(opening.module);
    initialize(library);
    return cardInToken(library, opening);
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    const values = { module: opening.module, reason: reasonOf(error) };
    throw new StartFailure({ code: 'card-token-unusable', values }, { cause: error });
  }
}

/** As {@link openPkcs11Card}, with a module that is loaded and initialized. */
export function cardInToken(library: Pkcs11Library, { module, token, clock }: Pkcs11Opening): TwoKeyCard {
  const slots = library
    .C_GetSlotList(true)
    .map((slot) => ({ slot, label: library.C_GetTokenInfo(slot).label.trimEnd() }))
    // SoftHSM2 has one more slot, for a token to come.
    .filter(({ label }) => (token === undefined ? label !== '' : label === token));
  const [found, ...others] = slots;
  if (found === undefined || others.length > 0) {
    const values = { module, found: slots.length };
    throw new StartFailure({ code: 'card-token-not-found', values });
  }
  const place = { library, slot: found.slot };
  const held = readCertificates(place);
  const certificates = certificatesOfCard(held.map(({ certificate }) => certificate));
  const idOf = (wanted: Uint8Array): Uint8Array =>
    held.find(({ certificate }) => octetKey(certificate) === octetKey(wanted))?.id ?? new Uint8Array();
  const ids = { signing: idOf(certificates.signing), encryption: idOf(certificates.encryption) };
  return new Pkcs11Card(place, certificates, ids, clock);
}

/** Each certificate (DER) of a token, with its CKA_ID, which is that of its key. */
function readCertificates({ library, slot }: TokenPlace): { certificate: Uint8Array; id: Uint8Array }[] {
  const session = library.C_OpenSession(slot, ck.serialSession);
  try {
    return findObjects(library, session, [{ type: ck.class, value: ck.certificate }]).map((object) => {
      const [certificate, id] = library.C_GetAttributeValue(session, object, [
        { type: ck.value },
        { type: ck.id },
      ]);
      if (certificate === undefined || id === undefined) throw new Error('a certificate without its value');
      return { certificate: Uint8Array.from(certificate.value), id: Uint8Array.from(id.value) };
    });
  } finally {
    library.C_CloseSession(session);
  }
}

/** Objects that are read of a token at most. */
const maximumObjects = 64;

function findObjects(library: Pkcs11Library, session: Handle, template: Attributes): readonly Handle[] {
  library.C_FindObjectsInit(session, template);
  try {
    return library.C_FindObjects(session, maximumObjects);
  } finally {
    library.C_FindObjectsFinal(session);
  }
}

/** What modules say of a block whose padding is wrong, or whose length. SoftHSM2 says CKR_GENERAL_ERROR. */
const undecryptable: ReadonlySet<unknown> = new Set([
  ckr.generalError,
  ckr.dataInvalid,
  ckr.encryptedDataInvalid,
  ckr.encryptedDataLength,
]);

const wrongPin: ReadonlySet<unknown> = new Set([ckr.pinIncorrect, ckr.pinInvalid]);
const gone: ReadonlySet<unknown> = new Set([ckr.deviceRemoved, ckr.tokenNotPresent]);

/** The refusal that an error of the module stands for; the error itself where it stands for none. */
function refusalOf(error: unknown, flagsOf: () => number): unknown {
  const code = errorCode(error);
  if (code === ckr.pinLength) return new CardRefusal('pin-length');
  if (code === ckr.pinLocked) return new CardRefusal('locked');
  if (gone.has(code)) return new CardRefusal('no-card');
  if (!wrongPin.has(code)) return error;
  const flags = flagsOf();
  if ((flags & ck.pinLocked) !== 0) return new CardRefusal('locked');
  return (flags & ck.finalTry) === 0 ? new CardRefusal('wrong-pin') : new CardRefusal('wrong-pin', 1);
}
