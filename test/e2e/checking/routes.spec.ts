import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  type BundleExpectations,
  bundleFiles,
  type CheckingAction,
  CheckingService,
  CHECK_JOBS,
  type JobsHere,
  ROSTER_STORE,
  type RosterStore,
  verifyBundle,
} from '../../../src/checking/index.js';
import { openForCard, signDocument } from '../../../src/core/cms/index.js';
import { detach } from '../../../src/core/cms/signed-document.js';
import { sha256Hex } from '../../../src/core/sha256.js';
import {
  type AnswerTampering,
  answerTamperings,
  expectedCounts,
  type MockMoi,
  planAttempts,
  signatureJson,
  signInStaff,
  valueOf,
} from '../../../src/devkit/index.js';
import { staffRoles } from '../../../src/staff/index.js';
import { origin, type TestApplication } from '../../support/application/application.js';
import { staffClient } from '../../support/application/cases.js';
import { type CollectedRound, collectRound } from '../../support/application/check-services.js';
import { type Ask, exchange } from '../../support/application/exchange.js';
import { TestInstallation } from '../../support/application/installation.js';
import { approvedStep } from '../../support/checking/approved-step.js';
import { writeCardFiles, writeSecret } from '../../support/cli/card-files.js';
import { runCli } from '../../support/cli/run-cli.js';
import { OpensslFolder } from '../../support/openssl.js';
import { anchorOf, signerTrust } from '../../support/signer-trust.js';

const attempts = planAttempts({ seed: 'routes', citizens: 24 });
// One short of the threshold: a supplement is due, and the lead's access lasts (REG 6).
const electors = Math.floor((expectedCounts(attempts).electronicValid + 1) / 0.015);
const actions = ['start-check', 'send-roster', 'import-answer', 'confirm-result', 'purge'] as const;
const api = '/api/v1';

