import type { JSONWebKeySet } from 'jose';
import type { CaseNumber, Commitment, RoundOrdinal } from './identifiers.js';
import { type JsonBounds, type JsonReader, parseJson } from './json.js';
import { type JwsPayload, type JwsSigner, verifiedPayload } from './jws.js';
import { hex } from './octets.js';
import { fail, type Result } from './result.js';
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
/** The `typ` of its header. */
const receiptType = 'JWT';

/**
 * Makes out a receipt: a JWS (see `JwsSigner`) of type `JWT`, payload `{ iss, case, round, commitment, recordedOn, iat }` with the
 * commitment in lower-case hex and `iat` in seconds.
 */
export function signReceipt(receipt: Receipt, sign: JwsSigner): Promise<string> {
  return sign(receiptType, payloadOf(receipt));
}

function payloadOf(receipt: Receipt): JwsPayload {
  return {
    iss: receipt.issuer,
    case: receipt.caseNumber,
    round: receipt.round,
    commitment: hex(receipt.commitment),
    recordedOn: receipt.recordedOn,
    iat: Math.floor(receipt.issuedAt.getTime() / 1000),
  };
}

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
  const commitment = Buffer.from(claims.member('commitment').text(/^[0-9a-f]{64}$/), 'hex');
  return {
    issuer: claims.member('iss').text(),
    caseNumber: claims.member('case').text(/^\d{1,10}$/) as CaseNumber,
    round: claims.member('round').oneOf(1, 2),
    commitment: commitment as Uint8Array as Commitment,
    recordedOn: claims.member('recordedOn').parsed(parseTaipeiDate),
    issuedAt: new Date(claims.member('iat').integer() * 1000),
  };
}

/** Every key that the intake has signed receipts and evidence with. */
export interface IntakeKeys {
  /** The public keys: SubjectPublicKeyInfo, DER, the oldest first. */
  all(): Promise<readonly Uint8Array[]>;
}

/** Injection token for {@link IntakeKeys}. */
export const INTAKE_KEYS = Symbol('IntakeKeys');
