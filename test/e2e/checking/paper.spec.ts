import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApiClient,
  ApiProblem,
  enteredFile,
  PaperDesk,
  planAttempts,
  planPaperRows,
  settlementOf,
  signInStaff,
} from '../../../src/devkit/index.js';
import type { TestApplication } from '../../support/application/application.js';
import { collectingCase, enterStaff, submitted } from '../../support/application/cases.js';
import { citizens, coSign } from '../../support/application/co-signers.js';
import { exchange } from '../../support/application/exchange.js';
import { TestInstallation } from '../../support/application/installation.js';

const rows = planPaperRows('paper', planAttempts({ seed: 'paper', citizens: 87 }));
const numbers = rows.flatMap(({ nationalId, first, second }) => [
  nationalId,
  first?.nationalId,
  second?.nationalId,
]);
const whole = numbers.filter((number): number is string => number?.length === 10);
const paper = 'staff/cases/9001/paper';

describe('the entry of paper rows over HTTP', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let first: ApiClient;
  let second: ApiClient;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    const of = await collectingCase(application, '9001', installation.people.lead);
    await installation.nextDay();
    await coSign(application, '9001', citizens(2));
    await submitted(application, of);
    first = await signInStaff(application.api, installation.people.verifier);
    second = await signInStaff(application.api, installation.people.secondVerifier);
  });
  afterAll(() => installation.remove());

  const stored = async (): Promise<readonly number[]> => {
    const [found] = await application.databases.owner.query<[{ parts: number; entries: number }]>(
      'SELECT (SELECT count(*)::integer FROM paper_part) AS parts, (SELECT count(*)::integer FROM paper_entry) AS entries',
    );
    return [found.parts, found.entries];
  };
  const problemOf = async (asked: Promise<unknown>): Promise<string> => {
    const problem: unknown = await asked.then(
      () => 'no problem',
      (error: unknown) => (error instanceof ApiProblem ? error.code : error),
    );
    return String(problem);
  };
  const put = (body: string, language: string) =>
    exchange(application, {
      method: 'put',
      path: `/api/v1/${paper}/entries/first`,
      token: first.token,
      body,
      headers: { 'content-type': 'text/csv', 'accept-language': language },
    });

  it.each([
    ['en', /check digit/, /already/],
    ['zh-TW', /檢查碼/, /已經有了/],
  ])(
    'names each rejected row with a sentence in %s, and repeats no value',
    async (language, wrong, twice) => {
      const { status, body } = await put(
        'page,line,national_id,code\r\n1,1,A123456788,00\r\n1,1,A123456789,00\r\n',
        language,
      );
      const problem = JSON.parse(body) as { code: string; rows: { message: string }[] };
      expect([status, problem.code]).toEqual([422, 'paper-rows-rejected']);
      expect(problem.rows).toMatchObject([
        { fileLine: 2, page: 1, line: 1, reason: 'number-check-digit-wrong' },
        { fileLine: 3, page: 1, line: 1, reason: 'row-repeated' },
      ]);
      expect(problem.rows[0]?.message).toMatch(wrong);
      expect(problem.rows[1]?.message).toMatch(twice);
      expect(body).not.toContain('A12345678');
      expect(await stored()).toEqual([0, 0]);
    },
  );

  /** Sends pieces of a file as they come, without saying how long it is; the answer's status, or that the connection ended. */
  const sendPieces = (pieces: Iterable<string>, end: 'end' | 'hang up'): Promise<number | string> =>
    new Promise((resolve) => {
      const { hostname, port } = new URL(application.address);
      const headers = { 'content-type': 'text/csv', authorization: `Bearer ${first.token ?? ''}` };
      const path = `/api/v1/${paper}/entries/first`;
      const request = httpRequest({ hostname, port, path, method: 'PUT', headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on('error', () => resolve('ended'));
      for (const piece of pieces) request.write(piece);
      if (end === 'end') request.end();
      else setImmediate(() => request.destroy());
    });

  it.each<[string, () => Iterable<string>, 'end' | 'hang up', readonly (number | string)[]]>([
    [
      'a file over the limit',
      () => Array.from({ length: 34 }, () => 'x'.repeat(1_048_576)),
      'end',
      [413, 'ended'],
    ],
    ['half a file, and then hangs up', () => [enteredFile(rows, 'first')], 'hang up', ['ended']],
  ])('stores nothing of who sends %s', async (_what, pieces, end, outcomes) => {
    expect(outcomes).toContain(await sendPieces(pieces(), end));
    // Whatever was under way has ended when the case can be locked again.
    let code = 'step-under-way';
    while (code === 'step-under-way')
      code = await problemOf(second.putCsv(`${paper}/entries/second`, 'page,line,national_id,code\r\n'));
    expect([code, await stored()]).toEqual(['paper-entry-empty', [0, 0]]);
  });

  it('is twice, by two people; what differs is listed without values and opened one by one', async () => {
    const desk = await PaperDesk.signIn({ api: application.api, people: installation.people }, '9001');
    await desk.enter('first', enteredFile(rows, 'first'));
    expect(await problemOf(first.putCsv(`${paper}/entries/second`, enteredFile(rows, 'second')))).toBe(
      'paper-entry-same-person',
    );
    await desk.enter('second', enteredFile(rows, 'second'));
    const differing = rows.filter((row) => settlementOf(row) !== undefined);
    const list = await first.get<{ differences: { page: number; line: number }[]; next?: string }>(
      `${paper}/differences?limit=2`,
    );
    const rest = await first.get<{ differences: object[] }>(`${paper}/differences?after=${list.next ?? ''}`);
    expect([...list.differences, ...rest.differences]).toMatchObject(
      differing.map(({ page, line }) => ({ page, line })),
    );
    for (const number of whole) expect(JSON.stringify([list, rest])).not.toContain(number);
    const [{ page, line, first: one, second: other }] = differing as [(typeof differing)[number]];
    expect(await second.get(`${paper}/differences/${String(page)}/${String(line)}`)).toMatchObject({
      first: one,
      second: other,
    });
    const auditor = await signInStaff(application.api, installation.people.auditor);
    expect(await auditor.get(paper)).toMatchObject({
      differencesFound: differing.length,
      differencesOpen: differing.length,
    });
    expect(await problemOf(auditor.get(`${paper}/differences`))).toBe('role-required');
  });

  it('must be settled before anybody is asked to approve; null is no way to say that there is none', async () => {
    const ask = (body: object) =>
      problemOf(first.post('staff/cases/9001/requests', { action: 'start-check', ...body }));
    expect(await ask({})).toBe('paper-differences-open');
    const desk = await PaperDesk.signIn({ api: application.api, people: installation.people }, '9001');
    await desk.settle(rows);
    expect(await ask({ withoutPaper: null })).toBe('request-invalid');
    expect(await ask({ withoutPaper: true })).toBe('paper-handed-in');
    const { statement } = await first.post<{ statement: string }>('staff/cases/9001/requests', {
      action: 'start-check',
    });
    for (const line of [
      '連署筆數：2',
      `紙本連署筆數：${String(rows.length)}`,
      `電子及紙本合計：${String(rows.length + 2)}`,
    ])
      expect(statement).toContain(line);
  });

  it('leaves no number in the log, and no bug', () => {
    const log = application.log.join('\n');
    expect(log).toContain('/paper/entries/:entry');
    for (const number of whole) expect(log).not.toContain(number);
    expect(log).not.toContain('"bug"');
  });
});
