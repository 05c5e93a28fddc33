import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpMobileSigning } from '../../../src/adapters/mobile-certificate/http-mobile-signing.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { ok } from '../../../src/core/result.js';
import {
  ManualClock,
  MockMobileService,
  type PhoneManner,
  type ServiceReply,
  valueOf,
} from '../../../src/devkit/index.js';
import { serviceChecksum, serviceTicket } from '../../../src/devkit/mobile/service-messages.js';
import { begins, demoPki, holder } from '../../support/demo-pki.js';

const settings = { serviceId: 'a-service', key: Buffer.alloc(32, 7) };
const clock = new ManualClock(begins);
const card = demoPki().issueCard(holder);
const nationalId = holder.nationalId as NationalId;
const content = Buffer.from('連署書\n');
const request = { nationalId, content, hint: '核對碼 4711', seconds: 60 };

let service: MockMobileService;
let warned: object[];
let mobile: HttpMobileSigning;

beforeAll(async () => {
  service = await MockMobileService.start({ ...settings, clock });
});
afterAll(() => service.close());

const connected = (changes: object = {}): HttpMobileSigning =>
  new HttpMobileSigning({ address: service.address, ...settings, pushAnsweredAfter: 0, ...changes }, clock, {
    error: (fields) => void warned.push(fields),
    warn: (fields) => void warned.push(fields),
    info: (fields) => void warned.push(fields),
  });

beforeEach(() => {
  warned = [];
  mobile = connected();
  service.tamper = (reply) => reply;
  service.phones.clear();
  service.phones.set(nationalId, { card, manner: 'signs' });
});

const holds = (manner: PhoneManner): void => void service.phones.set(nationalId, { card, manner });
const pushed = async () => valueOf(await mobile.push(request));

describe('the service of the mobile certificate', () => {
  it('has the phone show the hint, and hands over a bare signature with its certificate', async () => {
    const signature = await mobile.result(await pushed());
    expect(signature).toEqual(ok(await card.sign(content, 'pkcs1')));
    expect(service.hints.at(-1)).toBe(request.hint);
    expect(warned).toEqual([]);
  });

  it.each(['declines', 'ignores it', 'is slow'] as const)(
    'has nothing where the holder %s',
    async (manner) => {
      holds(manner);
      const transaction = await pushed();
      expect(await mobile.result(transaction)).toEqual(ok(undefined));
      clock.advance(61_000);
      expect(await mobile.result(transaction)).toEqual(ok(undefined));
    },
  );

  it('tells a number without a mobile certificate from no other', async () => {
    const somebody = await pushed();
    service.phones.clear();
    const nobody = await pushed();
    const form = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    for (const { transactionId, ticketId } of [somebody, nobody])
      expect([transactionId, ticketId]).toEqual([expect.stringMatching(form), expect.stringMatching(form)]);
    expect(await mobile.result(nobody)).toEqual(ok(undefined));
    expect(warned).toEqual([]);
  });

  it.each(['SPTKTID_TXNLOG_NF: not yet', 'SP-API-ATH-02-20002', 'SPTKT_OVD'])(
    'has nothing where it answers %s',
    async (code) => {
      service.tamper = errorCode(code);
      expect(await mobile.result({ transactionId: 'a', ticketId: 'b' })).toEqual(ok(undefined));
    },
  );

  it('answers a push no sooner than it is told to', async () => {
    let answered = false;
    const slow = connected({ pushAnsweredAfter: 3_600_000 });
    void slow.push(request).then(() => (answered = true));
    await pushed();
    expect(answered).toBe(false);
  });

  it('signs 1,024 characters of base64, and no more', async () => {
    const longest = Buffer.alloc(768);
    const fits = valueOf(await mobile.push({ ...request, content: longest }));
    expect((await mobile.result(fits)).ok).toBe(true);
    expect(await mobile.push({ ...request, content: Buffer.alloc(769) })).toMatchObject({
      failure: { code: 'statement-too-long-for-mobile' },
    });
  });

  it('is logged once an hour for each failure, by a code of ours or one that we know', async () => {
    service.tamper = errorCode(`SP-API-ATH-02-${nationalId}`);
    const transaction = { transactionId: 'a', ticketId: 'b' };
    for (const minutes of [0, 59, 1]) {
      clock.advance(minutes * 60_000);
      await mobile.result(transaction);
    }
    expect(warned).toEqual([{ cause: 'error-code-unknown' }, { cause: 'error-code-unknown' }]);
  });
});

describe('while 256 requests are under way', () => {
  it('the next is refused, and later ones are not', async () => {
    const transaction = await pushed();
    const asked = await Promise.all(Array.from({ length: 257 }, () => mobile.result(transaction)));
    expect(asked.filter(({ ok: taken }) => taken)).toHaveLength(256);
    expect(asked.at(-1)).toMatchObject({ failure: { code: 'mobile-service-unavailable' } });
    expect(warned).toEqual([{ cause: 'too-many-under-way' }]);
    expect((await mobile.result(transaction)).ok).toBe(true);
  });
});

