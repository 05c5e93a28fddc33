import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { decodeJwt } from 'jose';
import { OpenData } from '../../../src/checking/index.js';
import type { MockCard } from '../../../src/devkit/index.js';
import type { TestApplication, TestCase } from '../../support/application/application.js';
import { collectingCase, enterStaff, staffClient, submitted } from '../../support/application/cases.js';
import {
  challengeOf,
  citizens,
  coSign,
  coSignatureBody,
  statementOf,
} from '../../support/application/co-signers.js';
import { exchange, type Seen } from '../../support/application/exchange.js';
import { TestInstallation } from '../../support/application/installation.js';

// 9001 and the rehearsal R9001 live beside each other on one platform, to the end: each list has one of them, and the open data have 9001.

let installation: TestInstallation;
let application: TestApplication;
const cases: TestCase[] = [];
const signers = { '9001': citizens(2, 'real'), R9001: citizens(2, 'rehearsal') };

const get = (path: string, headers: Record<string, string> = {}): Promise<Seen> =>
  exchange(application, { method: 'get', path: `/api/v1/${path}`, headers });
const json = async <Body>(path: string): Promise<Body> => JSON.parse((await get(path)).body) as Body;
const numbers = ({ cases: listed }: { cases: readonly { number: string; rehearsal: boolean }[] }) =>
  listed.map(({ number, rehearsal }) => [number, rehearsal]);

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start({ configuration: { rehearsals: true } });
  await enterStaff(application);
  const { lead, otherLead } = installation.people;
  const opened: readonly [string, MockCard][] = [
    ['9001', lead],
    ['R9001', otherLead],
  ];
  for (const [number, by] of opened) cases.push(await collectingCase(application, number, by));
  await installation.nextDay();
  for (const [number, people] of Object.entries(signers)) await coSign(application, number, people);
});
afterAll(() => installation.remove());

async function published(of: TestCase): Promise<void> {
  await submitted(application, of);
  const staff = await staffClient(application, of.number);
  await staff.requestAndApprove('start-check');
  await staff.waitForVerdicts();
  await staff.requestAndApprove('send-roster');
  const moi = installation.ministry([...Object.values(signers).flat(), ...citizens(1, 'both')]);
  await staff.handInAnswer(await moi.answer(await staff.roster(), installation.clock.now()));
  await staff.requestAndApprove('import-answer');
  await staff.requestAndApprove('confirm-result');
}

describe('a rehearsal', () => {
  it('is in no list with real cases, for anybody and for staff', async () => {
    expect(numbers(await json('cases'))).toEqual([['9001', false]]);
    expect(numbers(await json('cases?rehearsals=true'))).toEqual([['R9001', true]]);
    const staff = await application.as('registrar');
    expect(numbers(await staff.get('staff/cases'))).toEqual([['9001', false]]);
    expect(numbers(await staff.get('staff/cases?rehearsals=true'))).toEqual([['R9001', true]]);
    const due = async (query: string): Promise<unknown> =>
      (await staff.get<{ due: readonly object[] }>(`staff/due${query}`)).due;
    expect(await due('')).toEqual([expect.objectContaining({ case: '9001', rehearsal: false })]);
    expect(await due('?rehearsals=true')).toEqual([
      expect.objectContaining({ case: 'R9001', rehearsal: true }),
    ]);
  });

  it('has statements that say in words that they have no legal effect', async () => {
    const fields = { nationalId: 'A123456789', challenge: 'c' };
    const real = await statementOf(application.api, '9001', fields);
    const rehearsal = await statementOf(application.api, 'R9001', fields);
    expect(Buffer.from(real).toString()).not.toContain('演練');
    expect(Buffer.from(rehearsal).toString().split('\n').slice(0, 2).join()).toMatch(
      /不具法律效力.*不具任何法律效力/,
    );
  });

  it.each([
    ['R9001', '9001'],
    ['9001', 'R9001'],
  ])(
    'a signature for %s is not taken for %s, though the text of the case is the same',
    async (signed, asked) => {
      const [signer] = citizens(1, `for ${signed}`);
      const { api } = application;
      const body = await coSignatureBody(application, signed, signer!, await challengeOf(api, asked));
      await expect(api.post(`cases/${asked}/co-signatures`, body)).rejects.toMatchObject({
        code: 'evidence-statement-wrong',
      });
    },
  );

  it('is marked in the audit log', async () => {
    const entered = await application.databases.owner.query<{ case_number: string; details: string }[]>(
      "SELECT case_number, details FROM audit_event WHERE action = 'case-registered' ORDER BY seq",
    );
    const marked = entered.map((each) => [each.case_number, JSON.parse(each.details) as object] as const);
    expect(marked[0]).toEqual(['9001', expect.not.objectContaining({ rehearsal: true })]);
    expect(marked[1]).toEqual(['R9001', expect.objectContaining({ rehearsal: true })]);
  });

  it('gives receipts that say so, and a real case none', async () => {
    const receipts = new Map<string, Record<string, unknown>>();
    for (const number of ['9001', 'R9001']) {
      const body = await coSignatureBody(application, number, citizens(1, 'both')[0]!);
      const { receipt } = await application.api.post<{ receipt: string }>(
        `cases/${number}/co-signatures`,
        body,
      );
      receipts.set(number, decodeJwt(receipt));
    }
    expect(receipts.get('R9001')).toMatchObject({ case: 'R9001', rehearsal: true });
    expect(receipts.get('9001')).not.toHaveProperty('rehearsal');
  });

  it.each([
    ['/cases/R9001', '演練案件 R9001'],
    ['/en/cases/R9001/sign', 'R9001 is a rehearsal'],
    ['/rehearsals', '/cases/R9001'],
  ])('is marked on the page %s', async (path, marking) => {
    const { status, body } = await exchange(application, { method: 'get', path });
    expect(status).toBe(200);
    expect(body).toContain(marking);
  });

  it('is on no page of real cases', async () => {
    for (const path of ['/', '/cases/9001']) {
      const { status, body } = await exchange(application, { method: 'get', path });
      expect(status).toBe(200);
      expect(body).not.toContain('R9001');
    }
  });
});

