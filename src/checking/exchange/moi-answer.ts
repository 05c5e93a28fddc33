import type { JsonValue } from '../../core/canonical-json.js';
import { readManifestPart } from '../../core/exchange/index.js';
import { type JsonBounds, type JsonReader, parseJson } from '../../core/json.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import type { AnswerErrorCode } from '../errors.js';
import { isRegisterReason, type RegisterReason } from '../reason-codes.js';
import {
  type BatchIdentity,
  manifestName,
  type ManifestPart,
  type RosterPart,
  rosterParts,
} from './roster.js';

/** What MOI struck out, by `seq`. Every other row of the batch is valid. */
export type MoiAnswer = ReadonlyMap<number, RegisterReason>;

type Line = Readonly<{ file: string; line: number }>;

/** The files of an answer. */
export interface AnswerFiles {
  readonly names: readonly string[];
  /** The clear content of one of them, once its seal and its signature have been verified. */
  content(name: string): Promise<Result<Uint8Array, AnswerErrorCode>>;
}

/**
 * Reads MOI's answer to a batch of `rows` rows, file by file: one is in clear text at a time. The answer is accepted
 * or refused as a whole. A file or row that is extra, missing, repeated, cut short, altered, unknown or of another
 * batch refuses it, with file and line. Each part must answer exactly the rows of the roster part with its name, in any
 * order. `read` hears how many rows have been read.
 */
export async function readAnswer(
  files: AnswerFiles,
  identity: BatchIdentity,
  rows: number,
  read: (rows: number) => Promise<void> = () => Promise.resolve(),
): Promise<Result<MoiAnswer, AnswerErrorCode>> {
  const hasManifest = files.names.includes(manifestName);
  const content = hasManifest ? await files.content(manifestName) : undefined;
  if (content?.ok === false) return content;
  const manifest = readAnswerManifest(content?.value, identity);
  if (!manifest.ok) return manifest;
  const listed = matchFiles(rosterParts(rows), manifest.value, files.names);
  if (!listed.ok) return listed;
  const answer = new Map<number, RegisterReason>();
  for (const [part, entry] of listed.value) {
    const opened = await files.content(part.name);
    if (!opened.ok) return opened;
    const done = readPart(part, entry, opened.value, answer);
    if (!done.ok) return done;
    await read(part.lastSeq);
  }
  return ok(answer);
}

/** Each part of the roster with its entry in the manifest, if both and the files have the same names. */
function matchFiles(
  parts: readonly RosterPart[],
  manifest: readonly ManifestPart[],
  names: readonly string[],
): Result<[RosterPart, ManifestPart][], AnswerErrorCode> {
  const expected = new Set(parts.map(({ name }) => name));
  for (const name of [...manifest.map((entry) => entry.name), ...names])
    if (name !== manifestName && !expected.has(name)) return fail('answer-file-unknown', { file: name });
  const listed: [RosterPart, ManifestPart][] = [];
  for (const part of parts) {
    const [entry, ...repeated] = manifest.filter(({ name }) => name === part.name);
    if (repeated.length > 0) return fail('answer-file-repeated', { file: part.name });
    if (entry === undefined || !names.includes(part.name))
      return fail('answer-file-missing', { file: part.name });
    listed.push([part, entry]);
  }
  return ok(listed);
}

function readPart(
  part: RosterPart,
  entry: ManifestPart,
  content: Uint8Array,
  answer: Map<number, RegisterReason>,
): Result<void, AnswerErrorCode> {
  const text = Buffer.from(content).toString('latin1');
  const lines = text.split('\r\n');
  if (lines[0] !== 'seq,result') return fail('answer-malformed', { file: part.name, line: 1 });
  if (lines.pop() !== '' || lines.length - 1 < entry.rows)
    return fail('answer-cut-short', { file: part.name, line: lines.length + 1 });
  const rows = readRows(part, lines, answer);
  if (!rows.ok) return rows;
  if (lines.length - 1 !== entry.rows)
    return fail('answer-malformed', { file: part.name, line: entry.rows + 2 });
  if (sha256Hex(content) !== entry.sha256) return fail('answer-digest-wrong', { file: part.name });
  return ok(undefined);
}

function readRows(
  part: RosterPart,
  lines: readonly string[],
  answer: Map<number, RegisterReason>,
): Result<void, AnswerErrorCode> {
  // One octet a row of the part.
  const seen = new Uint8Array(part.lastSeq - part.firstSeq + 1);
  for (const [index, text] of lines.entries()) {
    if (index === 0) continue;
    const place = { file: part.name, line: index + 1 };
    const row = readRow(text, part, place);
    if (!row.ok) return row;
    const [seq, code] = row.value;
    if (seen[seq - part.firstSeq] === 1) return fail('answer-row-repeated', { ...place, seq });
    seen[seq - part.firstSeq] = 1;
    if (code !== undefined) answer.set(seq, code);
  }
  const missing = seen.indexOf(0);
  return missing < 0
    ? ok(undefined)
    : fail('answer-row-missing', { file: part.name, line: lines.length + 1, seq: part.firstSeq + missing });
}

function readRow(
  text: string,
  part: RosterPart,
  place: Line,
): Result<[seq: number, code: RegisterReason | undefined], AnswerErrorCode> {
  const [, digits, code] = /^([1-9]\d{0,8}),([0-9A-Z]{2,3})$/.exec(text) ?? [];
  if (digits === undefined || code === undefined) return fail('answer-malformed', place);
  const seq = Number(digits);
  if (seq < part.firstSeq || seq > part.lastSeq) return fail('answer-row-unknown', { ...place, seq });
  if (code === '00') return ok([seq, undefined]);
  return isRegisterReason(code) ? ok([seq, code]) : fail('answer-code-unknown', place);
}

/** About 100 bytes a part. */
const manifestBounds: JsonBounds = { size: 1_000_000, depth: 3 };

/**
 * Reads the manifest of MOI's answer: JSON with exactly the members of the roster's manifest (`version` 1, `batch`, `case`,
 * `round`, `submittedOn`, `parts`), naming the same batch. Fails with `answer-file-missing`, `answer-manifest-malformed` or
 * `answer-for-another-batch`.
 */
function readAnswerManifest(
  content: Uint8Array | undefined,
  identity: BatchIdentity,
): Result<readonly ManifestPart[], AnswerErrorCode> {
  if (content === undefined) return fail('answer-file-missing', { file: manifestName });
  const manifest = parseJson(content, manifestBounds, readManifest);
  if (!manifest.ok) return fail('answer-manifest-malformed', { file: manifestName });
  const { parts, named } = manifest.value;
  const same = identityMembers.every((name) => named[name] === identity[name]);
  return same ? ok(parts) : fail('answer-for-another-batch', { file: manifestName });
}

const identityMembers = ['batch', 'case', 'round', 'submittedOn'] as const;

interface AnswerManifest {
  readonly parts: readonly ManifestPart[];
  /** The other members, not checked yet. */
  readonly named: Readonly<Record<string, JsonValue>>;
}

function readManifest(json: JsonReader): AnswerManifest {
  json.only('version', ...identityMembers, 'parts');
  json.member('version').oneOf(1);
  for (const name of identityMembers) json.member(name);
  return { parts: json.member('parts').items(readManifestPart), named: json.object() };
}
