import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../core/clock.js';
import type { CardSignature } from '../../core/cms/card.js';
import { encodeBase64 } from '../../core/encodings.js';
import type { Log } from '../../core/log.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { MobileSigning, MobileSigningRequest, MobileTransaction } from '../../cosigning/ports.js';
import { fetchBounded } from '../fetching/bounded-fetch.js';
import { checksumOf } from './checksum.js';
import {
  maximumAnswerBytes,
  readPushAnswer,
  readResultAnswer,
  type ServiceAnswer,
} from './service-answers.js';

/** How the service is reached, and who we are to it. */
export interface MobileServiceSettings {
  /** Such as `https://fidoapi.moi.gov.tw`. */
  readonly address: string;
  /** What the service knows this platform by (`sp_service_id`). */
  readonly serviceId: string;
  /** The key that it shares with the service, 32 octets. */
  readonly key: Uint8Array;
  /** A push is answered no sooner than this, in milliseconds. */
  readonly pushAnsweredAfter: number;
}

/** Characters of `sign_data`, as the service counts them. */
const maximumSignData = 1024;
const timeout = 8_000;
/** Requests to the service at the same time: what comes beyond them is refused, and cards go on. */
const maximumUnderWay = 256;

/**
 * Answers to a push that are about us or about the service as a whole. Every other one may be about the person, such as that the number has
 * no mobile certificate: it is passed on as if the request were on its way.
 */
const notAboutThePerson: ReadonlySet<string> = new Set([
  'DB_CONN_ERR',
  'DB_CLOSE_ERR',
  'DB_JNDI_ERR',
  'DB_ROOLBACK',
  'DB_SQL_EXP',
  'INV_SP_CHECKSUM',
  'PM_INV_NF',
  'SIGNDATA_LEN_LIMIT',
  'SPSVCID_DBSQL',
  'SPSVCID_NF',
  'SPTKT_TIME_FT_ERR',
  'SPTKT_TIME_ORV',
  'TGT_INV',
]);

/** Answers to the question for the signature that there is none, now or for good. */
const notSigned: ReadonlySet<string> = new Set([
  'SPTKTID_TXNLOG_NF',
  '20002',
  '20003',
  'SPTKTID_SPTKT_NF',
  'SPTKTID_SPTKT_RDM',
  'SPTKT_OVD',
  'APP_USER_CANCEL',
  'APP_SIGN_FAILURE',
  'APP_DECODE_FAIL',
  'APP_DATA_NULL',
]);

/** What may be logged of a code: nobody knows what the service writes into others. */
const knownCode = (errorCode: string): string =>
  notAboutThePerson.has(errorCode) ? errorCode : 'error-code-unknown';

type Unavailable = 'mobile-service-unavailable';

/**
 * The service of the mobile certificate over HTTP: `requestAthOrSignPush` (SP-API-ATH-03) and `getAthOrSignResult` (SP-API-ATH-02) of
 * 行動自然人憑證應用程式介面規格書, as public programs use them; not tried against the service itself. A bare signature is asked for (PKCS#1),
 * over bytes that are sent in base64, so that nothing on the way reads them in another way.
 */
export class HttpMobileSigning implements MobileSigning {
  private underWay = 0;
  /** When each kind of failure was logged last. */
  private readonly logged = new Map<string, number>();

  constructor(
    private readonly settings: MobileServiceSettings,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async push(
    request: MobileSigningRequest,
  ): Promise<Result<MobileTransaction, 'statement-too-long-for-mobile' | Unavailable>> {
    const signData = encodeBase64(request.content);
    if (signData.length > maximumSignData) return fail('statement-too-long-for-mobile');
    const [pushed] = await Promise.all([
      this.requestPush(request, signData),
      pause(this.settings.pushAnsweredAfter, undefined, { ref: false }),
    ]);
    return pushed;
  }

  async result({
    transactionId,
    ticketId,
  }: MobileTransaction): Promise<Result<CardSignature | undefined, Unavailable>> {
    const answer = await this.post(
      'getAthOrSignResult',
      transactionId,
      [ticketId],
      { sp_ticket_id: ticketId },
      readResultAnswer,
    );
    if (!answer.ok) return answer;
    if ('done' in answer.value) return ok(answer.value.done);
    const { errorCode } = answer.value;
    return notSigned.has(errorCode) ? ok(undefined) : this.unavailable(knownCode(errorCode));
  }

  private async requestPush(
    { nationalId, hint, seconds }: MobileSigningRequest,
    signData: string,
  ): Promise<Result<MobileTransaction, Unavailable>> {
    const transactionId = randomUUID();
    const answer = await this.post(
      'requestAthOrSignPush',
      transactionId,
      [nationalId, 'SIGN', hint, signData],
      {
        id_num: nationalId,
        op_code: 'SIGN',
        hint,
        time_limit: seconds,
        sign_info: {
          sign_type: 'PKCS#1',
          sign_data: signData,
          tbs_encoding: 'base64',
          hash_algorithm: 'SHA256',
        },
      },
      readPushAnswer,
    );
    if (!answer.ok) return answer;
    if ('done' in answer.value) return ok({ transactionId, ticketId: answer.value.done });
    const { errorCode } = answer.value;
    if (notAboutThePerson.has(errorCode)) return this.unavailable(errorCode);
    return ok({ transactionId, ticketId: randomUUID() });
  }

  private async post<Value>(
    call: string,
    transactionId: string,
    parts: readonly string[],
    members: object,
    read: (body: Uint8Array, context: { key: Uint8Array; transactionId: string }) => ServiceAnswer<Value>,
  ): Promise<Result<{ readonly done: Value } | { readonly errorCode: string }, Unavailable>> {
    const { address, serviceId, key } = this.settings;
    const body = JSON.stringify({
      transaction_id: transactionId,
      sp_service_id: serviceId,
      sp_checksum: checksumOf(key, [transactionId, serviceId, ...parts]),
      ...members,
    });
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const bounds = { timeout, maximumBytes: maximumAnswerBytes };
    if (this.underWay >= maximumUnderWay) return this.unavailable('too-many-under-way');
    this.underWay++;
    const fetched = await fetchBounded(
      `${address}/moise/sp/${call}`,
      { method: 'POST', headers, body },
      bounds,
    ).finally(() => this.underWay--);
    if (!fetched.ok) return this.unavailable(fetched.failure.code);
    const answer = read(fetched.value, { key, transactionId });
    return answer.ok ? answer : this.unavailable(answer.failure.code);
  }

  /** Logs each kind of failure once an hour: a line for each would tell how many people co-sign. */
  private unavailable(cause: string): Result<never, Unavailable> {
    const now = this.clock.now().getTime();
    if (now - (this.logged.get(cause) ?? -Infinity) >= hour) {
      this.logged.set(cause, now);
      this.log.warn({ cause }, 'the service of the mobile certificate can’t be used');
    }
    return fail('mobile-service-unavailable');
  }
}

const hour = 3_600_000;
