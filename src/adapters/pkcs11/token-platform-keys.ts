import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { TokenSettings } from '../../configuration/configuration.js';
import { StartFailure } from '../../configuration/start-failure.js';
import { jwsSignerWith } from '../../core/jws-signing.js';
import { equalOctets } from '../../core/octets.js';
import { parseCertificate } from '../../core/x509/index.js';
import type { KeyFolder } from '../keys/key-folder.js';
import { Pkcs11Token, type TokenKeyPair } from './pkcs11-token.js';
import type { CommissionCertificates, MovableKeys } from '../keys/platform-keys.js';
import { firstCertificate } from '../keys/software-keys.js';
import {
  TokenCommissionDecryptionKey,
  TokenCommissionKey,
  TokenHolderTagKeys,
  TokenSigner,
} from './token-keys.js';

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
): Promise<MovableKeys> {
  await refuseReadablePin(settings.pinFile);
  const token = await Pkcs11Token.open(settings);
  const { intake, signing, decryption } = findPairs(token, settings);
  const intakeSigner = new TokenSigner(token, intake);
  return {
    intakeSigner,
    intakeJws: await jwsSignerWith(intakeSigner.publicKey, (data) => intakeSigner.signRaw(data)),
    commission: new TokenCommissionKey(token, signing, certificateOf(signing, certificates.signing)),
    commissionDecryption: new TokenCommissionDecryptionKey(
      token,
      decryption,
      certificateOf(decryption, certificates.decryption),
    ),
    holderTagKeys: new TokenHolderTagKeys(token, folder),
  };
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

async function refuseReadablePin(pinFile: string): Promise<void> {
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
