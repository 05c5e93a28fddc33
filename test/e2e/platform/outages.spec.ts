import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestApplication } from '../../support/application/application.js';
import { twoCases } from '../../support/application/cases.js';
import { citizens, coSignatureBody } from '../../support/application/co-signers.js';
import { TestInstallation } from '../../support/application/installation.js';
import { BreakableLine } from '../../support/postgres/breakable-line.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

let database: TestDatabase;
let line: BreakableLine;
let installation: TestInstallation;
let application: TestApplication;
let people: ReturnType<typeof citizens>;

beforeAll(async () => {
  database = await createTestDatabase();
  line = await BreakableLine.to(database.url);
  installation = await TestInstallation.create();
  application = await installation.start({ database: line });
  await twoCases(application);
  await installation.nextDay();
  people = citizens(5);
});
afterAll(async () => {
  line.set('passes');
  await installation.remove();
  await line.close();
  await database.drop();
});
beforeEach(() => {
  line.set('passes');
});

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly commitment: string | undefined;
  readonly retryAfter: string | undefined;
}

async function send(body: object): Promise<Answer> {
  const {
    status,
    body: answer,
    headers,
  } = await application.request.post('/api/v1/cases/9001/co-signatures').send(body);
  const { code, commitment } = answer as { code?: string; commitment?: string };
  return { status, code, commitment, retryAfter: headers['retry-after'] };
}

const recorded = async (): Promise<number> => {
  const [row] = await application.databases.owner.query<[{ count: string }]>(
    'SELECT count(*) FROM sealed_record',
  );
  return Number(row.count);
};

describe('a database that is lost', () => {
  it('under a co-signature that it has committed: nobody says that it was not taken, and sending it again finds it', async () => {
    const body = await coSignatureBody(application, '9001', people[0]!);
    const before = await recorded();
    line.cutAnswerTo('record_co_signatures');
    expect(await send(body)).toMatchObject({ status: 503, code: 'outcome-unknown', retryAfter: '30' });
    line.set('passes');
    expect(await recorded()).toBe(before + 1);
    const again = await send(body);
    expect(again).toMatchObject({ status: 409, code: 'already-co-signed' });
    expect(again.commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(await recorded()).toBe(before + 1);
  });

  it('before a co-signature: nothing was taken, the answer says so, and all goes on by itself', async () => {
    const body = await coSignatureBody(application, '9001', people[1]!);
    const before = await recorded();
    line.set('down');
    expect(await send(body)).toMatchObject({
      status: 503,
      code: 'temporarily-unavailable',
      retryAfter: '30',
    });
    expect((await application.request.get('/api/v1/cases')).status).toBe(503);
    expect((await application.request.get('/api/v1/health')).body).toMatchObject({ database: 'unreachable' });
    expect((await application.request.get('/api/v1/status')).status).toBe(200);
    line.set('passes');
    expect(await recorded()).toBe(before);
    expect(await send(body)).toMatchObject({ status: 201 });
    expect((await application.request.get('/api/v1/health')).status).toBe(200);
  });
});

describe('a clock that jumps', () => {
  const minutes = 60_000;
  const day = 24 * 60 * minutes;
  const jump = (milliseconds: number): void => installation.clock.advance(milliseconds);

  it('forward by eleven minutes: a challenge has to be asked for anew, and nobody is recorded twice', async () => {
    const before = await recorded();
    const body = await coSignatureBody(application, '9001', people[2]!);
    jump(11 * minutes);
    expect(await send(body)).toMatchObject({ code: 'challenge-stale' });
    expect(await send(await coSignatureBody(application, '9001', people[2]!))).toMatchObject({ status: 201 });
    jump(-11 * minutes);
    expect(await send(body)).toMatchObject({ status: 409, code: 'already-co-signed' });
    expect(await recorded()).toBe(before + 1);
  });

  it('back to before the revocation data: nobody is taken on trust, and all goes on once it is right', async () => {
    const body = await coSignatureBody(application, '9001', people[3]!);
    jump(-2 * minutes);
    expect(await send(body)).toMatchObject({ code: 'challenge-stale' });
    const early = await coSignatureBody(application, '9001', people[3]!);
    expect(await send(early)).toMatchObject({ status: 503, code: 'revocation-unavailable' });
    jump(2 * minutes);
    expect(await send(early)).toMatchObject({ status: 201 });
  });

  it('forward by a day and back: sessions end and nobody is taken on trust for as long', async () => {
    const staff = await application.as('registrar');
    const person = people[4]!;
    jump(day);
    await expect(staff.get('staff/cases')).rejects.toThrow('sign-in-required');
    const tomorrow = await coSignatureBody(application, '9001', person);
    // Lists are fetched again by the job; here the old ones are out of date, and nobody is taken on trust.
    expect(await send(tomorrow)).toMatchObject({ status: 503, code: 'revocation-unavailable' });
    jump(-day);
    await staff.get('staff/cases');
    expect(await send(await coSignatureBody(application, '9001', person))).toMatchObject({ status: 201 });
  });
});
