import type { CommissionRoundKey } from '../cases/index.js';
import type { PaperPlace } from '../checking/index.js';
import { canonicalJson } from '../core/canonical-json.js';
import { sealingKey, sealToKey } from '../core/cms/index.js';
import { parseCaseNumber } from '../core/case-number.js';
import type { CaseNumber, Commitment } from '../core/identifiers.js';
import { type JsonReader, parseJson } from '../core/json.js';
import { fromHex, hex } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { type RemedyKind, remedyKinds } from '../core/statement/index.js';
import { parseTaipeiDate, type TaipeiDate } from '../core/taipei-date.js';

/** What a request says, as it stands inside its seal. */
export interface FiledRequest {
  readonly kind: RemedyKind;
  readonly caseNumber: CaseNumber;
  readonly by: 'co-signer' | 'lead';
  readonly filedOn: TaipeiDate;
  readonly account: string;
  /** The record it is about; undefined where none was found. */
  readonly commitment: Commitment | undefined;
  /** Of a lead's objection to an electronic co-signature: the struck-out number. Otherwise empty. */
  readonly nationalId: string;
  /** Of a lead's objection to a paper row: its page and line. */
  readonly place?: PaperPlace;
  /** Of a co-signer: CMS SignedData (DER) over the text that they signed, the text inside. Otherwise empty. */
  readonly signedData: Uint8Array;
  /** SHA-256 of the holder of the card (`holderDigest`), hex; empty for a lead. */
  readonly holder: string;
}

/** Octets of a request; a signature and its certificates have at most 16 KiB. */
const maximumRequestBytes = 65_536;
const noCommitment = '0'.repeat(64);

/** A request is as long as a multiple of this: its length tells neither the person's card nor that a record was found. */
const lengthStep = 8192;

/** Seals a request to the commission's round key, padded to a multiple of 8 KiB. */
export function sealRequest(request: FiledRequest, key: Pick<CommissionRoundKey, 'publicKey'>): Uint8Array {
  const { commitment, signedData, caseNumber, place, ...members } = request;
  const content = canonicalJson({
    version: 1,
    ...members,
    case: caseNumber,
    ...(place === undefined ? {} : { paper: { page: place.page, line: place.line } }),
    commitment: commitment === undefined ? noCommitment : hex(commitment),
    signedData: Buffer.from(signedData).toString('base64'),
  });
  return sealToKey(padded(content), sealingKey(key.publicKey));
}

/** White space after a JSON text changes nothing of it (RFC 8259 §2). */
function padded(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const length = Math.ceil(bytes.length / lengthStep) * lengthStep;
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, ' ')]);
}

/** Opens a request with the commission's round key. Undefined for anything that {@link sealRequest} did not make for this key. */
export function openRequest(sealed: Uint8Array, key: CommissionRoundKey): FiledRequest | undefined {
  const content = key.openEvidence({ nationalId: undefined, sealedEvidence: sealed });
  const read = content && parseJson(content, { size: maximumRequestBytes, depth: 3 }, readRequest);
  return read?.ok === true ? read.value : undefined;
}

function readRequest(json: JsonReader): FiledRequest {
  json.member('version').oneOf(1);
  const commitment = json.member('commitment').parsed(parseCommitment);
  const paper = json.optional('paper');
  return {
    kind: json.member('kind').oneOf(...remedyKinds),
    caseNumber: json.member('case').parsed(parseCaseNumber),
    by: json.member('by').oneOf('co-signer', 'lead'),
    filedOn: json.member('filedOn').parsed(parseTaipeiDate),
    account: json.member('account').text(),
    commitment: hex(commitment) === noCommitment ? undefined : commitment,
    nationalId: json.member('nationalId').text(),
    ...(paper === undefined
      ? {}
      : { place: { page: paper.member('page').integer(), line: paper.member('line').integer() } }),
    signedData: new Uint8Array(Buffer.from(json.member('signedData').text(), 'base64')),
    holder: json.member('holder').text(),
  };
}

function parseCommitment(text: string): Result<Commitment> {
  const octets = text.length === 64 ? fromHex(text) : undefined;
  return octets === undefined ? fail('commitment-malformed') : ok(octets as Uint8Array as Commitment);
}
