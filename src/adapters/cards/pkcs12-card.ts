import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  type AuthenticatedSafe,
  CertBag,
  Certificate,
  CryptoEngine,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeContents,
} from 'pkijs';
import { StartFailure } from '../../configuration/start-failure.js';
import type { Clock } from '../../core/clock.js';
import { decryptPkcs1 } from '../../core/cms/card-decryption.js';
import { CardPin } from '../../core/cms/index.js';
import { octetKey } from '../../core/native-octets.js';
import { parseCertificate } from '../../core/x509/index.js';
import { type CardCertificates, certificatesOfCard, TwoKeyCard } from './two-key-card.js';

/** The keys of a card, by what their certificates are for. */
type CardKeys = Readonly<Record<keyof CardCertificates, KeyObject>>;

/** A card in a PKCS #12 file (RFC 7292). The keys are in the memory of this process for as long as it lives. */
class Pkcs12Card extends TwoKeyCard {
  constructor(
    certificates: CardCertificates,
    private readonly keys: CardKeys,
    private readonly pin: CardPin | undefined,
    clock: Clock,
  ) {
    super(certificates, clock);
  }

  enterPin(pin: string): void {
    this.pin?.enter(pin);
  }

  protected signWithKey(data: Uint8Array): Uint8Array {
    this.pin?.consume();
    return sign('sha256', data, this.keys.signing);
  }

  protected decryptWithKey(ciphertext: Uint8Array): Uint8Array | undefined {
    this.pin?.consume();
    return decryptPkcs1(ciphertext, this.keys.encryption);
  }

  protected forgetPin(): void {
    this.pin?.forget();
  }
}

/** How to open a card in PKCS #12 files. */
export interface Pkcs12Opening {
  /** One file with both certificates and their keys; or two, since `openssl pkcs12 -export` writes one key to a file. */
  readonly files: readonly string[];
  readonly passphrase: string;
  /** Has the card need this PIN for each operation, and lock after three wrong ones. Without it, it takes any. */
  readonly pin?: string | undefined;
  readonly clock: Clock;
}

/**
 * Opens a card in PKCS #12 files. Rejects with a `StartFailure`: `pkcs12-malformed`, `pkcs12-passphrase-wrong`, `pkcs12-not-supported`,
 * `card-certificate-missing`; with the system's error where a file can't be read.
 */
export async function openPkcs12Card({ files, passphrase, pin, clock }: Pkcs12Opening): Promise<TwoKeyCard> {
  const bags = await Promise.all(files.map((file) => readBags(file, passphrase)));
  const keys = new Map(
    bags.flatMap((each) => each.keys).map((key) => [octetKey(publicKeyOf(key)), key] as const),
  );
  const keyOf = (certificate: Uint8Array): KeyObject | undefined => {
    const parsed = parseCertificate(certificate);
    return parsed.ok ? keys.get(octetKey(parsed.value.subjectPublicKeyInfo)) : undefined;
  };
  const certificates = certificatesOfCard(
    bags.flatMap((each) => each.certificates).filter((each) => keyOf(each) !== undefined),
  );
  const [signing, encryption] = [keyOf(certificates.signing), keyOf(certificates.encryption)];
  if (signing === undefined || encryption === undefined) throw new Error('a certificate without its key');
  const cardPin = pin === undefined ? undefined : new CardPin(pin);
  return new Pkcs12Card(certificates, { signing, encryption }, cardPin, clock);
}

/**
 * The one key in a PKCS #12 file with its certificate: an office's. Rejects as {@link openPkcs12Card} does, and with `pkcs12-not-supported` for a file with
 * more than one key, or none that one of its certificates speaks for.
 */
export async function openPkcs12Key(
  file: string,
  passphrase: string,
): Promise<{ readonly certificate: Uint8Array; readonly privateKey: KeyObject }> {
  const { keys, certificates } = await readBags(file, passphrase);
  const [privateKey, ...more] = keys;
  if (privateKey === undefined || more.length > 0) throw failure('pkcs12-not-supported', file);
  const publicKey = octetKey(publicKeyOf(privateKey));
  const certificate = certificates.find((each) => {
    const parsed = parseCertificate(each);
    return parsed.ok && octetKey(parsed.value.subjectPublicKeyInfo) === publicKey;
  });
  if (certificate === undefined) throw failure('pkcs12-not-supported', file);
  return { certificate, privateKey };
}

/** Keys and certificates (DER) of one file. */
interface Bags {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly Uint8Array[];
}

const engine = new CryptoEngine({ name: 'node', crypto: globalThis.crypto });

async function readBags(file: string, passphrase: string): Promise<Bags> {
  const bytes = await readFile(file);
  const password = Uint8Array.from(Buffer.from(passphrase)).buffer;
  const pfx = failing('pkcs12-malformed', file, () => PFX.fromBER(bytes));
  // Without a MAC, a wrong passphrase would only show as an odd key, and a changed file not at all.
  if (pfx.macData === undefined) throw failure('pkcs12-not-supported', file);
  await pfx.parseInternalValues({ checkIntegrity: true, password }, engine).catch((error: unknown) => {
    throw failure('pkcs12-passphrase-wrong', file, error);
  });
  // From here on the file is as it was written, with this passphrase: what pkijs can't read, it does not know.
  try {
    return await openSafe(pfx.parsedValue?.authenticatedSafe, passphrase, password);
  } catch (error) {
    throw failure('pkcs12-not-supported', file, error);
  }
}

async function openSafe(
  safe: AuthenticatedSafe | undefined,
  passphrase: string,
  password: ArrayBuffer,
): Promise<Bags> {
  if (safe === undefined) throw new Error('no safe');
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) }, engine);
  const { safeContents } = safe.parsedValue as ParsedSafe;
  const values = safeContents.flatMap(({ value }) => value.safeBags.map(({ bagValue }) => bagValue));
  return {
    keys: values.filter((value) => isKeyBag(value)).map((value) => privateKeyIn(value, passphrase)),
    certificates: values.flatMap((value) =>
      value instanceof CertBag && value.parsedValue instanceof Certificate
        ? [new Uint8Array(value.parsedValue.toSchema().toBER())]
        : [],
    ),
  };
}

/** What pkijs makes of the contents of a safe. */
interface ParsedSafe {
  readonly safeContents: readonly { readonly value: SafeContents }[];
}

type KeyBag = PKCS8ShroudedKeyBag | PrivateKeyInfo;

const isKeyBag = (value: unknown): value is KeyBag =>
  value instanceof PKCS8ShroudedKeyBag || value instanceof PrivateKeyInfo;

/** A shrouded key bag is an EncryptedPrivateKeyInfo, a key bag a PrivateKeyInfo (RFC 7292 §4.2): both are PKCS #8. */
function privateKeyIn(bag: KeyBag, passphrase: string): KeyObject {
  const key = Buffer.from(bag.toSchema().toBER());
  return createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase });
}

const publicKeyOf = (key: KeyObject): Uint8Array =>
  createPublicKey(key).export({ type: 'spki', format: 'der' });

type Pkcs12FailureCode = 'pkcs12-malformed' | 'pkcs12-passphrase-wrong' | 'pkcs12-not-supported';

function failure(code: Pkcs12FailureCode, file: string, cause?: unknown): StartFailure {
  return new StartFailure({ code, values: { file } }, { cause });
}

function failing<Value>(code: Pkcs12FailureCode, file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw failure(code, file, error);
  }
}
