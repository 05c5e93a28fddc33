import { decodeBase64 } from '../../core/encodings';
import { type JsonBounds, type JsonReader, parseJson } from '../../core/json';
import { fail, type Failure, ok, type Result } from '../../core/result';
import type { CardFailureCode } from './card-failure';
import { failureOfProgram } from './program-codes';

/** What is read of an answer: an opened struck-out list has up to 90 million characters in base64. */
const bounds: JsonBounds = { size: 128 * 1024 * 1024, depth: 8 };

/** A reader with a card in it. */
export interface Slot {
  /** The reader's name, by which a request can name it. */
  readonly description: string;
  /** The card's certificates, DER. */
  readonly certificates: readonly Uint8Array[];
}

/** What a card program answers, read as `read` takes it apart where it went well. */
function readAnswer<Value>(
  text: unknown,
  func: string,
  read: (answer: JsonReader) => Value,
): Result<Value, CardFailureCode> {
  if (typeof text !== 'string') return fail('card-answer-malformed');
  const answer = parseJson(text, bounds, (json) => refusalIn(json) ?? ok(readDone(json, func, read)));
  if (!answer.ok) return fail('card-answer-malformed');
  return answer.value;
}

function refusalIn(json: JsonReader): { ok: false; failure: Failure<CardFailureCode> } | undefined {
  const returnCode = json.member('ret_code').integer(lowestInt32);
  const lastError = json.optional('last_error')?.integer(lowestInt32) ?? 0;
  return returnCode === 0 ? undefined : { ok: false, failure: failureOfProgram(returnCode, lastError) };
}

const lowestInt32 = -(2 ** 31);

function readDone<Value>(json: JsonReader, func: string, read: (answer: JsonReader) => Value): Value {
  json.member('func').oneOf(func);
  return read(json);
}

/** The answer to `MakeSignature` with PKCS7: the SignedData, DER. */
export function readSignature(text: unknown): Result<Uint8Array, CardFailureCode> {
  return readAnswer(text, 'sign', (answer) => answer.member('signature').parsed(parseBase64));
}

/** The answer to `DecryptData` with `plainEncoding` base64: the content. */
export function readPlain(text: unknown): Result<Uint8Array, CardFailureCode> {
  return readAnswer(text, 'decrypt', (answer) => answer.member('plain').parsed(parseBase64));
}

/** The answer to `GetUserCert`: the readers. Without a card, `token` is a text instead of an object. */
export function readSlots(text: unknown): Result<readonly Slot[], CardFailureCode> {
  const slots = readAnswer(text, 'pkcs11info', (answer) => answer.member('slots').items(readSlot));
  if (!slots.ok) return slots;
  if (slots.value.length === 0) return fail('card-no-reader');
  const inserted = slots.value.filter((slot) => slot !== undefined);
  return inserted.length === 0 ? fail('card-no-card') : ok(inserted);
}

function readSlot(slot: JsonReader): Slot | undefined {
  const token = slot.member('token');
  if (typeof token.value() === 'string') return undefined;
  return {
    description: slot.member('slotDescription').text(),
    certificates: token.member('certs').items((each) => each.member('certb64').parsed(parseBase64)),
  };
}

/** Base64, of which some programs break the lines. */
function parseBase64(text: string): Result<Uint8Array> {
  const octets = decodeBase64(text.replaceAll(/[\r\n]/g, ''));
  return octets === undefined || octets.length === 0 ? fail('base64-malformed') : ok(octets);
}
