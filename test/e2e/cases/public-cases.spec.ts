import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameAttribute, Oid } from '../../../src/core/x509/index.js';
import { trustedCertificate } from '../../../src/devkit/index.js';
import { origin, type TestApplication } from '../../support/application/application.js';
import {
  caseText,
  collectingCase,
  enterStaff,
  issuedCase,
  stopped,
} from '../../support/application/cases.js';
import { citizens, coSign } from '../../support/application/co-signers.js';
import { exchange } from '../../support/application/exchange.js';
import { TestInstallation } from '../../support/application/installation.js';

// 9001 to 9003 collect from 3 March 2026 on, 9002 until it is stopped; 9004 opens on 3 March; 9005 has its code and nothing else; 90010
// comes after 9004 by its number, and before it by its text.

let installation: TestInstallation;
let application: TestApplication;

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await enterStaff(application);
  const { lead, otherLead, deputy } = installation.people;
  for (const number of ['9001', '9002', '9003', '90010'])
    await collectingCase(application, number, number === '9001' ? lead : otherLead);
  await issuedCase(application, '9005', lead);
  await installation.nextDay();
  await collectingCase(application, '9004', deputy);
});

afterAll(() => installation.remove());

interface Entry {
  readonly number: string;
  readonly state: string;
  readonly daysLeft?: number;
}

interface List {
  readonly cases: readonly Entry[];
  readonly next?: string;
}

const list = (query = ''): Promise<List> => application.api.get(`cases${query}`);
const numbers = ({ cases }: List): readonly string[] => cases.map(({ number }) => number);

interface Round {
  readonly collecting: boolean;
  readonly daysLeft: number;
  readonly publicKey: string;
  readonly publicKeyFingerprint: string;
  readonly commissionRoundKey: string;
  readonly commissionRoundKeyFingerprint: string;
}

const roundOf = async (number: string): Promise<Round> => {
  const { rounds } = await application.api.get<{ rounds: readonly Round[] }>(`cases/${number}`);
  return rounds[0]!;
};

const commonNameOf = (certificate: Uint8Array): string | undefined =>
  nameAttribute(trustedCertificate(certificate).subject, Oid.commonName);

describe('the list of public cases', () => {
  it('has those that collect today first, then the others, each by number; none that hasn’t opened', async () => {
    expect(numbers(await list())).toEqual(['9001', '9002', '9003', '90010', '9004']);
  });

  it('says of a case what everybody may know, and nothing else', async () => {
    const { cases } = await list('?limit=1');
    expect(cases).toEqual([
      {
        number: '9001',
        rehearsal: false,
        mainText: caseText('9001').mainText,
        state: 'collecting',
        mode: 'number-to-lead',
        firstDay: '2026-03-03',
        lastDay: '2026-09-02',
        daysLeft: 184,
        leadName: commonNameOf(installation.people.lead.signingCertificate),
      },
    ]);
  });

  it('comes in pages of one order', async () => {
    const seen: string[] = [];
    for (let query: string | undefined = ''; query !== undefined;) {
      const page: List = await list(`?limit=2${query}`);
      expect(page.cases.length).toBeLessThanOrEqual(2);
      seen.push(...numbers(page));
      query = page.next && `&after=${page.next}`;
    }
    expect(seen).toEqual(numbers(await list()));
    expect(await list('?after=other-9004')).toEqual({ cases: [] });
  });

  it.each(['?after=9001', '?after=collecting-0', '?after=other-x', '?limit=0', '?limit=101', '?count=1'])(
    'refuses %s',
    async (query) => {
      await expect(list(query)).rejects.toMatchObject({ status: 400, code: 'request-invalid' });
    },
  );

  it('may be kept for a minute, and is sent once', async () => {
    const { headers } = await application.request.get('/api/v1/cases');
    expect(headers['cache-control']).toContain('public, max-age=60');
    const again = await application.request.get('/api/v1/cases').set('if-none-match', headers['etag'] ?? '');
    expect(again.status).toBe(304);
    expect(again.text).toBeFalsy();
  });

  it('doesn’t depend on how many have co-signed', async () => {
    const answers = async () => {
      const asked = ['cases', 'cases?limit=2', 'cases/9001', 'cases/9003'];
      return Promise.all(
        asked.map((path) => exchange(application, { method: 'get', path: `/api/v1/${path}` })),
      );
    };
    const before = await answers();
    await coSign(application, '9003', citizens(5));
    expect(await answers()).toEqual(before);
  });
});

describe('a public case', () => {
  it('names its reason, its lead, the origin, and the keys by their fingerprints', async () => {
    const seen = await application.api.get<object>('cases/9001');
    expect(seen).toMatchObject({
      reason: caseText('9001').reason,
      leadName: commonNameOf(installation.people.lead.signingCertificate),
      origin,
    });
    const round = await roundOf('9001');
    for (const key of ['publicKey', 'commissionRoundKey'] as const) {
      const digest = createHash('sha256').update(Buffer.from(round[key], 'base64')).digest('hex');
      expect(round[`${key}Fingerprint`]).toBe(digest);
    }
  });

  it('says on which days one can co-sign', async () => {
    expect(await roundOf('9004')).toMatchObject({ collecting: false, daysLeft: 184 });
    expect(await roundOf('9001')).toMatchObject({ collecting: true, daysLeft: 184 });
  });

  it('is among the others once it is stopped, and nobody can co-sign it', async () => {
    await stopped(application, '9002');
    expect(numbers(await list())).toEqual(['9001', '9003', '90010', '9002', '9004']);
    expect(await roundOf('9002')).toMatchObject({ collecting: false, daysLeft: 0 });
  });

  it('collects until the end of its last day in Taipei, whether or not that is stored', async () => {
    await installation.moveTo(new Date('2026-09-02T15:59:59Z'));
    expect(await roundOf('9001')).toMatchObject({ collecting: true, daysLeft: 1 });
    await installation.moveTo(new Date('2026-09-02T16:00:00Z'));
    expect(await roundOf('9001')).toMatchObject({ collecting: false, daysLeft: 0 });
    const { cases } = await list();
    expect(cases.map(({ number, state, daysLeft }) => [number, state, daysLeft])).toEqual([
      ['9004', 'collecting', 1],
      ['9001', 'lapsed', undefined],
      ['9002', 'stopped', undefined],
      ['9003', 'lapsed', undefined],
      ['90010', 'lapsed', undefined],
    ]);
    await expect(application.api.post('cases/9001/challenges')).rejects.toMatchObject({
      code: 'not-collecting',
    });
  });
});
