import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { TokenSettings } from '../../configuration/configuration.js';
import { StartFailure } from '../../configuration/start-failure.js';
import { canSealFor, sealForCertificate } from '../../core/cms/index.js';
import { jwsSignerWith } from '../../core/jws-signing.js';
import { equalOctets } from '../../core/octets.js';
import { parseCertificate } from '../../core/x509/index.js';
import type { KeyFolder } from '../keys/key-folder.js';
import type { Pkcs11Library } from './pkcs11-library.js';
import { Pkcs11Token, type TokenKeyPair } from './pkcs11-token.js';
import type { CommissionCertificates, MovableKeys } from '../keys/platform-keys.js';
import { firstCertificate } from '../keys/software-keys.js';
import { TokenCommissionRoundKeys, TokenHolderTagKeys } from './token-case-keys.js';
import { TokenCommissionDecryptionKey, TokenCommissionKey, TokenSigner } from './token-keys.js';

/** The labels (CKA_LABEL) of the key pairs in the token. */
export const tokenLabels = {
  intake: 'lianshu-intake',
  signing: 'lianshu-commission',
  decryption: 'lianshu-commission-decryption',
} as const;

/**
 * The keys of a token. Throws a `StartFailure`: `start-keys-missing` with the labels that the token lacks, `start-keys-readable` where
 * others than the owner may read the PIN, and those of {@link Pkcs11Token.open}.
 */
export async function readTokenKeys(
  settings: TokenSettings,
  folder: KeyFolder,
  certificates: CommissionCertificates,
  library?: Pkcs11Library,
): Promise<MovableKeys> {
  await refuseReadablePin(settings.pinFile);
  const token = await Pkcs11Token.open(settings, library);
  const { intake, signing, decryption } = findPairs(token, settings);
  if (intake.algorithm !== 'p256') throw unusable(settings, `${tokenLabels.intake}: P-256`);
  const ofDecryption = certificateOf(decryption, certificates.decryption);
  const commissionDecryption = new TokenCommissionDecryptionKey(token, decryption, ofDecryption);
  await refuseUnlessItOpens(commissionDecryption, settings);
  return {
    intakeSigner: new TokenSigner(token, intake),
    intakeJws: await jwsSignerWith(intake.publicKey, (data) =>
      Promise.resolve(token.ecdsa(intake.privateKey, data)),
    ),
    commission: new TokenCommissionKey(token, signing, certificateOf(signing, certificates.signing)),
    commissionDecryption,
    holderTagKeys: new TokenHolderTagKeys(token, folder),
    commissionRoundKeys: new TokenCommissionRoundKeys(token, folder),
  };
}

const unusable = ({ token }: TokenSettings, reason: string, cause?: unknown): StartFailure =>
  new StartFailure({ code: 'start-token-unusable', values: { token, reason } }, { cause });

/**
 * Tries the decryption key: not every token has RSA-OAEP with SHA-256, and not every key may be used so. It is needed only after a
 * submission, which is too late to learn it.
 */
async function refuseUnlessItOpens(
  key: TokenCommissionDecryptionKey,
  settings: TokenSettings,
): Promise<void> {
  if (!canSealFor(key.certificate)) return;
  const sealed = sealForCertificate(randomBytes(32), key.certificate);
  const opened = await key.decrypt(sealed).catch((error: unknown) => {
    throw unusable(
      settings,
      `${tokenLabels.decryption}: CKM_ECDH1_DERIVE, CKM_RSA_PKCS_OAEP (SHA-256)`,
      error,
    );
  });
  if (opened === undefined) throw unusable(settings, tokenLabels.decryption);
}

function findPairs(
  token: Pkcs11Token,
  settings: TokenSettings,
): Readonly<Record<keyof typeof tokenLabels, TokenKeyPair>> {
  const [intake, signing, decryption] = [tokenLabels.intake, tokenLabels.signing, tokenLabels.decryption].map(
    (label) => token.findKeyPair(label),
  );
  if (intake !== undefined && signing !== undefined && decryption !== undefined)
    return { intake, signing, decryption };
  const names = Object.values(tokenLabels)
    .filter((label) => token.findKeyPair(label) === undefined)
    .join(', ');
  throw new StartFailure({ code: 'start-keys-missing', values: { folder: settings.token, names } });
}

/** Throws a `StartFailure` where others than the owner may read the PIN, or where there is none. */
export async function refuseReadablePin(pinFile: string): Promise<void> {
  const mode = await stat(pinFile).then(
    (found) => found.mode,
    () => undefined,
  );
  const values = { folder: path.dirname(pinFile), names: path.basename(pinFile) };
  if (mode === undefined) throw new StartFailure({ code: 'start-keys-missing', values });
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new StartFailure({ code: 'start-keys-readable', values });
}

/** The first certificate (DER) of the file, which must be that of the key. */
function certificateOf(pair: TokenKeyPair, pem: string): Uint8Array {
  const certificate = firstCertificate(pem);
  const parsed = parseCertificate(certificate);
  if (!parsed.ok || !equalOctets(parsed.value.subjectPublicKeyInfo, pair.publicKey))
    throw new Error('the commission’s key in the token and its certificate do not belong together');
  return certificate;
}