const errorCode = (code: string) => (): ServiceReply => ({
  status: 200,
  body: JSON.stringify({ error_code: code, error_message: '' }),
});
/** Edits the result in an answer. */
const result =
  (edit: (result: Record<string, string>) => object) =>
  ({ status, body }: ServiceReply): ServiceReply => {
    const answer = JSON.parse(body) as { result: Record<string, string> };
    return { status, body: JSON.stringify({ ...answer, result: edit(answer.result) }) };
  };
const changed = (name: string, change: (text: string) => unknown) =>
  result((members) => ({ ...members, [name]: change(members[name] ?? '') }));
const body = (edit: (text: string) => string) => (reply: ServiceReply) => ({
  ...reply,
  body: edit(reply.body),
});

type Tamper = typeof service.tamper;
const ofEither: readonly (readonly [what: string, tamper: Tamper, cause: string])[] = [
  ['no JSON', body(() => '<html>'), 'answer-malformed'],
  ['an empty body', body(() => ''), 'answer-malformed'],
  ['a list', body(() => '[]'), 'answer-malformed'],
  ['a code that is a number', body((text) => text.replace('"0"', '0')), 'answer-malformed'],
  ['a member twice', body((text) => text.replace('{', '{"error_code":"1",')), 'answer-malformed'],
  ['no result', body(() => '{"error_code":"0"}'), 'answer-malformed'],
  ['too much', body((text) => text + ' '.repeat(65_536)), 'fetch-too-large'],
  ['another status', (reply) => ({ ...reply, status: 500 }), 'fetch-refused'],
  ['a redirect', (reply) => ({ ...reply, status: 302 }), 'fetch-refused'],
  [
    'no checksum',
    result(({ idp_checksum, ...others }) => ({ ...others, was: idp_checksum })),
    'answer-malformed',
  ],
  ['a short checksum', changed('idp_checksum', (text) => text.slice(2)), 'answer-malformed'],
  ['another checksum', changed('idp_checksum', (text) => '0'.repeat(text.length)), 'answer-not-authentic'],
  ['that our checksum is wrong', errorCode('SP-API-ATH-03-INV_SP_CHECKSUM'), 'INV_SP_CHECKSUM'],
  ['that it does not know us', errorCode('SPSVCID_NF'), 'SPSVCID_NF'],
];

const payloadOf = (ticket: string): Record<string, string> =>
  JSON.parse(Buffer.from(ticket.split('.')[0] ?? '', 'base64url').toString()) as Record<string, string>;

describe('a push that is answered with', () => {
  it.each([
    ...ofEither,
    ['a ticket that is none', changed('sp_ticket', () => 'ticket'), 'answer-malformed'],
    [
      'a ticket that it did not make',
      changed('sp_ticket', (text) => `A${text.slice(1)}`),
      'answer-not-authentic',
    ],
  ] satisfies typeof ofEither)('%s is refused', async (_what, tamper, cause) => {
    service.tamper = tamper;
    expect(await mobile.push(request)).toMatchObject({ failure: { code: 'mobile-service-unavailable' } });
    expect(warned).toEqual([{ cause }]);
  });

  it('the ticket of another transaction is refused', async () => {
    service.tamper = result(({ sp_ticket: ticket = '' }) => {
      const { transaction_id: transaction = '' } = payloadOf(ticket);
      const other = serviceTicket({ transaction_id: 'other', sp_ticket_id: 'a' });
      return { sp_ticket: other, idp_checksum: serviceChecksum(settings.key, `${transaction}0${other}`) };
    });
    expect(await mobile.push(request)).toMatchObject({ failure: { code: 'mobile-service-unavailable' } });
    expect(warned).toEqual([{ cause: 'answer-malformed' }]);
  });
});

describe('a result that is answered with', () => {
  it.each([
    ...ofEither,
    ['no certificate', result(({ cert, ...others }) => ({ ...others, was: cert })), 'answer-malformed'],
    ['an empty certificate', changed('cert', () => ''), 'answer-malformed'],
    [
      'a certificate in PEM',
      changed('cert', (text) => `-----BEGIN CERTIFICATE-----\n${text}`),
      'answer-malformed',
    ],
    [
      'base64 in lines',
      changed('cert', (text) => `${text.slice(0, 64)}\n${text.slice(64)}`),
      'answer-malformed',
    ],
    [
      'another signature',
      changed('signed_response', (text) => `AAAA${text.slice(4)}`),
      'answer-not-authentic',
    ],
    ['another person', changed('hashed_id_num', (text) => `0${text}`), 'answer-not-authentic'],
    ['a signature that is no text', changed('signed_response', () => 1), 'answer-malformed'],
  ] satisfies typeof ofEither)('%s is refused', async (_what, tamper, cause) => {
    const transaction = await pushed();
    service.tamper = tamper;
    expect(await mobile.result(transaction)).toMatchObject({
      failure: { code: 'mobile-service-unavailable' },
    });
    expect(warned).toEqual([{ cause }]);
  });

  it('nothing, as the service is away, is refused', async () => {
    mobile = connected({ address: 'http://127.0.0.1:9' });
    expect(await mobile.result({ transactionId: 'a', ticketId: 'b' })).toMatchObject({
      failure: { code: 'mobile-service-unavailable' },
    });
    expect(warned).toEqual([{ cause: 'fetch-unreachable' }]);
  });
});
