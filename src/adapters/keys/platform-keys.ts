import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { StartFailure } from '../../configuration/start-failure.js';
import { equalOctets } from '../../core/octets.js';
import { sha256Hex } from '../../core/sha256.js';
import { requireUse } from './certificate-use.js';
import { KeyFolder } from './key-folder.js';
import {
  firstCertificate,
  PrivateKeySigner,
  SoftwareCommissionDecryptionKey,
  SoftwareCommissionKey,
  SoftwareReceiptIssuer,
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

/** Every file that a start needs, by name. */
type KeyFiles = Readonly<Record<keyof typeof ownKeys | (typeof installedFiles)[number], Uint8Array>>;

/** The platform's keys of one folder, in memory. */
export type PlatformKeys = Awaited<ReturnType<typeof readPlatformKeys>>;

/**
 * Reads the platform's keys, and makes none. Throws the `StartFailure` `start-keys-missing` with the names of what isn't there,
 * `start-keys-readable` with those that others than the owner may read,
 * `start-certificate-unfit` for a certificate of another use, and `start-keys-not-apart` where the commission has one key for both.
 */
export async function readPlatformKeys(folder: string) {
  const files = await readFiles(folder);
  const text = (name: keyof KeyFiles): string => Buffer.from(files[name]).toString('utf8');
  const intakeKey = createPrivateKey(text(intakeFile));
  return {
    /** Countersigns evidence. */
    intakeSigner: new PrivateKeySigner(intakeKey),
    /** Signs receipts with the same key. */
    receiptIssuer: await SoftwareReceiptIssuer.over(intakeKey),
    challengeSecret: files['challenge.secret'],
    openingProbeSecret: files['opening-probe.secret'],
    ...commissionKeys(text),
    commissionCertificatesPem: text(signingCertificateFile),
    /** DER. */
    ministryCertificate: firstCertificate(text(ministryCertificateFile)),
  };
}

/** The commission's two keys: one signs, the other decrypts. */
function commissionKeys(text: (name: keyof KeyFiles) => string) {
  const commission = SoftwareCommissionKey.fromPem(text(signingKeyFile), text(signingCertificateFile));
  const commissionDecryption = SoftwareCommissionDecryptionKey.fromPem(
    text(decryptionKeyFile),
    text(decryptionCertificateFile),
  );
  requireUse(signingCertificateFile, commission.certificate, 'signing');
  requireUse(decryptionCertificateFile, commissionDecryption.certificate, 'decryption');
  if (equalOctets(commission.publicKey, commissionDecryption.publicKey)) {
    const names = `${signingKeyFile}, ${decryptionKeyFile}`;
    throw new StartFailure({ code: 'start-keys-not-apart', values: { names } });
  }
  return { commission, commissionDecryption };
}

async function readFiles(folder: string): Promise<KeyFiles> {
  const keys = new KeyFolder(folder);
  const names = [...Object.keys(ownKeys), ...installedFiles] as (keyof KeyFiles)[];
  const read = await Promise.all(names.map(async (name) => [name, await keys.read(name)] as const));
  const missing = read.flatMap(([name, bytes]) => (bytes === undefined ? [name] : []));
  if (missing.length > 0) {
    const values = { folder, names: missing.join(', ') };
    throw new StartFailure({ code: 'start-keys-missing', values });
  }
  await refuseOpenToOthers(keys);
  return Object.fromEntries(read) as KeyFiles;
}

async function refuseOpenToOthers(keys: KeyFolder): Promise<void> {
  const open = await keys.openToOthers(certificateFiles);
  if (open.length === 0) return;
  const values = { folder: keys.folder, names: open.join(', ') };
  throw new StartFailure({ code: 'start-keys-readable', values });
}

/** Makes the platform's own keys that are not there yet, and answers the names of the files that it made. */
export async function makePlatformKeys(folder: string): Promise<readonly string[]> {
  const keys = new KeyFolder(folder);
  const made: string[] = [];
  for (const [name, make] of Object.entries(ownKeys)) {
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
