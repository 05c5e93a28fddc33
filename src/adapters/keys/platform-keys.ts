import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { CommissionDecryptionKey, CommissionKey } from '../../checking/index.js';
import type { CommissionRoundKeys } from '../../cases/index.js';
import { StartFailure } from '../../configuration/start-failure.js';
import type { Signer } from '../../core/cms/index.js';
import type { JwsSigner } from '../../core/jws.js';
import { jwsSigner } from '../../core/jws-signing.js';
import { equalOctets } from '../../core/octets.js';
import { sha256Hex } from '../../core/sha256.js';
import type { HolderTagKeys } from '../../cosigning/ports.js';
import type { CommissionRecipient } from '../../lead/index.js';
import { requireUse } from './certificate-use.js';
import { CommissionRoundKeyFiles, HolderTagKeyFiles } from './case-key-files.js';
import { KeyFolder } from './key-folder.js';
import {
  firstCertificate,
  PrivateKeySigner,
  SoftwareCommissionDecryptionKey,
  SoftwareCommissionKey,
} from './software-keys.js';

const intakeFile = 'intake.pem';
const nextIntakeFile = 'intake.next.pem';

/** The platform's own keys, by their files, with what makes each. */
const ownKeys = {
  [intakeFile]: newIntakeKey,
  'challenge.secret': () => randomBytes(32),
  'opening-probe.secret': () => randomBytes(32),
} as const;

const signingKeyFile = 'commission.key.pem';
const signingCertificateFile = 'commission.pem';
const decryptionKeyFile = 'commission-decryption.key.pem';
const decryptionCertificateFile = 'commission-decryption.pem';
const ministryCertificateFile = 'moi.pem';

/**
 * What an operator installs: the commission's signing key, its certificate with those above it, the decryption key with its
 * certificate, and MOI's certificate.
 */
const installedFiles = [
  signingKeyFile,
  signingCertificateFile,
  decryptionKeyFile,
  decryptionCertificateFile,
  ministryCertificateFile,
] as const;

/** Certificates are for everybody. Whatever else lies in the folder is a key. */
const certificateFiles = [signingCertificateFile, decryptionCertificateFile, ministryCertificateFile];

/** The keys that may be in a token instead of a file. */
const keysForToken: readonly string[] = [intakeFile, signingKeyFile, decryptionKeyFile];

/** The platform's keys, in memory or in a token. */
export interface PlatformKeys extends MovableKeys {
  readonly challengeSecret: Uint8Array;
  readonly openingProbeSecret: Uint8Array;
  readonly commissionCertificatesPem: string;
  /** DER. */
  readonly ministryCertificate: Uint8Array;
}

/** Those of them that may be in a token. */
export interface MovableKeys {
  /** Countersigns evidence. */
  readonly intakeSigner: Signer;
  /** Signs receipts and the audit log's checkpoints with the same key. */
  readonly intakeJws: JwsSigner;
  readonly commission: CommissionKey;
  readonly commissionDecryption: CommissionDecryptionKey &
    CommissionRecipient & { readonly publicKey: Uint8Array };
  readonly holderTagKeys: HolderTagKeys;
  readonly commissionRoundKeys: CommissionRoundKeys;
}

/** The commission's certificates, with those above them, PEM. */
export interface CommissionCertificates {
  readonly signing: string;
  readonly decryption: string;
}

/**
 * Reads the platform's keys, and makes none. Throws the `StartFailure` `start-keys-missing` with the names of what isn't there,
 * `start-keys-readable` with those that others than the owner may read,
 * `start-certificate-unfit` for a certificate of another use, and `start-keys-not-apart` where the commission has one key for both.
 * `fromToken` answers the keys that are in a token; without it, they are files too.
 */
export async function readPlatformKeys(
  folder: string,
  fromToken?: (folder: KeyFolder, certificates: CommissionCertificates) => Promise<MovableKeys>,
): Promise<PlatformKeys> {
  const keys = new KeyFolder(folder);
  const names = [...Object.keys(ownKeys), ...installedFiles].filter(
    (name) => fromToken === undefined || !keysForToken.includes(name),
  );
  const files = await readFiles(keys, names);
  const text = (name: string): string => Buffer.from(contentOf(files, name)).toString('utf8');
  const certificates = { signing: text(signingCertificateFile), decryption: text(decryptionCertificateFile) };
  const movable = await (fromToken?.(keys, certificates) ?? softwareKeys(keys, certificates, text));
  checkCommissionKeys(movable);
  return {
    ...movable,
    challengeSecret: contentOf(files, 'challenge.secret'),
    openingProbeSecret: contentOf(files, 'opening-probe.secret'),
    commissionCertificatesPem: certificates.signing,
    ministryCertificate: firstCertificate(text(ministryCertificateFile)),
  };
}

