import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../core/result.js';
import { certificatesByFingerprint } from './certificates-by-fingerprint.js';
import { readTrustConfiguration, type TrustConfiguration } from './configuration.js';
import type { TrustConfigurationErrorCode } from './errors.js';

/** Reads `trust.json` and every `*.pem` of a folder. Rejects where they can't be read at all. */
export async function readTrustFolder(
  folder: string,
): Promise<Result<TrustConfiguration, TrustConfigurationErrorCode>> {
  const names = await readdir(folder);
  const pems = names.filter((name) => name.endsWith('.pem')).sort();
  const certificates = certificatesByFingerprint(await Promise.all(pems.map((name) => text(folder, name))));
  if (!certificates.ok) return certificates;
  return readTrustConfiguration(await text(folder, 'trust.json'), certificates.value);
}

const text = (folder: string, name: string): Promise<string> => readFile(join(folder, name), 'utf8');
