import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Oid } from '../../../../src/core/x509/index.js';
import { hex } from '../../../../src/core/octets.js';
import { fail } from '../../../../src/core/result.js';
import {
  coSignErrorCodes,
  CoSigningService,
  MOBILE_SIGNING,
  type MobileSigning,
  RoundBindings,
} from '../../../../src/cosigning/index.js';
import {
  type Attempt,
  cardOf,
  MockMobileService,
  type PhoneManner,
  signatureJson,
} from '../../../../src/devkit/index.js';
import type { TestApplication } from '../../../support/application/application.js';
import { collectingCase, stopped, twoCases } from '../../../support/application/cases.js';
import { challengeOf, citizen, statementOf } from '../../../support/application/co-signers.js';
import { type Ask, exchange, type Seen } from '../../../support/application/exchange.js';
import { TestInstallation } from '../../../support/application/installation.js';
import { byCode, driveDocumentedCodes, post } from '../../../support/http/documented-codes.js';

// The mobile certificate, switched on by data alone: certificates of one authority may be used by phone from the fourth day on.

const settings = { serviceId: 'lianshu-test', key: Buffer.alloc(32, 9) };
const on = new Date('2026-03-05T01:00:00Z');
const off = new Date('2026-03-04T23:00:00Z');

let installation: TestInstallation;
let application: TestApplication;
let service: MockMobileService;

/** 9001 and 9002 collect, 9004 is stopped, 9005 begins the day after. */
beforeAll(async () => {
  installation = await TestInstallation.create();
  const { clock, home } = installation;
  service = await MockMobileService.start({ ...settings, clock });
  await admitMobile();
  await writeFile(path.join(home, 'keys/mobile-service.key'), `${settings.key.toString('base64')}\n`, {
    mode: 0o600,
  });
  const { serviceId } = settings;
  const mobileService = { address: service.address, serviceId, pushAnsweredAfter: 0 };
  application = await installation.start({ configuration: { mobileService } });
  await twoCases(application);
  await collectingCase(application, '9004', installation.people.auditor);
  await installation.moveTo(on);
  await stopped(application, '9004');
  await collectingCase(application, '9005', installation.people.approver);
});

afterAll(async () => {
  await installation.remove();
  await service.close();
});

beforeEach(() => {
  installation.clock.set(on);
  service.tamper = (reply) => reply;
});

/** Cards of MOICA G2 as ever; certificates of G3 by phone alone, from {@link on}. */
async function admitMobile(): Promise<void> {
  const file = path.join(installation.home, 'trust/trust.json');
  const trust = JSON.parse(await readFile(file, 'utf8')) as object;
  const { moicaG2, moicaG3 } = installation.pki.authorities;
  const policy = (name: string, { key }: typeof moicaG2, rest: object): object => ({
    name,
    kind: {
      certificatePolicies: [Oid.moicaAssuranceLevel3],
      subjectTypes: [Oid.moicaNaturalPerson],
      issuerKeyIdentifiers: [hex(key.keyIdentifier)],
    },
    keyUsage: ['digitalSignature'],
    accepted: [{}],
    ...rest,
  });
  const policies = [
    policy('natural-person', moicaG2, {}),
    policy('mobile', moicaG3, { signingMethods: ['mobile'], accepted: [{ from: on.toISOString() }] }),
  ];
  await writeFile(file, JSON.stringify({ ...trust, policies }));
}

const mobileShape = { card: { shape: { issuer: 'moicaG3' }, validity: 'current' } } as const;
/** A citizen with a phone of this manner, with a mobile certificate. */
function withPhone(purpose: string, manner: PhoneManner = 'signs', change: Partial<Attempt> = {}): Attempt {
  const attempt = citizen(`mobile ${purpose}`, { ...mobileShape, ...change });
  service.phones.set(attempt.nationalId, { card: cardOf(attempt, installation.pki), manner });
  return attempt;
}

interface Pushed {
  readonly ticket: string;
  readonly comparisonCode: string;
  readonly expiresAt: string;
}

const push = async (nationalId: string, caseNumber = '9001'): Promise<Pushed> =>
  application.api.post<Pushed>(`cases/${caseNumber}/mobile-pushes`, {
    nationalId,
    challenge: await challengeOf(application.api, caseNumber),
  });

