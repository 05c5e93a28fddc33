import { randomBytes } from 'node:crypto';
import type { TokenSettings } from '../../configuration/configuration.js';
import { StartFailure } from '../../configuration/start-failure.js';
import { sha256Hex } from '../../core/sha256.js';
import { Pkcs11Token } from './pkcs11-token.js';
import { refuseReadablePin, tokenLabels } from './token-platform-keys.js';

const nextLabel = `${tokenLabels.intake}-next`;

/**
 * Makes a new intake key in the token, has `publish` add its public half to those that receipts and evidence are verified with, and only
 * then gives it the label of the old one, which stays under the label that is answered. After a crash it goes on with the same new key.
 * Servers that run keep the old key, which they know by its CKA_ID, until their next start. Throws as {@link Pkcs11Token.open}, and
 * `start-keys-missing` where there is no intake key to replace.
 */
export async function rotateTokenIntakeKey(
  settings: TokenSettings,
  publish: (publicKey: Uint8Array) => Promise<void>,
): Promise<{ readonly retired: string }> {
  await refuseReadablePin(settings.pinFile);
  const token = await Pkcs11Token.open(settings);
  try {
    const next = nextKey(token, settings);
    await publish(next);
    return { retired: putInPlace(token, next) };
  } finally {
    token.close();
  }
}

/** The public key that comes next (SubjectPublicKeyInfo, DER): of a key that an earlier try has made, or of a new one. */
function nextKey(token: Pkcs11Token, settings: TokenSettings): Uint8Array {
  const made = token.findPublicKey(nextLabel);
  if (made !== undefined) return made;
  if (token.findPublicKey(tokenLabels.intake) === undefined) {
    const values = { folder: settings.token, names: tokenLabels.intake };
    throw new StartFailure({ code: 'start-keys-missing', values });
  }
  token.makeKeyPair(nextLabel, randomBytes(16), 'sign');
  const next = token.findPublicKey(nextLabel);
  if (next === undefined) throw new Error('the token does not show a key that it has just made');
  return next;
}

/**
 * Puts the next key in the place of the old one, label by label: of each key the private half first, and the old key first. So whatever
 * has the public label of the intake is the old key until it has gone, and trying again goes on where it ended.
 */
function putInPlace(token: Pkcs11Token, next: Uint8Array): string {
  const retired = `${tokenLabels.intake}-before-${sha256Hex(next).slice(0, 16)}`;
  if (token.findPublicKey(tokenLabels.intake) !== undefined)
    for (const half of ['private', 'public'] as const) token.relabel(half, tokenLabels.intake, retired);
  for (const half of ['private', 'public'] as const) token.relabel(half, nextLabel, tokenLabels.intake);
  return retired;
}
