import { fail, ok, type Result } from '../core/result.js';
import { isReasonCode } from './reason.js';
import { type ResultDocument, resultBytes } from './result-document.js';

/** Bytes a result may have. */
const maximumResultBytes = 65_536;

/** What each member of a result must be. */
const members: Readonly<Record<keyof ResultDocument, (value: unknown) => boolean>> = {
  version: (value) => value === 1,
  case: (value) => isText(value, /^[1-9]\d{0,9}$/),
  round: (value) => value === 1 || value === 2,
  electorTotal: isCount,
  threshold: isCount,
  submittedOn: (value) => isText(value, dayForm),
  determinedOn: (value) => isText(value, dayForm),
  electronic: isTally,
  paper: isTally,
  earlierValid: isCount,
  valid: isCount,
  determination: (value) => isText(value, /^(established|supplement-due|not-established)$/),
  merkleRoot: (value) => isText(value, digestForm),
  keyStatementSha256: (value) => isText(value, digestForm),
  submissionStatementSha256: (value) => isText(value, digestForm),
};

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const digestForm = /^[0-9a-f]{64}$/;

/** Reads `result.json`, strictly: the known members, no others, and in canonical form, so that one result has one text. */
export function readResult(content: Uint8Array): Result<ResultDocument, 'bundle-malformed'> {
  const value = content.length <= maximumResultBytes ? parse(content) : undefined;
  if (!isResult(value)) return fail('bundle-malformed');
  return Buffer.compare(resultBytes(value), content) === 0 ? ok(value) : fail('bundle-malformed');
}

function parse(content: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(content).toString('utf8'));
  } catch {
    return undefined;
  }
}

function isResult(value: unknown): value is ResultDocument {
  if (!isObject(value) || Object.keys(value).length !== Object.keys(members).length) return false;
  return Object.entries(members).every(([name, isRight]) => isRight(value[name]));
}

function isTally(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 3) return false;
  const { submitted, valid, struckOut } = value;
  if (!isCount(submitted) || !isCount(valid) || !isObject(struckOut)) return false;
  return Object.entries(struckOut).every(([code, number]) => isReasonCode(code) && isCount(number));
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isText(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
