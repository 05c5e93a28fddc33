import { fail, ok, type Result } from '../core/result.js';
import type { AnswerErrorCode } from './errors.js';
import { type BatchIdentity, manifestName, type ManifestPart } from './roster.js';

/** Bytes a manifest may have: some 100 bytes a part. */
const maximumManifestBytes = 1_000_000;

/**
 * Reads the manifest of MOI's answer: JSON with exactly the members of the roster's manifest (`version` 1, `batch`, `case`,
 * `round`, `submittedOn`, `parts`), naming the same batch. Fails with `answer-file-missing`, `answer-manifest-malformed` or
 * `answer-for-another-batch`.
 */
export function readAnswerManifest(
  content: Uint8Array | undefined,
  identity: BatchIdentity,
): Result<readonly ManifestPart[], AnswerErrorCode> {
  if (content === undefined) return fail('answer-file-missing', { file: manifestName });
  const manifest = parseObject(content);
  if (manifest === undefined || !hasExactly(manifest, memberNames) || manifest.version !== 1)
    return fail('answer-manifest-malformed', { file: manifestName });
  if (!Array.isArray(manifest.parts)) return fail('answer-manifest-malformed', { file: manifestName });
  const parts: unknown[] = manifest.parts;
  if (!parts.every(isPart)) return fail('answer-manifest-malformed', { file: manifestName });
  const same = (['batch', 'case', 'round', 'submittedOn'] as const).every(
    (name) => manifest[name] === identity[name],
  );
  return same ? ok(parts) : fail('answer-for-another-batch', { file: manifestName });
}

const memberNames = ['version', 'batch', 'case', 'round', 'submittedOn', 'parts'];

function parseObject(content: Uint8Array): Record<string, unknown> | undefined {
  if (content.length > maximumManifestBytes) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPart(value: unknown): value is ManifestPart {
  if (!isObject(value) || !hasExactly(value, ['name', 'rows', 'sha256'])) return false;
  const { name, rows, sha256 } = value;
  if (typeof name !== 'string' || typeof sha256 !== 'string') return false;
  return /^[0-9a-f]{64}$/.test(sha256) && Number.isSafeInteger(rows) && Number(rows) > 0;
}

function hasExactly(value: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
