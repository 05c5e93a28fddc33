import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JSONWebKeySet } from 'jose';
import {
  auditHash,
  auditLine,
  type AuditEvent,
  CheckpointJob,
  parseAuditEvent,
  readCheckpoint,
  verifyExport,
} from '../../../src/audit/index.js';
import { valueOf } from '../../../src/devkit/index.js';
import type { TestApplication, TestCase } from '../../support/application/application.js';
import { collectingCase, enterStaff, staffClient, submitted } from '../../support/application/cases.js';
import { citizens, coSign } from '../../support/application/co-signers.js';
import { exportedLog } from '../../support/application/exported-log.js';
import { TestInstallation } from '../../support/application/installation.js';
import { signerTrust } from '../../support/signer-trust.js';

// A platform with a case, from the opening to an approved step: what it publishes of its audit log, and what its owner can't change.

const hour = 3_600_000;
const path = '/api/v1/audit/checkpoints';

let installation: TestInstallation;
let application: TestApplication;
let referendum: TestCase;
let jwks: JSONWebKeySet;

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  await enterStaff(application);
  referendum = await collectingCase(application, '9001', installation.people.lead);
  await installation.nextDay();
  jwks = await application.api.get<JSONWebKeySet>('keys');
});

afterAll(() => installation.remove());

interface Page {
  readonly checkpoints: readonly string[];
  readonly next?: number;
}

const page = (query = ''): Promise<Page> => application.api.get<Page>(`audit/checkpoints${query}`);

async function nextCheckpoint() {
  installation.clock.advance(hour);
  await application.get(CheckpointJob).run();
  const [jws = ''] = (await page()).checkpoints;
  return readCheckpoint(jws, jwks);
}

describe('the checkpoints of the audit log', () => {
  it('say the same whether nobody or many have co-signed in the hour', async () => {
    const before = await nextCheckpoint();
    expect(before).toMatchObject({ number: 1, head: { seq: expect.any(Number) } });
    await coSign(application, '9001', citizens(12, 'checkpoints'));
    const after = await nextCheckpoint();
    expect(after?.head).toEqual(before?.head);
    expect(after?.number).toBe(2);
  });

  it('are public, page by page, the latest first, and may be kept', async () => {
    for (let count = 0; count < 3; count += 1) await nextCheckpoint();
    const first = await page('?limit=2');
    const second = await page(`?limit=2&before=${String(first.next)}`);
    const third = await page(`?limit=2&before=${String(second.next)}`);
    const all = (await page()).checkpoints;
    expect(all).toHaveLength(5);
    expect([first, second, third].flatMap(({ checkpoints }) => checkpoints)).toEqual(all);
    expect(third.next).toBeUndefined();
    const answer = await application.request.get(path);
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=60, stale-while-revalidate=60',
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
    });
    const again = await application.request.get(path).set('if-none-match', answer.headers.etag ?? '');
    expect(again.status).toBe(304);
  });

  it.each(['?limit=0', '?limit=169', '?before=x', '?before=-1', '?after=1'])('refuse %s', async (query) => {
    const answer = await application.request.get(`${path}${query}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });

  it('are one an hour, however often the job runs', async () => {
    await application.get(CheckpointJob).run();
    expect((await page()).checkpoints).toHaveLength(5);
  });
});

describe('an exported log', () => {
  let lines: readonly string[];
  let kept: readonly string[];
  const verify = (given: readonly string[], checkpoints: readonly string[] = []): Promise<unknown> =>
    verifyExport(given, { jwks, ...signerTrust(installation.pki), checkpoints });

  beforeAll(async () => {
    await submitted(application, referendum);
    await (await staffClient(application, '9001')).requestAndApprove('start-check');
    await nextCheckpoint();
    kept = (await page()).checkpoints;
    lines = await exportedLog(application);
  });

  it('verifies: chain, the lead’s two statements, an approval, checkpoints', async () => {
    expect(await verify(lines, kept)).toMatchObject({ ok: true, value: { signatures: 3, checkpoints: 6 } });
  });

  it('has certificates beside its events, never in them', () => {
    // 120 octets from the middle of a certificate, where its subject stands, at each place that base64 can put them.
    const certificate = Buffer.from(installation.people.lead.signingCertificate).subarray(200, 320);
    const written = [0, 1, 2].map((skipped) => certificate.subarray(skipped).toString('base64').slice(0, 60));
    const [events, others] = [true, false].map((wanted) =>
      lines.filter((line) => line.includes('"seq":') === wanted),
    );
    const naming = (some: readonly string[] = []) =>
      some.filter((line) => written.some((each) => line.includes(each)));
    expect(naming(events)).toEqual([]);
    expect(naming(others)).toHaveLength(2);
  });

  /** Rewrites the chain in the database from this event on, as its owner can: every hash is right again. */
  async function rewrite(from: number, edit: (event: AuditEvent) => AuditEvent): Promise<void> {
    const { owner } = application.databases;
    const events = lines
      .filter((line) => line.includes('"seq":'))
      .map((line) => valueOf(parseAuditEvent(line)));
    await owner.query('ALTER TABLE audit_event DISABLE TRIGGER USER');
    let { previous } = events[from - 1]!;
    await owner.query('DELETE FROM audit_event WHERE seq >= $1', [from]);
    for (const event of events.slice(from - 1)) {
      const rest = edit({ ...event, previous });
      const hash = auditHash(rest);
      await owner.query(
        `INSERT INTO audit_event VALUES ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), decode($8, 'hex'))`,
        [
          ...[rest.seq, rest.at, rest.actor, rest.action, rest.case],
          ...[detailsIn(auditLine({ ...rest, hash })), previous, hash],
        ],
      );
      previous = hash;
    }
  }

  /** The details of a line, as they are stored. */
  const detailsIn = (line: string): string => /"details":(.*),"hash"/.exec(line)?.[1] ?? '';

  it('is refused once its owner has rewritten it from the middle', async () => {
    await rewrite(5, (event) => event);
    expect(await exportedLog(application)).toEqual(lines);
    await rewrite(5, (event) => (event.action === 'lead-signed-in' ? { ...event, actor: 'system' } : event));
    const answer = await verify(await exportedLog(application));
    expect(answer).toMatchObject({ failure: { code: 'audit-checkpoint-wrong' } });
    // Without the checkpoints that stand in the way, those that somebody has kept show it.
    const { owner } = application.databases;
    await owner.query('ALTER TABLE audit_checkpoint DISABLE TRIGGER USER');
    await owner.query('DELETE FROM audit_checkpoint');
    installation.clock.advance(hour);
    await application.get(CheckpointJob).run();
    const rewritten = await verify(await exportedLog(application), kept);
    expect(rewritten).toMatchObject({ failure: { code: 'audit-checkpoint-not-in-log' } });
    await rewrite(5, (event) => event);
  });

  it('is refused once a signature is gone', async () => {
    const { owner } = application.databases;
    await owner.query('ALTER TABLE audit_signed_data DISABLE TRIGGER USER');
    await owner.query('DELETE FROM audit_signed_data');
    expect(await verify(await exportedLog(application))).toMatchObject({
      failure: { code: 'audit-signature-missing' },
    });
  });
});