describe('the routes of the check', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let ministry: MockMoi;
  /** Case 9001; nobody co-signs 9002. */
  let full: CollectedRound;
  let staff: string;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    ministry = installation.ministry(attempts);
    full = await collectRound(application, attempts, electors);
    staff = (await application.as(...staffRoles)).token ?? '';
  });
  afterAll(() => installation.remove());

  const get = (path: string, token = staff) =>
    application.request.get(`${api}/${path}`).set('authorization', `Bearer ${token}`);
  const post = (path: string, body: object, token = staff) =>
    application.request.post(`${api}/${path}`).set('authorization', `Bearer ${token}`).send(body);
  const execute = async (action: CheckingAction): Promise<void> =>
    (await staffClient(application, full.number)).requestAndApprove(action);
  const tokenOfLead = async (): Promise<string> => (await application.asLead(full.of)).token ?? '';

  /** As staff, below the address of a case. */
  const reading = (path: string) => (): Ask => ({ method: 'get', path: `${api}/${path}`, token: staff });
  const requesting = (action: CheckingAction): Ask => ({
    method: 'post',
    path: `${api}/staff/cases/NUMBER/requests`,
    token: staff,
    body: { action },
  });

  it.each<[string, () => Ask]>([
    ['check', reading('staff/cases/NUMBER/check')],
    ['roster', reading('staff/cases/NUMBER/roster')],
    ['purge', reading('staff/cases/NUMBER/purge')],
    ...actions.map((action): [string, () => Ask] => [`request ${action}`, () => requesting(action)]),
    ['result', reading('cases/NUMBER/result')],
    ...Object.values(bundleFiles).map((name): [string, () => Ask] => [
      name,
      reading(`cases/NUMBER/result/${name}`),
    ]),
  ])('answers the same bytes on %s whether the round holds none or many', async (_route, ask) => {
    expect(full.taken.length).toBeGreaterThan(10);
    const [many, none] = ['9001', '9002'].map((number) =>
      exchange(application, { ...ask(), path: ask().path.replace('NUMBER', number) }),
    );
    expect(await many).toEqual(await none);
  });

  it.each([
    ['an unknown field', { action: 'start-check', count: 1 }],
    ['an unknown action', { action: 'publish' }],
    ['no action', {}],
    ['files beside the action', { action: 'import-answer', files: [] }],
  ])('refuses %s', async (_what, body) => {
    const answer = await post('staff/cases/9001/requests', body);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'request-invalid']);
  });

  it('asks for the right role, and tells a lead no more than anybody', async () => {
    const auditor = (await application.as('auditor')).token;
    const lead = await tokenOfLead();
    expect((await post('staff/cases/9001/requests', { action: 'start-check' }, auditor)).status).toBe(403);
    expect((await get('staff/cases/9001/roster', auditor)).status).toBe(403);
    expect((await get('staff/cases/9001/check', lead)).status).toBe(401);
    expect((await get('lead/struck-out', staff)).status).toBe(401);
    expect((await get('lead/struck-out', lead)).status).toBe(404);
  });

  it('answers receipts, and 404 where there is none', async () => {
    const { commitment } = full.taken[0]!;
    const answer = await get(`receipts/${Buffer.from(commitment).toString('hex')}`);
    expect(answer.body).toEqual({ case: '9001', round: 1, status: 'recorded' });
    for (const unknown of ['00'.repeat(32), 'x', 'FF'.repeat(32)])
      expect((await get(`receipts/${unknown}`)).status).toBe(404);
  });

  it('asks for two people, naming exactly what is approved', async () => {
    await full.submit();
    const answer = await post('staff/cases/9001/requests', { action: 'start-check', withoutPaper: true });
    expect(answer.status).toBe(201);
    const { id, statement, subjectDigest } = answer.body as Record<
      'id' | 'statement' | 'subjectDigest',
      string
    >;
    expect(statement).toContain(`核可內容 sha-256：${subjectDigest}`);
    const [kept] = await application.databases.owner.query<{ subject: Buffer }[]>(
      'SELECT subject FROM approval_request WHERE id = $1',
      [id],
    );
    expect(JSON.parse(String(kept?.subject))).toMatchObject({
      action: 'start-check',
      case: '9001',
      records: full.taken.length,
      tooFew: false,
    });
    await execute('start-check');
    await application.get<JobsHere>(CHECK_JOBS).settled();
    expect((await get('staff/cases/9001/check')).body).toMatchObject({
      phase: 'judged',
      judged: full.taken.length,
    });
  });

  it('does not carry out what has changed since it was approved', async () => {
    const outdated = await application
      .get(CheckingService)
      .execute('send-roster', approvedStep(full.number, Buffer.from('{}')));
    expect(outdated).toEqual({ ok: false, failure: { code: 'approval-outdated' } });
  });

  describe('an answer of MOI', () => {
    let roster: Map<string, Uint8Array>;
    beforeAll(async () => {
      await execute('send-roster');
      const { files } = (await get('staff/cases/9001/roster')).body as {
        files: { name: string; content: string }[];
      };
      roster = new Map(files.map(({ name, content }) => [name, Buffer.from(content, 'base64')]));
    });
    const answering = (tampering: AnswerTampering): Promise<ReadonlyMap<string, Uint8Array>> =>
      ministry.answer(roster, installation.clock.now(), tampering);
    const upload = (name: string, sealed: Uint8Array) =>
      application.request
        .put(`${api}/staff/cases/9001/answer/${name}`)
        .set('authorization', `Bearer ${staff}`)
        .set('content-type', 'application/cms')
        .serialize((bytes: unknown) => bytes as string)
        .send(Buffer.from(sealed));
    const discard = () =>
      application.request.delete(`${api}/staff/cases/9001/answer`).set('authorization', `Bearer ${staff}`);
    /** Uploads the files of an answer and asks for its import; answers the first refusal. */
    const handIn = async (tampering: AnswerTampering) => {
      expect((await discard()).status).toBe(204);
      for (const [name, sealed] of await answering(tampering)) {
        const uploaded = await upload(name, sealed);
        if (uploaded.status !== 204) return uploaded;
      }
      return post('staff/cases/9001/requests', { action: 'import-answer' });
    };
    const stored = (): Promise<unknown> =>
      application.databases.owner.query(
        `SELECT phase, (SELECT string_agg(encode(commitment, 'hex') || coalesce(code, '00'), ' ' ORDER BY commitment) FROM verdict)
         FROM verification_batch`,
      );

    it.each(Object.entries(answerTamperings))(
      'is refused whole when %s, and changes no verdict',
      async (name, tampering) => {
        const before = await stored();
        const answer = await handIn(tampering);
        expect([name, answer.status]).toEqual([name, 422]);
        expect(answer.body).toMatchObject({ code: codes[name as keyof typeof answerTamperings] });
        expect((answer.body as { detail: string }).detail).not.toContain('{{');
        expect(await stored()).toEqual(before);
      },
    );

    /** A request as it is once everything that was put up has ended. */
    const ended = async (id: string): Promise<unknown> => {
      await application.get<JobsHere>(CHECK_JOBS).settled();
      return (await get(`staff/requests/${id}`)).body;
    };
    /** A request for the import of a good answer, and what its approver sends. */
    const approvable = async (asked = handIn({})) => {
      const { id, statement } = (await asked).body as { id: string; statement: string };
      const { approver } = installation.people;
      const signature = signatureJson(await approver.sign(Buffer.from(statement), 'cms-attached'));
      const token = (await signInStaff(application.api, approver)).token ?? '';
      return { id, approve: () => post(`staff/requests/${id}/approval`, { signature }, token) };
    };

    it('that is uploaded anew after it was asked for is not imported', async () => {
      const before = await stored();
      const { id, approve } = await approvable();
      for (const [name, sealed] of await answering({ rows: (rows) => rows.map(([seq]) => [seq, 'R05']) }))
        expect((await upload(name, sealed)).status).toBe(204);
      expect((await approve()).body).toMatchObject({ state: 'approved' });
      expect(await ended(id)).toMatchObject({ state: 'failed', failureCode: 'approval-outdated' });
      expect((await get('staff/cases/9001/check')).body).toMatchObject({
        step: { request: id, action: 'import-answer', state: 'failed', failure: 'approval-outdated' },
      });
      expect(await stored()).toEqual(before);
    });

    it('is taken as it was approved: while that is done, nothing is uploaded and no other step is executed', async () => {
      const first = await approvable();
      const second = await approvable(post('staff/cases/9001/requests', { action: 'import-answer' }).then());
      const rosters = application.get<RosterStore>(ROSTER_STORE);
      const apply = rosters.applyAnswer.bind(rosters);
      const meanwhile: unknown[] = [];
      const [{ rows }] = await application.databases.owner.query<[{ rows: number }]>(
        'SELECT count(*)::integer AS rows FROM roster_row',
      );
      jest.spyOn(rosters, 'applyAnswer').mockImplementationOnce(async (...applied) => {
        for (const [name, sealed] of await answering({ rows: (rows) => rows.map(([seq]) => [seq, 'R05']) }))
          meanwhile.push((await upload(name, sealed)).body);
        meanwhile.push((await discard()).body);
        expect((await get('staff/cases/9001/check')).body).toMatchObject({
          step: { request: first.id, state: 'working', done: rows, rows },
        });
        expect((await second.approve()).body).toMatchObject({ state: 'approved' });
        return apply(...applied);
      });
      // The answer comes before the work is done, and GET tells how far it is.
      expect((await first.approve()).body).toMatchObject({ state: 'approved' });
      expect(await ended(first.id)).toMatchObject({ state: 'executed' });
      jest.restoreAllMocks();
      expect((await get(`staff/requests/${second.id}`)).body).toMatchObject({
        state: 'failed',
        failureCode: 'answer-already-imported',
      });
      expect((await get('staff/cases/9001/check')).body).toMatchObject({
        phase: 'answered',
        step: { request: second.id, state: 'failed' },
      });
      expect(meanwhile).toHaveLength(3);
      for (const answer of meanwhile) expect(answer).toMatchObject({ status: 409, code: 'step-under-way' });
      expect((await discard()).body).toMatchObject({ code: 'answer-already-imported' });
      expect((await get('cases/9001/result')).status).toBe(404);
    });
  });

  describe('a confirmed result', () => {
    const openssl = new OpensslFolder();
    const files = new Map<string, Buffer>();
    beforeAll(async () => {
      await execute('confirm-result');
      for (const name of Object.values(bundleFiles)) {
        const answer = await get(`cases/9001/result/${name}`).buffer(true).parse(bytesOfAnswer);
        expect(answer.status).toBe(200);
        files.set(name, answer.body as Buffer);
      }
    });
    afterAll(() => openssl.remove());

    const expectations = (): BundleExpectations => ({
      commissionCertificate: installation.pki.commission.certificate,
      ...signerTrust(installation.pki),
    });

    it('is a bundle that holds', async () => {
      expect(await verifyBundle(files, expectations())).toMatchObject({
        ok: true,
        value: { case: '9001', records: full.taken.length },
      });
    });

    it.each(['pdf', 'ods', 'csv'])(
      'is announced by a report (%s) with the digest of result.json',
      async (format) => {
        const answer = await get(`staff/cases/9001/reports/result.${format}`).buffer(true);
        expect([answer.status, answer.headers['content-language']]).toEqual([200, 'zh-TW']);
        expect(answer.headers['content-disposition']).toBe(
          `attachment; filename="9001-result-zh-TW.${format}"`,
        );
        const data = await get('staff/cases/9001/reports/result.json').buffer(true).parse(bytesOfAnswer);
        expect(data.body).toEqual(files.get('result.json'));
        if (format === 'csv') expect(answer.text).toContain(sha256Hex(files.get('result.json')!));
      },
    );

    it('is told exactly, by code, in the reports for the commission', async () => {
      const answer = await get('staff/cases/9001/reports/struck-out.csv').set('accept-language', 'en');
      const data = await get('staff/cases/9001/reports/struck-out.json').buffer(true).parse(bytesOfAnswer);
      expect(answer.text).toContain(sha256Hex(data.body as Buffer));
      const { electronic } = JSON.parse(String(data.body)) as {
        electronic: { struckOut: Readonly<Record<string, number>> };
      };
      expect(Object.keys(electronic.struckOut)).not.toEqual([]);
      for (const [code, number] of Object.entries(electronic.struckOut))
        expect(answer.text).toContain(`${code},Electronic,${String(number)}\r\n`);
    });

    it('verifies with openssl alone', () => {
      for (const [name, content] of files) openssl.put(name, content);
      openssl.put('anchors.pem', installation.pki.anchorsPem());
      const at = String(Math.floor(installation.clock.now().getTime() / 1000));
      const verify = [
        'cms',
        '-verify',
        '-binary',
        '-inform',
        'DER',
        '-CAfile',
        'anchors.pem',
        '-purpose',
        'any',
        '-attime',
        at,
      ];
      openssl.must(...verify, '-in', 'result.p7s', '-content', 'result.json', '-out', 'verified');
      expect(openssl.get('verified')).toEqual(files.get('result.json'));
      for (const statement of ['key-statement.p7m', 'submission-statement.p7m'])
        openssl.must(...verify, '-in', statement, '-out', 'verified');
    });

    it.each([
      ['cases/9001/result', 200, 'public, no-cache'],
      ['cases/9001/result?round=1', 200, 'public, no-cache'],
      ['cases/9001/result?round=2', 404, 'no-store'],
      ['cases/9001/result?round=3', 400, 'no-store'],
      ['cases/9001/result/result.json', 200, 'public, no-cache'],
      ['cases/9001/result/result.json?round=1', 200, 'public, no-cache'],
      ['cases/9001/result/rounds/1/versions/1/result.json', 200, 'public, max-age=31536000, immutable'],
      ['cases/9001/result/rounds/1/versions/2/result.json', 404, 'no-store'],
      ['cases/9001/result/result.json?round=2', 404, 'no-store'],
    ])(
      'may be kept for ever by its round and version alone, since it may be corrected and a supplement may follow: %s',
      async (path, ...expected) => {
        const { status, headers } = await get(path);
        expect([status, headers['cache-control']]).toEqual(expected);
      },
    );

    it('opens the receipts and the lead’s list', async () => {
      const { result, signature } = (await get('cases/9001/result')).body as Record<
        'result' | 'signature',
        string
      >;
      expect(Buffer.from(result, 'base64')).toEqual(files.get('result.json'));
      expect(Buffer.from(signature, 'base64')).toEqual(files.get('result.p7s'));
      const statuses = new Set<string>();
      for (const { commitment } of full.taken) {
        const body = (await get(`receipts/${Buffer.from(commitment).toString('hex')}`)).body as object;
        expect(Object.keys(body)).toEqual(['case', 'round', 'status', 'inclusion', 'results']);
        statuses.add((body as { status: string }).status);
      }
      expect(statuses).toEqual(new Set(['counted', 'not-counted']));
      const lead = await tokenOfLead();
      const answer = (await get('lead/struck-out', lead)).body as { envelope: string };
      const { envelope } = answer;
      expect(answer).toMatchObject({
        case: '9001',
        leadName: expect.any(String),
        fetchedAt: expect.any(String),
      });
      const { certificate } = installation.pki.commission;
      const list = valueOf(await openForCard(Buffer.from(envelope, 'base64'), full.of.lead, certificate));
      const ofRounds = await Promise.all(
        ['1', '2', '3'].map(async (round) => (await get(`lead/struck-out?round=${round}`, lead)).status),
      );
      expect(ofRounds).toEqual([200, 404, 400]);
      const csv = Buffer.from(list.content).toString();
      expect(csv).toMatch(/^national_id,code,reason,kind,page,line\r\n/);
      // The same by command line, which counts and shows no number.
      const words = ['--server', application.address, '--origin', origin, '--json'];
      const code = await writeSecret(openssl.path, 'access-code', full.of.accessCode);
      openssl.put('commission.pem', installation.pki.commission.certificatePem);
      words.push('--access-code-file', code, '--commission', join(openssl.path, 'commission.pem'));
      words.push(...(await writeCardFiles(openssl.path, full.of.lead)));
      const ran = await runCli(['lead', 'struck-out', ...words]);
      expect(ran.code).toBe(0);
      expect(JSON.parse(ran.out)).toMatchObject({
        rows: csv.split('\r\n').length - 2,
        sha256: sha256Hex(csv),
      });
      // RULES 9: each handing over is an event, and says no number.
      const fetched = await application.databases.owner.query<object[]>(
        `SELECT actor, case_number, details FROM audit_event WHERE action = 'struck-out-list-fetched'`,
      );
      expect(fetched).toEqual(Array(3).fill({ actor: 'lead', case_number: '9001', details: '{}' }));
    });

    it.each<[string, string, (content: Buffer) => Buffer, string]>([
      [
        'a struck-out record counted',
        'verdicts.csv',
        (csv) => Buffer.from(csv.toString().replace(',not-counted', ',counted')),
        'bundle-counts-wrong',
      ],
      [
        'a reason in the place of a result',
        'verdicts.csv',
        (csv) => Buffer.from(csv.toString().replace(',not-counted', ',R05')),
        'bundle-malformed',
      ],
      [
        'a record left out',
        'verdicts.csv',
        (csv) => Buffer.from(csv.toString().replace(/\r\n[0-9a-f]{64},[\w-]+/, '')),
        'bundle-root-wrong',
      ],
      [
        'a record changed',
        'verdicts.csv',
        (csv) => Buffer.from(csv.toString().replace(/\r\n[0-9a-f]{8}/, '\r\n00000000')),
        'bundle-root-wrong',
      ],
      [
        'records in another order',
        'verdicts.csv',
        (csv) => Buffer.from(csv.toString().replace(/\r\n(.+)\r\n(.+)/, '\r\n$2\r\n$1')),
        'bundle-malformed',
      ],
      ['a list without header', 'verdicts.csv', (csv) => csv.subarray(19), 'bundle-malformed'],
      [
        'another number of valid ones',
        'result.json',
        (json) => Buffer.from(json.toString().replace(/"valid":\d+/, '"valid":9999')),
        'bundle-signature-wrong',
      ],
      [
        'a space in the result',
        'result.json',
        (json) => Buffer.from(json.toString().replace(',', ', ')),
        'bundle-malformed',
      ],
      [
        'a member more in the result',
        'result.json',
        (json) => Buffer.from(json.toString().replace('{', '{"a":1,')),
        'bundle-malformed',
      ],
      ['a result that is no JSON', 'result.json', (json) => json.subarray(1), 'bundle-malformed'],
      [
        'the signature’s last bit',
        'result.p7s',
        (der) => Buffer.concat([der.subarray(0, -1), Buffer.from([der[der.length - 1]! ^ 1])]),
        'bundle-signature-wrong',
      ],
      ['no signature at all', 'result.p7s', () => Buffer.alloc(0), 'bundle-signature-wrong'],
      [
        'another submission statement',
        'submission-statement.p7m',
        () => files.get('key-statement.p7m') ?? Buffer.alloc(0),
        'bundle-statement-wrong',
      ],
      [
        'a key statement cut short',
        'key-statement.p7m',
        (der) => der.subarray(0, -1),
        'bundle-statement-wrong',
      ],
    ])('does not hold with %s', async (_edit, name, edit, code) => {
      const edited = new Map(files).set(name, edit(files.get(name) ?? Buffer.alloc(0)));
      expect(await verifyBundle(edited, expectations())).toMatchObject({ ok: false, failure: { code } });
    });

    it.each<[string, (json: string) => string]>([
      ['another determination', (json) => json.replace('"supplement-due"', '"established"')],
      ['a lower threshold', (json) => json.replace(/"threshold":\d+/, '"threshold":1')],
      ['fewer electors', (json) => json.replace(/"electorTotal":\d+/, '"electorTotal":100')],
    ])('does not hold when the commission signs %s than its own numbers come to', async (_what, edit) => {
      const json = edit(files.get('result.json')?.toString() ?? '');
      const { commission } = installation.pki;
      const signed = await signDocument(Buffer.from(json), commission.signer, installation.clock.now());
      const edited = new Map<string, Uint8Array>(files)
        .set('result.json', Buffer.from(json))
        .set('result.p7s', detach(signed));
      expect(await verifyBundle(edited, expectations())).toMatchObject({
        failure: { code: 'bundle-determination-wrong' },
      });
    });

    it.each(Object.values(bundleFiles))('does not hold without %s', async (name) => {
      const fewer = new Map(files);
      fewer.delete(name);
      expect(await verifyBundle(fewer, expectations())).toEqual({
        ok: false,
        failure: { code: 'bundle-file-missing', values: { file: name } },
      });
    });

    it('does not hold for another commission than the reader knows', async () => {
      expect(
        await verifyBundle(files, {
          ...expectations(),
          commissionCertificate: installation.pki.moi.certificate,
        }),
      ).toMatchObject({
        failure: { code: 'bundle-signature-wrong' },
      });
    });

    it.each<[string, () => Partial<BundleExpectations>, string]>([
      ['no anchor', () => ({ anchors: [] }), 'issuer-not-found'],
      [
        'another anchor',
        () => ({ anchors: [anchorOf(installation.pki.authorities.impostor.certificate)] }),
        'issuer-not-found',
      ],
    ])('does not hold with %s', async (_what, changed, cause) => {
      expect(await verifyBundle(files, { ...expectations(), ...changed() })).toEqual({
        ok: false,
        failure: { code: 'bundle-certificate-untrusted', values: { cause } },
      });
    });

    it.each<[string, Date, string]>([
      ['before the commission’s certificate is valid', new Date(0), 'certificate-not-yet-valid'],
      ['after it has expired', new Date('2049-01-01T00:00:00Z'), 'certificate-expired'],
    ])('does not hold when it was signed %s', async (_when, at, cause) => {
      const json = files.get('result.json') ?? Buffer.alloc(0);
      const signed = await signDocument(json, installation.pki.commission.signer, at);
      const edited = new Map<string, Uint8Array>(files).set('result.p7s', detach(signed));
      expect(await verifyBundle(edited, expectations())).toMatchObject({
        failure: { code: 'bundle-certificate-untrusted', values: { cause } },
      });
    });

    it.each<[string, (pem: Buffer) => Buffer]>([
      ['that is no PEM', () => Buffer.from('no PEM')],
      [
        'with a certificate cut short',
        (pem) => Buffer.from(pem.toString().replace(/\n[\w+/=]+\n-----END/, '\n-----END')),
      ],
    ])('does not hold with a file of certificates %s', async (_what, edit) => {
      const edited = new Map(files).set('certificates.pem', edit(files.get('certificates.pem')!));
      expect(await verifyBundle(edited, expectations())).toMatchObject({
        failure: { code: 'bundle-malformed', values: { file: 'certificates.pem' } },
      });
    });
  });
});