const fetching = (nationalId: string, ticket: string, caseNumber = '9001'): Ask =>
  post(`cases/${caseNumber}/mobile-co-signatures`, { nationalId, ticket });

const ask = (asked: Ask): Promise<Seen> => exchange(application, asked);
const bodyOf = ({ body }: Seen): Record<string, string> => JSON.parse(body) as Record<string, string>;
const seconds = (count: number): void => installation.clock.advance(count * 1000);

describe('a co-signature by mobile certificate', () => {
  it('is asked for, signed on the phone, and taken: the receipt is one like any other', async () => {
    const { nationalId } = withPhone('whole way');
    const { ticket, comparisonCode } = await push(nationalId);
    expect(service.hints.at(-1)).toBe(`連署公民投票案 9001，核對碼 ${comparisonCode}`);
    const taken = await ask(fetching(nationalId, ticket));
    expect(taken.status).toBe(201);
    const { commitment, receipt } = bodyOf(taken);
    const read = await application.request.get(`/api/v1/receipts/${String(commitment)}`);
    expect(read.body).toMatchObject({ status: 'recorded' });
    expect(receipt).toMatch(/^ey/);
    seconds(4);
    const again = await ask(fetching(nationalId, ticket));
    expect([again.status, bodyOf(again)]).toMatchObject([409, { code: 'already-co-signed', commitment }]);
  });

  it('waits for the phone, and asks the service each four seconds at most', async () => {
    const { nationalId } = withPhone('slow', 'is slow');
    const { ticket } = await push(nationalId);
    const before = service.polls;
    const statuses: number[] = [];
    for (const wait of [0, 3, 1, 2, 2]) {
      seconds(wait);
      const seen = await ask(fetching(nationalId, ticket));
      statuses.push(seen.status);
      if (seen.status === 202) {
        expect(bodyOf(seen)).toEqual({ status: 'waiting' });
        expect(seen.headers).toMatchObject({ 'retry-after': '4' });
      }
    }
    expect([statuses, service.polls - before]).toEqual([[202, 202, 202, 202, 201], 3]);
  });

  it('answers alike for whoever declines, whoever does nothing and whoever has no mobile certificate', async () => {
    const { nationalId: nobody } = citizen('mobile nobody');
    const manners = [withPhone('no', 'declines'), withPhone('away', 'ignores it')];
    const seen = [];
    for (const nationalId of [...manners.map((each) => each.nationalId), nobody]) {
      installation.clock.set(on);
      const { ticket, expiresAt } = await push(nationalId);
      const first = await ask(fetching(nationalId, ticket));
      seconds(301);
      const last = await ask(fetching(nationalId, ticket));
      seen.push([ticket.length, expiresAt, first.status, first.body, last.status, last.body]);
    }
    expect(seen[0]).toMatchObject([640, '2026-03-05T01:05:00.000Z', 202, {}, 409, {}]);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('is not taken by card where the policy admits the phone alone', async () => {
    const attempt = withPhone('by card');
    const { nationalId } = attempt;
    const challenge = await challengeOf(application.api, '9001');
    const statement = await statementOf(application.api, '9001', { nationalId, challenge });
    const signature = await cardOf(attempt, installation.pki).sign(statement, 'cms-attached');
    const body = { nationalId, challenge, signature: signatureJson(signature) };
    expect(bodyOf(await ask(post('cases/9001/co-signatures', body)))).toMatchObject({
      code: 'signing-method-not-admitted',
    });
  });

  it('leaves no number, no ticket and no line of its own in the log', () => {
    const log = application.log.filter((line) => !line.includes('"context"')).join('\n');
    for (const nationalId of service.phones.keys()) expect(log).not.toContain(nationalId);
    expect(log).not.toContain('mobile');
  });
});

/** A ticket for somebody who signs. */
async function pushedFor(change: Partial<Attempt> = {}, manner: PhoneManner = 'signs', by = '9001') {
  const { nationalId } = withPhone('documented', manner, change);
  return { nationalId, ticket: (await push(nationalId, by)).ticket };
}

/** A result of which the intake says this. */
const intakeSays = (code: (typeof coSignErrorCodes)[number]) => async (): Promise<Ask> => {
  const { nationalId, ticket } = await pushedFor();
  const coSigning = application.app.get(CoSigningService, { strict: false });
  jest.spyOn(coSigning, 'coSign').mockResolvedValueOnce(fail(code));
  return fetching(nationalId, ticket);
};

function serveNoRound(): void {
  const bindings = application.app.get(RoundBindings, { strict: false });
  jest.spyOn(bindings, 'holderTagKey').mockResolvedValueOnce(fail('round-not-served-here'));
}

/** A push for somebody, but for what is changed in it. */
async function pushing(changes: object = {}, caseNumber = '9001'): Promise<Ask> {
  const challenge = await challengeOf(application.api, '9001');
  const { nationalId } = withPhone('documented');
  return post(`cases/${caseNumber}/mobile-pushes`, { nationalId, challenge, ...changes });
}

const numbers = {
  'national-id-malformed': 'A1234',
  'national-id-check-digit-wrong': 'A123456788',
  'national-id-not-citizen': 'A800000014',
};
const numberCodes = Object.keys(numbers) as (keyof typeof numbers)[];

driveDocumentedCodes(
  'mobile-co-signing',
  {
    'MobileCoSignature.push': {
      'signing-method-not-admitted': async () => {
        installation.clock.set(off);
        return pushing();
      },
      'not-found': () => pushing({}, '9999'),
      'not-collecting': () => pushing({}, '9004'),
      'collecting-not-begun': () => pushing({}, '9005'),
      'round-not-served-here': async () => {
        const asked = await pushing();
        serveNoRound();
        return asked;
      },
      ...byCode(numberCodes, (code) => () => pushing({ nationalId: numbers[code] })),
      'challenge-malformed': () => pushing({ challenge: 'x' }),
      'challenge-for-another-purpose': async () =>
        pushing({ challenge: await challengeOf(application.api, '9002') }),
      'challenge-stale': async () => {
        const asked = await pushing();
        // A minute is left: too little to sign and to come back.
        seconds(9 * 60 + 1);
        return asked;
      },
      'statement-too-long-for-mobile': async () => {
        const mobile = application.get<MobileSigning>(MOBILE_SIGNING);
        jest.spyOn(mobile, 'push').mockResolvedValueOnce(fail('statement-too-long-for-mobile'));
        return pushing();
      },
      'mobile-service-unavailable': () => {
        service.tamper = () => ({ status: 200, body: 'garbage' });
        return pushing();
      },
    },
    'MobileCoSignature.coSign': {
      // Without the phone in between, the same intake as for cards says these: `co-signing.spec.ts` causes each.
      ...byCode(coSignErrorCodes, intakeSays),
      'signing-method-not-admitted': async () => {
        const { nationalId, ticket } = await pushedFor({
          card: { shape: { issuer: 'moicaG2' }, validity: 'current' },
        });
        return fetching(nationalId, ticket);
      },
      'not-found': () => fetching('A123456789', 'x', '9999'),
      'not-collecting': () => fetching('A123456789', 'x', '9004'),
      'collecting-not-begun': () => fetching('A123456789', 'x', '9005'),
      'round-not-served-here': () => {
        serveNoRound();
        return fetching('A123456789', 'x');
      },
      ...byCode(numberCodes, (code) => () => fetching(numbers[code], 'x')),
      'evidence-signature-wrong': async () => {
        const { nationalId, ticket } = await pushedFor({}, 'signs something else');
        return fetching(nationalId, ticket);
      },
      'national-id-not-the-certificates': async () => {
        const { nationalId, ticket } = await pushedFor();
        service.phones.set(nationalId, {
          card: cardOf(citizen('somebody else', mobileShape), installation.pki),
          manner: 'signs',
        });
        return fetching(nationalId, ticket);
      },
      'mobile-ticket-malformed': async () => {
        const { ticket } = await pushedFor();
        return fetching('A123456789', ticket);
      },
      'mobile-signature-missing': async () => {
        const { nationalId, ticket } = await pushedFor({}, 'declines');
        seconds(301);
        return fetching(nationalId, ticket);
      },
      'mobile-service-unavailable': async () => {
        const { nationalId, ticket } = await pushedFor();
        service.tamper = () => ({ status: 503, body: '' });
        return fetching(nationalId, ticket);
      },
      'already-co-signed': async () => {
        const { nationalId, ticket } = await pushedFor();
        await ask(fetching(nationalId, ticket));
        seconds(4);
        return fetching(nationalId, ticket);
      },
    },
  },
  ask,
);
