import { type JsonReader, parseJson } from '../../core/json.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { CardCodeName, CardOperation } from './card-faults.js';

/** Octets of text that a page may send: a struck-out list in base64, percent-encoded, has some 90 million. */
export const maximumRequestBytes = 128 * 1024 * 1024;

/** A page's request to the card program. */
export type CardRequest =
  | {
      readonly operation: 'sign';
      readonly signatureType: 'PKCS1' | 'PKCS7';
      readonly content: Uint8Array;
      readonly pin: string;
      readonly slotDescription: string;
    }
  | { readonly operation: 'certificates'; readonly slotDescription: string }
  | {
      readonly operation: 'decrypt';
      readonly cipherType: 'PKCS1' | 'PKCS7';
      readonly ciphertext: Uint8Array;
      readonly plainEncoding: string;
      readonly pin: string;
      readonly slotDescription: string;
    };

/** The operation of each `func`, and the `func` of its answer. */
const functions: ReadonlyMap<string, { operation: CardOperation; answer: string }> = new Map([
  ['MakeSignature', { operation: 'sign', answer: 'sign' }],
  ['GetUserCert', { operation: 'certificates', answer: 'pkcs11info' }],
  ['DecryptData', { operation: 'decrypt', answer: 'decrypt' }],
]);

/** What a request asks for, before its fields are read. */
export interface RequestedFunction {
  readonly operation: CardOperation;
  /** The `func` of the answer. */
  readonly answer: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads which function a page asks for, in what it posted. As with HiPKI's program, the text arrives as a form's field and is decoded as one: what a page
 * doesn't percent-encode of base64 and of the PIN loses its `+` signs. Failures: `malformed-json`, `unknown-function`.
 */
export function readFunction(text: unknown): Result<RequestedFunction, CardCodeName> {
  if (typeof text !== 'string') return fail('malformed-json');
  const decoded = new URLSearchParams(`tbsPackage=${text}`).get('tbsPackage') ?? '';
  const fields = parseJson(decoded, { size: maximumRequestBytes, depth: 2 }, readFields);
  if (!fields.ok) return fail('malformed-json');
  const requested = functions.get(fields.value.func ?? '');
  return requested === undefined ? fail('unknown-function') : ok({ ...requested, fields: fields.value });
}

function readFields(json: JsonReader): Record<string, string> {
  return Object.fromEntries(json.entries().map(([name, value]) => [name, value.text()]));
}

/** Reads the fields of a request. A failure is the code that the card program answers. */
export function readRequest({ operation, fields }: RequestedFunction): Result<CardRequest, CardCodeName> {
  const slotDescription = fields.slotDescription ?? '';
  if (operation === 'certificates') return ok({ operation, slotDescription });
  const pin = fields.pin ?? '';
  const request =
    operation === 'sign'
      ? readSigning(fields, pin, slotDescription)
      : readDecryption(fields, pin, slotDescription);
  return request.ok && pin === '' ? fail('no-pin') : request;
}

function readSigning(
  fields: RequestedFunction['fields'],
  pin: string,
  slotDescription: string,
): Result<CardRequest, CardCodeName> {
  const { tbs = '', tbsEncoding = 'NONE', signatureType, hashAlgorithm = 'SHA256' } = fields;
  const { nonce = '', withCardSN = 'false' } = fields;
  if (tbs === '') return fail('nothing-to-sign');
  if (signatureType !== 'PKCS1' && signatureType !== 'PKCS7') return fail('wrong-parameter');
  // Other hashes, a nonce and the card's number among the attributes are nothing that a page of ours asks for.
  if (hashAlgorithm !== 'SHA256' || nonce !== '' || withCardSN !== 'false') return fail('wrong-parameter');
  const content = decoded(tbs, tbsEncoding);
  return content.ok
    ? ok({ operation: 'sign', signatureType, content: content.value, pin, slotDescription })
    : content;
}

function readDecryption(
  fields: RequestedFunction['fields'],
  pin: string,
  slotDescription: string,
): Result<CardRequest, CardCodeName> {
  const { cipher = '', cipherType, plainEncoding = 'NONE' } = fields;
  if (cipher === '') return fail('nothing-to-decrypt');
  if (cipherType !== 'PKCS1' && cipherType !== 'PKCS7') return fail('wrong-parameter');
  if (plainEncoding !== 'base64' && plainEncoding !== 'NONE') return fail('wrong-parameter');
  const ciphertext = decoded(cipher, 'base64');
  return ciphertext.ok
    ? ok({
        operation: 'decrypt',
        cipherType,
        ciphertext: ciphertext.value,
        plainEncoding,
        pin,
        slotDescription,
      })
    : ciphertext;
}

/** `NONE` is the text itself, in UTF-8. */
function decoded(text: string, encoding: string): Result<Uint8Array, CardCodeName> {
  if (encoding === 'NONE') return ok(Buffer.from(text));
  if (encoding !== 'base64') return fail('wrong-parameter');
  const octets = Buffer.from(text, 'base64');
  return octets.toString('base64') === text ? ok(octets) : fail('base64-malformed');
}
