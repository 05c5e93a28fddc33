import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import type { Clock } from '../../core/clock.js';
import type { MockCard } from '../card/mock-card.js';
import {
  checksumFits,
  hashedNumber,
  serviceChecksum,
  ServiceRequest,
  serviceTicket,
} from './service-messages.js';

/** What the holder of a phone does with a request: signs it, declines it, signs when asked for the third time, or something else. */
export type PhoneManner = 'signs' | 'declines' | 'is slow' | 'ignores it' | 'signs something else';

/** A phone with a mobile certificate: the keys of a mock card stand for those in it. */
export interface MockPhone {
  readonly card: MockCard;
  readonly manner: PhoneManner;
}

/** What the mock and the platform agree on. */
export interface MockMobileServiceSettings {
  readonly clock: Clock;
  readonly serviceId: string;
  /** 32 octets. */
  readonly key: Uint8Array;
}

/** An answer before it is sent. */
export interface ServiceReply {
  readonly status: number;
  readonly body: string;
}

/** A request that is on its way to a phone. */
interface PushedRequest {
  readonly transactionId: string;
  readonly nationalId: string;
  readonly content: Uint8Array;
  readonly until: number;
  asked: number;
}

const maximumCharacters = 1024;

/**
 * A stand-in for the service of the mobile certificate (行動自然人憑證), on 127.0.0.1 alone: `requestAthOrSignPush` and `getAthOrSignResult`,
 * for bare signatures over data in base64.
 */
export class MockMobileService {
  /** The phones, by national ID number. */
  readonly phones = new Map<string, MockPhone>();
  /** The hints that phones have shown. */
  readonly hints: string[] = [];
  /** How often it was asked for a result. */
  polls = 0;
  /** Changes each answer before it is sent. */
  tamper: (reply: ServiceReply) => ServiceReply = (reply) => reply;
  private readonly pushed = new Map<string, PushedRequest>();

  private constructor(
    private readonly settings: MockMobileServiceSettings,
    private readonly server: FastifyInstance,
  ) {}

  /** Starts to listen at a free port. */
  static async start(settings: MockMobileServiceSettings): Promise<MockMobileService> {
    // Nothing is logged: requests contain numbers.
    const server = fastify({ logger: false, forceCloseConnections: true });
    const service = new MockMobileService(settings, server);
    service.answerWith('requestAthOrSignPush', (request) => Promise.resolve(service.push(request)));
    service.answerWith('getAthOrSignResult', (request) => service.result(request));
    await server.listen({ host: '127.0.0.1', port: 0 });
    return service;
  }

  /** The origin. */
  get address(): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}`;
  }

  /** Stops listening and closes all connections. */
  async close(): Promise<void> {
    await this.server.close();
  }

  private answerWith(call: string, answer: (request: ServiceRequest) => Promise<object>): void {
    this.server.post(`/moise/sp/${call}`, async (request, reply) => {
      const body = JSON.stringify(await answer(ServiceRequest.of(request.body)));
      const sent = this.tamper({ status: 200, body });
      return reply.status(sent.status).header('content-type', 'application/json').send(sent.body);
    });
  }

  private push(request: ServiceRequest): object {
    const failed = (code: string): object => failure(`SP-API-ATH-03-${code}`);
    const wanted = request.inside('sign_info');
    const [transactionId, nationalId] = [request.text('transaction_id'), request.text('id_num')];
    const [hint, data] = [request.text('hint'), wanted.text('sign_data')];
    if (!this.isAuthentic(request, [nationalId, request.text('op_code'), hint, data]))
      return failed('INV_SP_CHECKSUM');
    if (data.length > maximumCharacters) return failed('SIGNDATA_LEN_LIMIT');
    const seconds = request.number('time_limit');
    if (!(seconds >= 30 && seconds <= 600)) return failed('SPTKT_TIME_ORV');
    if (!isWantedSignature(request, wanted)) return failed('PM_INV_NF');
    if (!this.phones.has(nationalId)) return failed('IDNUM_DEVPROF_NF');
    this.hints.push(hint);
    const ticketId = randomUUID();
    const until = this.settings.clock.now().getTime() + seconds * 1000;
    const content = Buffer.from(data, 'base64');
    this.pushed.set(ticketId, { transactionId, nationalId, content, until, asked: 0 });
    const ticket = serviceTicket({ transaction_id: transactionId, sp_ticket_id: ticketId, op_code: 'SIGN' });
    return this.success(transactionId, [ticket], { sp_ticket: ticket });
  }

  private async result(request: ServiceRequest): Promise<object> {
    this.polls++;
    const failed = (code: string): object => failure(`SP-API-ATH-02-${code}`);
    const ticketId = request.text('sp_ticket_id');
    if (!this.isAuthentic(request, [ticketId])) return failed('INV_SP_CHECKSUM');
    const pushed = this.pushed.get(ticketId);
    const phone = pushed && this.phones.get(pushed.nationalId);
    if (pushed === undefined || phone === undefined) return failed('SPTKTID_SPTKT_NF');
    pushed.asked++;
    if (phone.manner === 'declines') return failed('APP_USER_CANCEL');
    const signs = phone.manner !== 'ignores it' && (phone.manner !== 'is slow' || pushed.asked > 2);
    if (signs) return this.signed(pushed, phone);
    const over = this.settings.clock.now().getTime() > pushed.until;
    return failed(over ? 'SPTKT_OVD' : 'SPTKTID_TXNLOG_NF');
  }

  private async signed({ transactionId, nationalId, content }: PushedRequest, phone: MockPhone) {
    const signs = phone.manner === 'signs something else' ? Buffer.from('something else') : content;
    const signature = await phone.card.sign(signs, 'pkcs1');
    if (signature.form !== 'pkcs1') throw new Error('a phone makes bare signatures');
    const person = hashedNumber(nationalId);
    const response = Buffer.from(signature.signature).toString('base64');
    return this.success(transactionId, [person, response], {
      hashed_id_num: person,
      signed_response: response,
      cert: Buffer.from(signature.certificate).toString('base64'),
    });
  }

  private isAuthentic(request: ServiceRequest, parts: readonly string[]): boolean {
    const { key, serviceId } = this.settings;
    if (request.text('sp_service_id') !== serviceId) return false;
    const text = [request.text('transaction_id'), serviceId, ...parts].join('');
    return checksumFits(key, text, request.text('sp_checksum'));
  }

  private success(transactionId: string, parts: readonly string[], members: object): object {
    const checksum = serviceChecksum(this.settings.key, [transactionId, '0', ...parts].join(''));
    return { error_code: '0', error_message: 'SUCCESS', result: { ...members, idp_checksum: checksum } };
  }
}

const failure = (code: string): object => ({ error_code: code, error_message: code });

const isWantedSignature = (request: ServiceRequest, wanted: ServiceRequest): boolean =>
  request.text('op_code') === 'SIGN' &&
  wanted.text('sign_type') === 'PKCS#1' &&
  wanted.text('tbs_encoding') === 'base64' &&
  wanted.text('hash_algorithm') === 'SHA256';
