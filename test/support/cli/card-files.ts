import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePem } from '../../../src/core/pem.js';
import { type MockCard, privateKeyPem } from '../../../src/devkit/index.js';

/** Writes a card as four PEM files into this folder; the options that name them. `name` tells cards in one folder apart. */
export async function writeCardFiles(
  folder: string,
  card: MockCard,
  name = 'lead',
): Promise<readonly string[]> {
  const files = {
    'signing-certificate': encodePem('CERTIFICATE', card.signingCertificate),
    'signing-key': privateKeyPem(card.signingKey),
    'encryption-certificate': encodePem('CERTIFICATE', card.encryptionCertificate),
    'encryption-key': privateKeyPem(card.encryption.key),
  };
  const words: string[] = [];
  for (const [option, content] of Object.entries(files)) {
    const file = join(folder, `${name}-${option}.pem`);
    await writeFile(file, content);
    words.push(`--${option}`, file);
  }
  return words;
}

/** Writes a secret into a file that only its owner can read; its path. */
export async function writeSecret(folder: string, name: string, secret: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return file;
}

/**
 * Has `openssl pkcs12 -export` make PKCS #12 files of the PEM files that {@link writeCardFiles} wrote, one for each key, since it writes one
 * key to a file; the options that name them. The passphrase is the first line of a file.
 */
export function writePkcs12Files(folder: string, passphraseFile: string, name = 'lead'): readonly string[] {
  return ['signing', 'encryption'].flatMap((use) => {
    const [key, certificate, out] = ['key.pem', 'certificate.pem', 'card.p12'].map((part) =>
      join(folder, `${name}-${use}-${part}`),
    );
    const words = ['-inkey', key!, '-in', certificate!, '-out', out!, '-passout', `file:${passphraseFile}`];
    execFileSync('openssl', ['pkcs12', '-export', ...words]);
    return ['--pkcs12', out!];
  });
}
