import { canonicalJson } from '../canonical-json.js';
import type { CaseNumber, RoundOrdinal } from '../identifiers.js';
import { type JsonBounds, type JsonReader, parseJson } from '../json.js';
import { fail, ok, type Result } from '../result.js';
import { sha256Hex } from '../sha256.js';
import { parseTaipeiDate, type TaipeiDate } from '../taipei-date.js';
import { parseCaseNumber } from '../case-number.js';

/** Name of the manifest, in the roster and in the answer. */
export const manifestName = 'manifest.json';

/** What identifies a batch to MOI, in the roster and in the answer. */
export interface BatchIdentity {
  /** UUID of the batch. An answer to another batch is recognised by it. */
  readonly batch: string;
  readonly case: CaseNumber;
  readonly round: RoundOrdinal;
  /** 提出日: MOI counts ages and residence to this day (ACT 8(1)). */
  readonly submittedOn: TaipeiDate;
}

/** A part as the manifest lists it. */
export interface ManifestPart {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 of the clear CSV, lower-case hex. Like the CSV, it exists only inside the sealed files. */
  readonly sha256: string;
}

/** A manifest, of the roster or of the answer. */
export interface Manifest {
  readonly identity: BatchIdentity;
  readonly parts: readonly ManifestPart[];
}

/** The manifest's entry for a part in clear text with this number of rows. */
export function manifestPart(name: string, rows: number, csv: Uint8Array): ManifestPart {
  return { name, rows, sha256: sha256Hex(csv) };
}

/** `manifest.json`: canonical JSON (RFC 8785) of the batch and its parts. */
export function manifestBytes(identity: BatchIdentity, parts: readonly ManifestPart[]): Uint8Array {
  return Buffer.from(
    canonicalJson({
      version: 1,
      batch: identity.batch,
      case: identity.case,
      round: identity.round,
      submittedOn: identity.submittedOn,
      parts: parts.map(({ name, rows, sha256 }) => ({ name, rows, sha256 })),
    }),
  );
}

/** About 100 bytes a part. */
const bounds: JsonBounds = { size: 1_000_000, depth: 3 };

/** Reads a roster's manifest, strictly: the documented members, no others, and each part once. */
export function readManifest(content: Uint8Array): Result<Manifest, 'manifest-malformed'> {
  const manifest = parseJson(content, bounds, read);
  if (!manifest.ok) return fail('manifest-malformed');
  const names = new Set(manifest.value.parts.map(({ name }) => name));
  return names.size === manifest.value.parts.length ? ok(manifest.value) : fail('manifest-malformed');
}

function read(json: JsonReader): Manifest {
  json.only('version', 'batch', 'case', 'round', 'submittedOn', 'parts');
  json.member('version').oneOf(1);
  return {
    identity: {
      batch: json.member('batch').text(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      case: json.member('case').parsed(parseCaseNumber),
      round: json.member('round').oneOf(1, 2),
      submittedOn: json.member('submittedOn').parsed(parseTaipeiDate),
    },
    parts: json.member('parts').items(readManifestPart),
  };
}

/** Reads the entry of a part. */
export function readManifestPart(json: JsonReader): ManifestPart {
  json.only('name', 'rows', 'sha256');
  return {
    name: json.member('name').text(),
    rows: json.member('rows').integer(1),
    sha256: json.member('sha256').text(/^[0-9a-f]{64}$/),
  };
}