describe('open data', () => {
  const files = ['open-data/results.csv', 'open-data/results.json'];

  it('have no line before a result is published', async () => {
    expect((await get(files[0]!)).body.split('\r\n')).toHaveLength(2);
    expect(await json(files[1]!)).toEqual({ version: 1, results: [] });
  });

  it('have the published results of real cases alone, with small numbers withheld', async () => {
    const empty = await get(files[0]!);
    for (const each of cases) await published(each);
    const rows = parse<Record<string, string>>((await get(files[0]!)).body, { columns: true });
    const { results } = await json<{ results: readonly Record<string, string | number>[] }>(files[1]!);
    expect(results).toHaveLength(1);
    const { result } = await json<{ result: string }>('cases/9001/result');
    const signed = Buffer.from(result, 'base64');
    expect(results[0]).toMatchObject({
      case: '9001',
      round: 1,
      threshold: 3,
      electronicSubmitted: 3,
      electronicValid: 3,
      electronicNotCountedRepeated: 0,
      jointValid: 3,
      determination: 'established',
      resultSha256: createHash('sha256').update(signed).digest('hex'),
    });
    expect(rows).toEqual([
      Object.fromEntries(Object.entries(results[0]!).map(([name, value]) => [name, String(value)])),
    ]);
    expect((await get(files[0]!)).headers['etag']).not.toBe(empty.headers['etag']);
    expect(JSON.parse(signed.toString())).not.toHaveProperty('rehearsal');
    const other = await json<{ result: string }>('cases/R9001/result');
    expect(JSON.parse(Buffer.from(other.result, 'base64').toString())).toMatchObject({
      case: 'R9001',
      rehearsal: true,
    });
  });

  it.each(files)('%s is named by its SHA-256, and not sent to who has it', async (file) => {
    const { body, headers } = await get(file);
    const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
    expect(headers).toMatchObject({
      etag,
      'cache-control': 'public, max-age=60, stale-while-revalidate=60',
      'content-length': String(Buffer.byteLength(body)),
    });
    expect(await get(file, { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
    const head = await exchange(application, { method: 'head', path: `/api/v1/${file}` });
    expect(head).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': headers['content-length'] },
    });
  });

  it('the dictionary names each field, in their order', async () => {
    const { fields } = await json<{ fields: readonly { name: string; zhTW: string; en: string }[] }>(
      'open-data/dictionary.json',
    );
    expect(fields.map(({ name }) => name).join()).toBe((await get(files[0]!)).body.split('\r\n')[0]);
    for (const { zhTW, en } of fields) expect(zhTW !== '' && en !== '').toBe(true);
  });

  it('are broken off where a result was published while they were read', async () => {
    const openData = application.get(OpenData);
    const { content } = await openData.file('json');
    const { owner } = application.databases;
    const mainText = async (text: string): Promise<unknown> =>
      owner.query("UPDATE referendum_case SET main_text = $1 WHERE number = '9001'", [text]);
    const [{ main_text: before }] = await owner.query<[{ main_text: string }]>(
      "SELECT main_text FROM referendum_case WHERE number = '9001'",
    );
    await mainText('=1+1');
    const read = async (): Promise<void> => {
      for await (const piece of content()) expect(piece.length).toBeGreaterThan(0);
    };
    await expect(read()).rejects.toThrow('was published while');
    // A spreadsheet computes nothing of it.
    expect((await get(files[0]!)).body).toContain("'=1+1");
    await mainText(before);
  });
});
