import { createPrivateKey, type JsonWebKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { OperatorMistake } from './operator-mistake.js';

/** The private key in a PEM file. Throws an {@link OperatorMistake} that names the file, and says so where a passphrase locks it. */
export async function privateKeyIn(file: string): Promise<KeyObject> {
  const pem = await readFile(file);
  try {
    return createPrivateKey(pem);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new OperatorMistake(
      code === 'ERR_MISSING_PASSPHRASE' ? 'private-key-locked' : 'private-key-malformed',
      { file },
    );
  }
}

/** The certificate in a file, PEM or DER. Throws an {@link OperatorMistake} that names the file. */
export async function certificateIn(file: string): Promise<X509Certificate> {
  const content = await readFile(file);
  try {
    return new X509Certificate(content);
  } catch {
    throw new OperatorMistake('certificate-file-malformed', { file });
  }
}

/** A JWK Set (RFC 7517) as far as its shape goes; which keys are good is for whoever uses them. */
export interface PublishedKeys {
  readonly keys: readonly JsonWebKey[];
}

/** The platform's published keys in a file. Throws an {@link OperatorMistake} that names the file. */
export async function publishedKeysIn(file: string): Promise<PublishedKeys> {
  const value = await jsonIn(file);
  if (typeof value !== 'object' || value === null || !('keys' in value) || !isListOfObjects(value.keys))
    throw new OperatorMistake('keys-malformed', { file });
  return { keys: value.keys };
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new OperatorMistake('json-malformed', { file });
  }
}

function isListOfObjects(value: unknown): value is readonly JsonWebKey[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);
}
