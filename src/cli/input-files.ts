import { createPrivateKey, type JsonWebKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseJson } from '../core/json.js';
import { parseDerOrPem } from '../core/pem.js';
import { OperatorError } from './failure.js';

/**
 * The private key in a PEM file. Throws an {@link OperatorError}: `private-key-locked` if it needs a passphrase, else
 * `private-key-malformed`.
 */
export async function privateKeyIn(file: string): Promise<KeyObject> {
  const pem = await readFile(file);
  try {
    return createPrivateKey(pem);
  } catch {
    // PKCS #8 shows encryption in its first line, older formats in the second. Node's error code depends on its version.
    const locked = /^-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(
      pem.toString('latin1'),
    );
    throw new OperatorError(locked ? 'private-key-locked' : 'private-key-malformed', { file });
  }
}

/** The certificate in a file, DER or PEM (the first one). Throws an {@link OperatorError} with `certificate-file-malformed`. */
export async function certificateIn(file: string): Promise<X509Certificate> {
  const [first] = await certificatesIn(file);
  return first;
}

/** Every certificate in a file, one DER or PEM with at least one. Throws an {@link OperatorError} with `certificate-file-malformed`. */
export async function certificatesIn(
  file: string,
): Promise<readonly [X509Certificate, ...X509Certificate[]]> {
  const blocks = parseDerOrPem(await readFile(file), 'CERTIFICATE');
  try {
    const [first = '', ...others] = blocks.ok ? blocks.value : [];
    return [new X509Certificate(first), ...others.map((der) => new X509Certificate(der))];
  } catch {
    throw new OperatorError('certificate-file-malformed', { file });
  }
}

/** A JWK Set (RFC 7517). Only its shape is checked; each caller checks the keys. */
interface JwkSet {
  readonly keys: readonly JsonWebKey[];
}

/** The platform's published keys in a file. Throws an {@link OperatorError} with `json-malformed` or `keys-malformed`. */
export async function publishedKeysIn(file: string): Promise<JwkSet> {
  const value = await jsonIn(file);
  if (typeof value !== 'object' || value === null || !('keys' in value) || !isListOfObjects(value.keys))
    throw new OperatorError('keys-malformed', { file });
  return { keys: value.keys };
}

async function jsonIn(file: string): Promise<unknown> {
  const value = parseJson(await readFile(file), { size: 1_000_000, depth: 8 }, (json) => json.value());
  if (!value.ok) throw new OperatorError('json-malformed', { file });
  return value.value;
}

function isListOfObjects(value: unknown): value is readonly JsonWebKey[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);
}
