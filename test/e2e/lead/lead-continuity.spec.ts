import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PostgresCaseRepository } from '../../../src/adapters/postgres/case-repository.js';
import { openWithPassphrase } from '../../../src/core/cms/index.js';
import { verifyExport } from '../../../src/audit/index.js';
import { CaseService } from '../../../src/cases/index.js';
import { verifyLeadStatements } from '../../../src/checking/bundle/lead-statements.js';
import type { ResultDocument } from '../../../src/checking/index.js';
import { submitRound } from '../../../src/core/ceremony/index.js';
import { canonicalJson } from '../../../src/core/canonical-json.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { sha256Hex } from '../../../src/core/sha256.js';
import { type MockCard, openAsLead, signInLead, valueOf } from '../../../src/devkit/index.js';
import { base64, fromBase64, signatureJson, signInStaff } from '../../../src/devkit/story/api-client.js';
import { jwksOf } from '../../../src/core/jws-signing.js';
import { INTAKE_KEYS, type IntakeKeys } from '../../../src/core/receipt-signing.js';
import { CheckpointJob } from '../../../src/audit/index.js';
import { LEAD_ROUNDS, type LeadRounds, OfflineSubmissions, rescueFiles } from '../../../src/lead/index.js';
import { approvalStatement, Approvals, Sessions, type StaffSession } from '../../../src/staff/index.js';
import { writeCardFiles } from '../../support/cli/card-files.js';
import { runCli } from '../../support/cli/run-cli.js';
import { signerTrust } from '../../support/signer-trust.js';
import type { TestApplication, TestCase } from '../../support/application/application.js';
import { enterStaff, issuedCase } from '../../support/application/cases.js';
import { caseOf } from '../../support/application/check-services.js';
import { citizens, coSign } from '../../support/application/co-signers.js';
import { exportedLog } from '../../support/application/exported-log.js';
import { TestInstallation } from '../../support/application/installation.js';

const number = '9001' as CaseNumber;
/** Of every lead of the development kit who has a deputy. */
const passphrase = 'demo recovery passphrase, not for real use';
const noon = (day: string): Date => new Date(`${day}T04:00:00Z`);

