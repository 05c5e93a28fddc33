import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleFiles, type CheckingAction, verifyBundle } from '../../../src/checking/index.js';
import { signDocument } from '../../../src/core/cms/index.js';
import { detach } from '../../../src/core/cms/signed-document.js';
import { answerTamperings } from '../../../src/devkit/index.js';
import { approvedStep } from '../../support/checking/approved-step.js';
import {
  carryOut,
  type CollectedRound,
  plan,
  roundScene,
  type RoundScene,
} from '../../support/checking/round-scene.js';
import { type CheckingServer, startCheckingServer } from '../../support/checking/server.js';
import { OpensslFolder } from '../../support/openssl.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const attempts = plan('routes', 24);
const actions = ['start-check', 'send-roster', 'import-answer', 'confirm-result', 'purge'] as const;
const api = '/api/v1';

describe('the routes of the check', () => {
  let database: TestDatabase;
  let scene: RoundScene;
  let server: CheckingServer;
  let full: CollectedRound;
  let staff: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    scene = await roundScene(database.url, 'routes', [attempts]);
    await scene.collect('9002', []);
    full = await scene.collect('9001', attempts);
    server = await startCheckingServer(scene, scene.intakeSource);
    staff = await server.sessions.staff('registrar', 'verifier', 'approver', 'auditor');
  });
  afterAll(async () => {
    await server.stop();
    await scene.close();
    await database.drop();
  });

  const get = (path: string, token = staff) =>
    server.request.get(`${api}/${path}`).set('authorization', `Bearer ${token}`);
  const post = (path: string, body: object, token = staff) =>
    server.request.post(`${api}/${path}`).set('authorization', `Bearer ${token}`).send(body);
  /** Everything a client can see of an answer, but for the time of day and the request's random number. */
  const seen = ({ status, headers, text }: Awaited<ReturnType<typeof get>>): unknown => {
    const others = Object.entries(headers as Record<string, unknown>).filter(
      ([name]) => name !== 'date' && name !== 'x-request-id',
    );
    return { status, headers: others, text };
  };
  const execute = (action: CheckingAction): Promise<unknown> => carryOut(scene, action, full.number);
  const file = { name: 'manifest.json', content: 'AAAA' };

  it.each<[string, (caseNumber: string) => Promise<Awaited<ReturnType<typeof get>>>]>([
    ['check', async (number) => get(`staff/cases/${number}/check`)],
    ['roster', async (number) => get(`staff/cases/${number}/roster`)],
    ['purge', async (number) => get(`staff/cases/${number}/purge`)],
    ...actions.map((action): [string, (number: string) => Promise<Awaited<ReturnType<typeof get>>>] => [
      `request ${action}`,
      async (number) =>
        post(`staff/cases/${number}/requests`, {
          action,
          ...(action === 'import-answer' ? { files: [file] } : {}),
        }),
    ]),
    ['result', async (number) => get(`cases/${number}/result`)],
    ...Object.values(bundleFiles).map(
      (name): [string, (number: string) => Promise<Awaited<ReturnType<typeof get>>>] => [
        name,
        async (number) => get(`cases/${number}/result/${name}`),
      ],
    ),
  ])('answers the same bytes on %s whether the round holds none or many', async (_route, ask) => {
    expect(full.taken.length).toBeGreaterThan(10);
    expect(seen(await ask('9001'))).toEqual(seen(await ask('9002')));
  });

  it.each([
    ['an unknown field', { action: 'start-check', count: 1 }],
    ['an unknown action', { action: 'publish' }],
    ['no action', {}],
    ['files that are none', { action: 'import-answer', files: [{ name: 'x' }] }],
    ['an unknown field in a file', { action: 'import-answer', files: [{ ...file, more: 1 }] }],
    ['a path for a name', { action: 'import-answer', files: [{ ...file, name: '../x' }] }],
    ['files that are no list', { action: 'import-answer', files: file }],
  ])('refuses %s', async (_what, body) => {
    const answer = await post('staff/cases/9001/requests', body);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'request-invalid']);
  });

  it('requires the right role, and answers a lead like anybody without it', async () => {
    const auditor = await server.sessions.staff('auditor');
    const lead = await server.sessions.lead('9001');
    expect((await post('staff/cases/9001/requests', { action: 'start-check' }, auditor)).status).toBe(403);
    expect((await get('staff/cases/9001/roster', auditor)).status).toBe(403);
    expect((await get('staff/cases/9001/check', lead)).status).toBe(401);
    expect((await get('lead/struck-out', staff)).status).toBe(404);
    expect((await get('lead/struck-out', lead)).status).toBe(404);
  });

  it('answers receipts, and 404 where there is none', async () => {
    const { commitment } = full.taken[0]!;
    const answer = await get(`receipts/${Buffer.from(commitment).toString('hex')}`);
    expect(answer.body).toEqual({ case: '9001', round: 1, status: 'recorded' });
    for (const unknown of ['00'.repeat(32), 'x', 'FF'.repeat(32)])
      expect((await get(`receipts/${unknown}`)).status).toBe(404);
  });

  it('needs two people, and names exactly what is approved', async () => {
    await full.submit();
    const answer = await post('staff/cases/9001/requests', { action: 'start-check' });
    expect(answer.status).toBe(201);
    const { id, statement, subjectDigest } = answer.body as Record<
      'id' | 'statement' | 'subjectDigest',
      string
    >;
    expect(statement).toContain(`核可內容 sha-256：${subjectDigest}`);
    const content = JSON.parse(Buffer.from(server.contents.get(id) ?? []).toString()) as object;
    expect(content).toMatchObject({
      action: 'start-check',
      case: '9001',
      records: full.taken.length,
      tooFew: false,
    });
    await execute('start-check');
    await scene.checks.settled();
    expect((await get('staff/cases/9001/check')).body).toMatchObject({
      phase: 'judged',
      judged: full.taken.length,
    });
  });

  it('does not execute an action whose content has changed since the approval', async () => {
    const outdated = await scene.checking.execute(
      'send-roster',
      approvedStep(full.number, Buffer.from('{}')),
    );
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
    const handIn = async (tampering: object) => {
      const answer = await scene.moi.answer(roster, scene.platform.clock.now(), tampering);
      const files = [...answer].map(([name, sealed]) => ({
        name,
        content: Buffer.from(sealed).toString('base64'),
      }));
      return post('staff/cases/9001/requests', { action: 'import-answer', files });
    };
    const stored = (): Promise<unknown> =>
      scene.platform.owner.query(
        `SELECT (SELECT count(*) FROM exchange_file WHERE direction = 'answer') AS files, phase,
                (SELECT string_agg(encode(commitment, 'hex') || coalesce(code, '00'), ' ' ORDER BY commitment) FROM verdict)
         FROM verification_batch`,
      );

    it.each(Object.entries(answerTamperings))(
      'is refused whole when %s, and changes nothing',
      async (name, tampering) => {
        const before = await stored();
        const answer = await handIn(tampering);
        expect([name, answer.status]).toEqual([name, 422]);
        expect(answer.body).toMatchObject({ code: codes[name as keyof typeof answerTamperings] });
        expect((answer.body as { detail: string }).detail).not.toContain('{{');
        expect(await stored()).toEqual(before);
      },
    );

    it('is accepted when it is complete and correct, and stored until two people approve', async () => {
      expect((await handIn({})).status).toBe(201);
      await execute('import-answer');
      expect((await handIn({})).body).toMatchObject({ code: 'answer-already-imported' });
      expect((await get('cases/9001/result')).status).toBe(404);
    });
  });

  describe('a confirmed result', () => {
    const openssl = new OpensslFolder();
    const files = new Map<string, Buffer>();
    beforeAll(async () => {
      await execute('confirm-result');
      for (const name of Object.values(bundleFiles)) {
        const answer = await get(`cases/9001/result/${name}`)
          .buffer(true)
          .parse((response, done) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => done(null, Buffer.concat(chunks)));
          });
        expect(answer.status).toBe(200);
        files.set(name, answer.body as Buffer);
      }
    });
    afterAll(() => openssl.remove());

    it('is a bundle that verifies', async () => {
      expect(await verifyBundle(files)).toMatchObject({
        ok: true,
        value: { case: '9001', records: full.taken.length },
      });
    });

    it('verifies with openssl alone', () => {
      for (const [name, content] of files) openssl.put(name, content);
      openssl.put('anchors.pem', scene.pki.anchorsPem());
      const at = String(Math.floor(scene.platform.clock.now().getTime() / 1000));
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

    it('opens the receipts and the lead’s list', async () => {
      const { result, signature } = (await get('cases/9001/result')).body as Record<
        'result' | 'signature',
        string
      >;
      expect(Buffer.from(result, 'base64')).toEqual(files.get('result.json'));
      expect(Buffer.from(signature, 'base64')).toEqual(files.get('result.p7s'));
      const statuses = new Set<string>();
      for (const { commitment } of full.taken) {
        const answer = await get(`receipts/${Buffer.from(commitment).toString('hex')}`).set(
          'accept-language',
          'en',
        );
        const { status, reason } = answer.body as { status: string; reason?: string };
        statuses.add(status);
        if (status === 'struck-out') expect(reason).toMatch(/\w/);
      }
      expect(statuses).toEqual(new Set(['counted', 'struck-out']));
      const lead = await server.sessions.lead('9001');
      const { envelope } = (await get('lead/struck-out', lead)).body as { envelope: string };
      const csv = Buffer.from(await scene.leadCard.decrypt(Buffer.from(envelope, 'base64'))).toString();
      expect(csv).toMatch(/^national_id,code,reason\r\n/);
    });

    it.each<[string, string, (content: Buffer) => Buffer, string]>([
      [
        'a struck-out record counted',
        'verdicts.csv',
        (csv) => Buffer.from(csv.toString().replace(/,[A-Z]\d\d/, ',00')),
        'bundle-counts-wrong',
      ],
      [
        'one reason for another',
        'verdicts.csv',
        (csv) => Buffer.from(csv.toString().replace(/,(D01|R0\d)/, ',P03')),
        'bundle-counts-wrong',
      ],
      [
        'a record left out',
        'verdicts.csv',
        (csv) => Buffer.from(csv.toString().replace(/\r\n[0-9a-f]{64},\w+/, '')),
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
      expect(await verifyBundle(edited)).toMatchObject({ ok: false, failure: { code } });
    });

    it('does not verify when the commission signs a determination that its numbers do not give', async () => {
      const json = files.get('result.json')?.toString().replace('"established"', '"supplement-due"') ?? '';
      const { commission } = scene.pki;
      const signed = await signDocument(Buffer.from(json), commission.signer, scene.platform.clock.now());
      const edited = new Map<string, Uint8Array>(files)
        .set('result.json', Buffer.from(json))
        .set('result.p7s', detach(signed));
      expect(await verifyBundle(edited)).toMatchObject({ failure: { code: 'bundle-determination-wrong' } });
    });

    it.each(Object.values(bundleFiles))('does not hold without %s', async (name) => {
      const fewer = new Map(files);
      fewer.delete(name);
      expect(await verifyBundle(fewer)).toEqual({
        ok: false,
        failure: { code: 'bundle-file-missing', values: { file: name } },
      });
    });

    it('does not verify for another commission than the one the reader expects', async () => {
      expect(await verifyBundle(files, { commissionCertificate: scene.pki.moi.certificate })).toMatchObject({
        failure: { code: 'bundle-signature-wrong' },
      });
    });
  });
});

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