async function softwareKeys(
  folder: KeyFolder,
  { signing, decryption }: CommissionCertificates,
  text: (name: string) => string,
): Promise<MovableKeys> {
  const intakeKey = createPrivateKey(text(intakeFile));
  return {
    intakeSigner: new PrivateKeySigner(intakeKey),
    intakeJws: await jwsSigner(intakeKey),
    commission: SoftwareCommissionKey.fromPem(text(signingKeyFile), signing),
    commissionDecryption: SoftwareCommissionDecryptionKey.fromPem(text(decryptionKeyFile), decryption),
    holderTagKeys: new HolderTagKeyFiles(folder),
    commissionRoundKeys: new CommissionRoundKeyFiles(folder),
  };
}

/** The commission's two keys: one signs, the other decrypts. */
function checkCommissionKeys({ commission, commissionDecryption }: MovableKeys): void {
  requireUse(signingCertificateFile, commission.certificate, 'signing');
  requireUse(decryptionCertificateFile, commissionDecryption.certificate, 'decryption');
  if (equalOctets(commission.publicKey, commissionDecryption.publicKey)) {
    const names = `${signingKeyFile}, ${decryptionKeyFile}`;
    throw new StartFailure({ code: 'start-keys-not-apart', values: { names } });
  }
}

async function readFiles(
  keys: KeyFolder,
  names: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array | undefined>> {
  const read = await Promise.all(names.map(async (name) => [name, await keys.read(name)] as const));
  const missing = read.flatMap(([name, bytes]) => (bytes === undefined ? [name] : []));
  if (missing.length > 0) {
    const values = { folder: keys.folder, names: missing.join(', ') };
    throw new StartFailure({ code: 'start-keys-missing', values });
  }
  await refuseOpenToOthers(keys);
  return new Map(read);
}

function contentOf(files: ReadonlyMap<string, Uint8Array | undefined>, name: string): Uint8Array {
  const content = files.get(name);
  if (content === undefined) throw new Error(`a key file was not read: ${name}`);
  return content;
}

async function refuseOpenToOthers(keys: KeyFolder): Promise<void> {
  const open = await keys.openToOthers(certificateFiles);
  if (open.length === 0) return;
  const values = { folder: keys.folder, names: open.join(', ') };
  throw new StartFailure({ code: 'start-keys-readable', values });
}

/**
 * Makes the platform's own keys that are not there yet, and answers the names of the files that it made. With a token, the intake key is
 * the operator's to make in it.
 */
export async function makePlatformKeys(folder: string, withToken = false): Promise<readonly string[]> {
  const keys = new KeyFolder(folder);
  const made: string[] = [];
  for (const [name, make] of Object.entries(ownKeys)) {
    if (withToken && keysForToken.includes(name)) continue;
    if ((await keys.read(name)) !== undefined) continue;
    await keys.readOrCreate(name, make);
    made.push(name);
  }
  return made;
}

/**
 * Makes a new intake key, has `publish` add its public half to those that receipts and evidence are verified with, and only then puts it
 * in place of the old one, which is kept under the name that is answered. After a crash it goes on with the same new key. Servers use
 * it from their next start.
 */
export async function rotateIntakeKey(
  folder: string,
  publish: (publicKey: Uint8Array) => Promise<void>,
): Promise<{ readonly retired: string }> {
  const keys = new KeyFolder(folder);
  const old = await keys.read(intakeFile);
  if (old === undefined)
    throw new StartFailure({ code: 'start-keys-missing', values: { folder, names: intakeFile } });
  const next = await keys.readOrCreate(nextIntakeFile, newIntakeKey);
  await publish(publicKeyOf(next));
  const retired = `intake.retired-${sha256Hex(publicKeyOf(old)).slice(0, 16)}.pem`;
  await keys.readOrCreate(retired, () => old);
  await keys.replace(nextIntakeFile, intakeFile);
  return { retired };
}

const publicKeyOf = (pem: Uint8Array): Uint8Array =>
  new PrivateKeySigner(createPrivateKey(Buffer.from(pem))).publicKey;

function newIntakeKey(): Uint8Array {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}
