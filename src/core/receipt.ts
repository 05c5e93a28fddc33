import type { JSONWebKeySet } from 'jose';
import { parseCaseNumber } from './case-number.js';
import type { CaseNumber, Commitment, RoundOrdinal } from './identifiers.js';
import { type JsonBounds, type JsonReader, parseJson } from './json.js';
import { verifiedPayload } from './jws.js';
import { fromHex } from './octets.js';
import { fail, ok, type Result } from './result.js';
import { parseTaipeiDate, type TaipeiDate } from './taipei-date.js';

/** What a receipt promises: that this platform recorded a co-signature with this commitment. Nothing about the person. */
export interface Receipt {
  /** The platform's origin. */
  readonly issuer: string;
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  readonly commitment: Commitment;
  /** The Taipei day it was recorded. */
  readonly recordedOn: TaipeiDate;
  /** When this receipt was made out, whole seconds. */
  readonly issuedAt: Date;
}

/** The one thing to say of a receipt that is not ours as it stands. */
export type ReceiptErrorCode = 'receipt-invalid';

/** Characters a receipt may have. */
const maximumReceiptLength = 4096;
/** Its payload; members that a later version may add are passed over. */
const bounds: JsonBounds = { size: maximumReceiptLength, depth: 8 };

/** The `typ` of a receipt's header. */
export const receiptType = 'JWT';

/** Verifies a receipt offline against the platform's published keys. */
export async function verifyReceipt(
  jws: string,
  jwks: JSONWebKeySet,
): Promise<Result<Receipt, ReceiptErrorCode>> {
  const short = jws.length <= maximumReceiptLength;
  const payload = short ? await verifiedPayload(jws, receiptType, jwks) : undefined;
  const receipt = payload && parseJson(payload, bounds, readPayload);
  return receipt?.ok === true ? receipt : fail('receipt-invalid');
}

function readPayload(claims: JsonReader): Receipt {
  return {
    issuer: claims.member('iss').text(),
    caseNumber: claims.member('case').parsed(parseCaseNumber),
    round: claims.member('round').oneOf(1, 2),
    commitment: claims.member('commitment').parsed(parseCommitment),
    recordedOn: claims.member('recordedOn').parsed(parseTaipeiDate),
    issuedAt: new Date(claims.member('iat').integer() * 1000),
  };
}

function parseCommitment(text: string): Result<Commitment> {
  const octets = text.length === 64 ? fromHex(text) : undefined;
  return octets === undefined ? fail('commitment-malformed') : ok(octets as Uint8Array as Commitment);
}