/** Reads an answer as bytes. */
const bytesOfAnswer: Parameters<ReturnType<TestApplication['request']['get']>['parse']>[0] = (
  response,
  done,
) => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
};

const codes = {
  unsigned: 'answer-unsigned',
  'signed-by-another': 'answer-signed-by-another',
  'sealed-to-another': 'answer-not-opened',
  'seal-altered': 'answer-not-opened',
  'cut-short-in-a-row': 'answer-cut-short',
  'cut-short-by-a-row': 'answer-cut-short',
  'result-altered': 'answer-digest-wrong',
  'row-repeated': 'answer-row-repeated',
  'row-missing': 'answer-row-missing',
  'row-extra': 'answer-row-unknown',
  'code-unknown': 'answer-code-unknown',
  'code-of-the-commission': 'answer-code-unknown',
  'code-empty': 'answer-malformed',
  'of-another-batch': 'answer-for-another-batch',
  'of-another-case': 'answer-for-another-batch',
  'digest-wrong': 'answer-digest-wrong',
  'row-count-wrong': 'answer-cut-short',
  'part-listed-twice': 'answer-file-repeated',
  'part-unknown': 'answer-file-unknown',
  'part-missing': 'answer-file-missing',
} as const satisfies Record<keyof typeof answerTamperings, string>;