describe('the lead’s continuity', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let main: TestCase;
  let renewed: MockCard;
  /** What `lianshu lead submit --offline` makes of a rescue export. */
  let handedOver: { readonly statement: string; readonly wrappedKey: string };
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    await enterStaff(application);
    const { lead, deputy } = installation.people;
    renewed = installation.card('lead', { edition: 1 });
    main = await issuedCase(application, number, lead);
    await openAsLead(application.api, main, lead, deputy.encryptionCertificate);
    await installation.nextDay();
    await coSign(application, number, citizens(2));
  });
  afterAll(() => installation.remove());

  const ask = async (path: string, body: object): Promise<{ id: string; statement: string }> =>
    (await signInStaff(application.api, installation.people.registrar)).post(
      `staff/cases/${number}/${path}`,
      body,
    );
  const approved = async (asked: { id: string; statement: string }): Promise<{ state: string }> => {
    const { approver } = installation.people;
    const signature = signatureJson(await approver.sign(Buffer.from(asked.statement), 'cms-attached'));
    const staff = await signInStaff(application.api, approver);
    return staff.post(`staff/requests/${asked.id}/approval`, { signature });
  };
  /** The same request with other words in its content, as somebody with staff's login to the database would write it. */
  const forged = async (
    { id }: { id: string },
    words: object,
  ): Promise<{ id: string; statement: string }> => {
    const registrar = await signInStaff(application.api, installation.people.registrar);
    const { action, content } = await registrar.get<{ action: string; content: string }>(
      `staff/requests/${id}`,
    );
    const members = { ...(JSON.parse(Buffer.from(content, 'base64').toString()) as object), ...words };
    const wanted = { action, caseNumber: number, content: Buffer.from(canonicalJson(members)) };
    const session = (await application.get(Sessions).find(registrar.token ?? '')) as StaffSession;
    const request = valueOf(await application.get(Approvals).request(wanted, session));
    return { id: request.id, statement: Buffer.from(approvalStatement(request)).toString() };
  };
  const stateOf = async (): Promise<string> => (await caseOf(application, number)).state;
  const certificatesOf = (card: MockCard): object => ({
    leadSigningCertificate: base64(card.signingCertificate),
    leadEncryptionCertificate: base64(card.encryptionCertificate),
  });

  it('two people replace the lead’s certificates, and read whose they are', async () => {
    const before = await application.asLead(main);
    const asked = await ask('lead-certificates', certificatesOf(renewed));
    expect(asked.statement).toContain('作業：更換領銜人憑證（replace-lead-certificate）');
    expect(asked.statement).toMatch(/原憑證主體：CN=.+, serialNumber=\d+\n/);
    expect(asked.statement).toContain(`原簽章憑證 sha-256：${sha256Hex(main.lead.signingCertificate)}`);
    expect(asked.statement).toContain(`新簽章憑證 sha-256：${sha256Hex(renewed.signingCertificate)}`);
    // Until somebody else has signed, nothing has changed.
    expect(await before.get('lead/progress')).toMatchObject({ recordCount: 2 });
    expect(await approved(asked)).toMatchObject({ state: 'executed' });
    await expect(before.get('lead/progress')).rejects.toThrow('401');
    await expect(application.asLead(main)).rejects.toThrow('sign-in-refused');
    const after = await signInLead(application.api, renewed, main.accessCode);
    expect(await after.get('lead/progress')).toMatchObject({ recordCount: 2 });
  });

  it('neither the one who asks nor the one who approves becomes the lead', async () => {
    const { registrar: asking, approver: approving } = installation.people;
    await expect(ask('lead-certificates', certificatesOf(asking))).rejects.toThrow('approval-of-own-role');
    const asked = await ask('lead-certificates', certificatesOf(approving));
    await expect(approved(asked)).rejects.toThrow('approval-of-own-role');
  });

  it('what was approved twice is done once', async () => {
    const { deputy } = installation.people;
    const [first, second] = [
      await ask('lead-certificates', certificatesOf(deputy)),
      await ask('lead-certificates', certificatesOf(deputy)),
    ];
    await approved(first);
    await expect(approved(second)).rejects.toThrow('approval-outdated');
    await approved(await ask('lead-certificates', certificatesOf(renewed)));
  });

  it('what says of the certificates another thing than they do is not carried out', async () => {
    const { deputy } = installation.people;
    const asked = await ask('lead-certificates', certificatesOf(deputy));
    for (const words of [
      { subjectAfter: 'CN=羅宇宗, serialNumber=5087540786237181' },
      { signingSha256After: sha256Hex(renewed.signingCertificate) },
      { holderSha256: '0'.repeat(64) },
    ])
      await expect(approved(await forged(asked, words))).rejects.toThrow('approval-outdated');
  });

  it('the new card does not open the key; the deputy’s does, and the new card signs', async () => {
    const lead = await signInLead(application.api, renewed, main.accessCode);
    const draft = await lead.post<{
      origin: string;
      recordCount: number;
      merkleRoot: string;
      commissionCertificate: string;
    }>('lead/submission/draft');
    const { round } = await lead.get<{ round: { publicKey: string; wrappedKey: string } }>('lead/case');
    const submission = {
      card: renewed,
      wrappedKey: fromBase64(round.wrappedKey),
      publicKey: fromBase64(round.publicKey),
      commissionCertificate: fromBase64(draft.commissionCertificate),
      draft: {
        caseNumber: number,
        round: 1,
        origin: draft.origin,
        recordCount: draft.recordCount,
        merkleRoot: fromBase64(Buffer.from(draft.merkleRoot, 'hex').toString('base64')),
      },
    } as const;
    expect(await submitRound(submission)).toMatchObject({ failure: { code: 'ceremony-key-not-opened' } });
    const { deputy } = installation.people;
    expect(valueOf(await submitRound({ ...submission, opener: deputy })).statement.length).toBeGreaterThan(0);
    const byPassphrase = {
      decrypt: async (envelope: Uint8Array) => valueOf(await openWithPassphrase(envelope, passphrase)),
    };
    expect(
      valueOf(await submitRound({ ...submission, opener: byPassphrase })).wrappedKey.length,
    ).toBeGreaterThan(0);
  });

  describe('REG 11: from a rescue export, without the platform', () => {
    let folder: string;
    let words: readonly string[];
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'lianshu-offline-'));
      const source = {
        cases: new PostgresCaseRepository(application.databases.lead),
        rounds: application.get<LeadRounds>(LEAD_ROUNDS),
      };
      for await (const { name, content } of rescueFiles(source, number)) {
        const path = join(folder, 'export', name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
      }
      const { deputy } = installation.people;
      await writeCardFiles(folder, deputy, 'deputy');
      await writeFile(join(folder, 'commission.pem'), installation.pki.commissionDecryption.certificatePem);
      words = [
        ...['lead', 'submit', '--offline', join(folder, 'export'), '--out', join(folder, 'out')],
        ...['--commission-decryption', join(folder, 'commission.pem'), '--yes-submit-case', number, '--json'],
        ...(await writeCardFiles(folder, renewed)),
      ];
    });
    afterAll(() => rm(folder, { recursive: true }));
    const byDeputy = (): readonly string[] => [
      ...['--deputy-certificate', join(folder, 'deputy-encryption-certificate.pem')],
      ...['--deputy-key', join(folder, 'deputy-encryption-key.pem')],
    ];

    const failureOf = async (given: readonly string[]): Promise<unknown> =>
      (JSON.parse((await runCli(given)).out) as { failure: unknown }).failure;

    it('lianshu lead submit --offline makes what two people take in', async () => {
      const ran = await runCli([...words, ...byDeputy()]);
      expect(ran).toMatchObject({ code: 0 });
      expect(JSON.parse(ran.out)).toMatchObject({ case: number, round: 1, recordCount: 2 });
      const read = async (name: string): Promise<string> => base64(await readFile(join(folder, 'out', name)));
      handedOver = {
        statement: await read('submission-statement.p7m'),
        wrappedKey: await read('wrapped-key.p7m'),
      };
    });

    it('is refused by a key that nobody can open, two ways of opening it, and an export that was changed', async () => {
      expect(await failureOf(words)).toBe('ceremony-key-not-opened');
      expect((await runCli([...words, ...byDeputy(), '--recovery-passphrase'])).code).toBe(2);
      const records = join(folder, 'export/round-1/records');
      const [name = ''] = await readdir(records);
      await writeFile(join(records, name), 'changed');
      expect(await failureOf([...words, ...byDeputy()])).toBe('rescue-export-malformed');
      await rm(join(records, name));
      expect(await failureOf([...words, ...byDeputy()])).toBe('rescue-export-malformed');
    });
  });

  it.each([
    ['to come', '2026-09-03T12:00:00+08:00'],
    ['before the round', '2026-03-02T12:00:00+08:00'],
    ['after the last day', '2026-09-03T00:00:00+08:00'],
  ])('REG 11: takes in nothing that was handed over at a time %s', async (_which, handedOverAt) => {
    await installation.moveTo(new Date('2026-09-02T16:30:00Z'));
    await expect(ask('offline-submission', { ...handedOver, handedOverAt })).rejects.toThrow(
      'handed-over-out-of-range',
    );
  });

  it('REG 11: a case is not ended while a submission of it is taken in, however late', async () => {
    await installation.moveTo(noon('2026-09-16'));
    expect(await stateOf()).toBe('lapsed');
    const handedOverAt = '2026-09-02T23:59:00+08:00';
    const asked = await ask('offline-submission', { ...handedOver, handedOverAt });
    expect(asked.statement).toContain('作業：收受離線提出之連署（REG 11）（take-in-submission）');
    expect(asked.statement).toContain('交付時間：2026-09-02T15:59:00.000Z');
    const digest = { wrappedKeySha256: '0'.repeat(64) };
    await expect(approved(await forged(asked, digest))).rejects.toThrow('approval-outdated');
    await installation.moveTo(noon('2026-09-18'));
    expect(await application.get(CaseService).endPeriods()).toEqual([]);
    expect(await approved(asked)).toMatchObject({ state: 'executed' });
    const referendum = await caseOf(application, number);
    expect(referendum.state).toBe('submitted');
    expect(referendum.rounds[0]?.submission).toMatchObject({
      submittedAt: new Date(handedOverAt),
      recordCount: 2,
    });
    const again = {
      statement: fromBase64(handedOver.statement),
      wrappedKey: fromBase64(handedOver.wrappedKey),
    };
    const twice = await application
      .get(OfflineSubmissions)
      .take(number, { ...again, handedOverAt: new Date(handedOverAt) }, 'request');
    expect(twice).toMatchObject({ failure: { code: 'transition-not-allowed' } });
  });

  it('a verifier of the log follows which certificate signed what', async () => {
    await application.get(CheckpointJob).run();
    const keys = await application.get<IntakeKeys>(INTAKE_KEYS).all();
    const jwks = await jwksOf(keys.map((publicKey) => ({ publicKey })));
    const verified = await verifyExport(await exportedLog(application), {
      jwks,
      ...signerTrust(installation.pki),
    });
    expect(verified).toMatchObject({ ok: true, value: { signatures: 11 } });
    const lines = await exportedLog(application);
    expect(lines.filter((line) => line.includes('lead-certificates-replaced'))).toHaveLength(3);
  });

  it('a verifier of the bundle takes the two certificates that the result names, and no others', async () => {
    const { rounds } = await caseOf(application, number);
    const { keyStatement = new Uint8Array(), submission } = rounds[0] ?? {};
    if (submission === undefined) throw new Error('not submitted');
    const result = {
      case: number,
      round: 1,
      electronic: { submitted: 2 },
      merkleRoot: Buffer.from(submission.merkleRoot).toString('hex'),
      keyStatementSha256: sha256Hex(keyStatement),
      submissionStatementSha256: sha256Hex(submission.statement),
    } as unknown as ResultDocument;
    const before = sha256Hex(main.lead.signingCertificate);
    const after = sha256Hex(renewed.signingCertificate);
    const verify = (named: object): ReturnType<typeof verifyLeadStatements> =>
      verifyLeadStatements({ ...result, ...named }, keyStatement, submission.statement);
    expect(await verify({ leadCertificateReplaced: { before, after } })).toMatchObject({ ok: true });
    for (const named of [
      {},
      { leadCertificateReplaced: { before: after, after: before } },
      { leadCertificateReplaced: { before, after: before } },
    ])
      expect(await verify(named)).toMatchObject({ failure: { code: 'bundle-statement-wrong' } });
  });
});
