import { decodeBase64 } from '../../core/encodings.js';
import type { CardSignature } from '../../core/cms/card.js';
import { type JsonBounds, type JsonReader, parseJson } from '../../core/json.js';
import { fail, ok, type Result } from '../../core/result.js';
import { isChecksumOf } from './checksum.js';

/** A whole signature with its certificate has some 6 KB. */
export const maximumAnswerBytes = 65_536;
const bounds: JsonBounds = { size: maximumAnswerBytes, depth: 4 };

/** What the service's answers are read with. */
interface AnswerContext {
  readonly key: Uint8Array;
  readonly transactionId: string;
}

/** An answer that is well-formed and comes from who has the key, or a code of the service: `error_code` without the name of the call. */
export type ServiceAnswer<Value> = Result<
  { readonly done: Value } | { readonly errorCode: string },
  'answer-malformed' | 'answer-not-authentic'
>;

/** Reads the answer of `requestAthOrSignPush`: the ticket's identifier. */
export function readPushAnswer(
  body: Uint8Array,
  { key, transactionId }: AnswerContext,
): ServiceAnswer<string> {
  return readAnswer(body, (result) => {
    const ticket = result.member('sp_ticket').text(/^[\w-]{1,4000}={0,2}\.[\w-]{43}=?$/);
    const authentic = isChecksumOf(key, [transactionId, success, ticket], checksumIn(result));
    return authentic ? ticketIdIn(ticket, transactionId, result) : undefined;
  });
}

/** Reads the answer of `getAthOrSignResult`: a bare signature and its certificate (PKCS#1), which nothing here verifies. */
export function readResultAnswer(
  body: Uint8Array,
  { key, transactionId }: AnswerContext,
): ServiceAnswer<CardSignature> {
  return readAnswer(body, (result) => {
    const signed = result.member('signed_response').text();
    // A digest of the number: it is read for the checksum alone.
    const person = result.member('hashed_id_num').text(/^\S{1,200}$/);
    const authentic = isChecksumOf(key, [transactionId, success, person, signed], checksumIn(result));
    if (!authentic) return undefined;
    const signature = octetsIn(result.member('signed_response'));
    return { form: 'pkcs1', signature, certificate: octetsIn(result.member('cert')) };
  });
}

const success = '0';

const checksumIn = (result: JsonReader): string => result.member('idp_checksum').text(/^[0-9A-Fa-f]{184}$/);

/** Base64 in its one spelling, of something. */
function octetsIn(reader: JsonReader): Uint8Array {
  const octets = decodeBase64(reader.text(/./));
  return octets ?? reader.refuse();
}

/** `read` answers undefined where the checksum is wrong. */
function readAnswer<Value>(
  body: Uint8Array,
  read: (result: JsonReader) => Value | undefined,
): ServiceAnswer<Value> {
  const answer = parseJson<ServiceAnswer<Value>>(body, bounds, (json) => {
    const errorCode = codeOf(json.member('error_code').text(/^[^\p{Cc}]{1,500}$/u));
    if (errorCode !== success) return ok({ errorCode });
    const done = read(json.member('result'));
    return done === undefined ? fail('answer-not-authentic') : ok({ done });
  });
  return answer.ok ? answer.value : fail('answer-malformed');
}

/** `SP-API-ATH-02-SPTKT_OVD: expired` is `SPTKT_OVD`. */
const codeOf = (text: string): string =>
  text
    .replace(/:.*$/, '')
    .trim()
    .replace(/^SP-API-[A-Z]+-\d+-/, '');

/** The identifier in a ticket: its first part is JSON in base64url, its second only a digest. It must be of our own transaction. */
function ticketIdIn(ticket: string, transactionId: string, result: JsonReader): string {
  const [payload = ''] = ticket.split('.');
  const read = parseJson(Buffer.from(payload, 'base64url'), bounds, (json) => ({
    transaction: json.member('transaction_id').text(),
    id: json.member('sp_ticket_id').text(/^[\w-]{1,100}$/),
  }));
  return read.ok && read.value.transaction === transactionId ? read.value.id : result.refuse();
}
