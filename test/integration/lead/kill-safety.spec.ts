import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresCaseRepository } from '../../../src/adapters/postgres/case-repository.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { PostgresLeadRounds } from '../../../src/adapters/postgres/lead-rounds.js';
import type { Round } from '../../../src/cases/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { RoundBindings } from '../../../src/cosigning/index.js';
import { type MockCard, valueOf } from '../../../src/devkit/index.js';
import {
  COMMISSION_RECIPIENT,
  type CommissionRecipient,
  LeadCertificates,
  LeadService,
  OpeningProbe,
} from '../../../src/lead/index.js';
import type { TestApplication } from '../../support/application/application.js';
import {
  type CaseServices,
  caseServices,
  openCase,
  registerCase,
  signSubmission,
} from '../../support/application/case-services.js';
import { begins } from '../../support/demo-pki.js';
import { TestInstallation } from '../../support/application/installation.js';
import { interceptStatements } from '../../support/postgres/database.js';

const records = 3;

/** What a submission says to PostgreSQL, in order. */
const statements = [
  'START TRANSACTION',
  'SELECT "ReferendumCaseEntity"',
  'SELECT "RoundEntity"',
  'SELECT lock_round',
  'SELECT commitment',
  'UPDATE "round"',
  'UPDATE "referendum_case"',
  'INSERT INTO audit_signed_data',
  'SELECT lock_audit_log',
  'SELECT "AuditEventEntity"',
  'INSERT INTO "audit_event"',
  'COMMIT',
];

describe('a submission that is cut short', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let services: CaseServices;
  let card: MockCard;
  let nextNumber = 9300;
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    card = installation.people.lead;
    services = caseServices(application);
  });
  afterAll(() => installation.remove());

  async function collecting(): Promise<{ number: CaseNumber; round: Round }> {
    services.clock.set(begins);
    const { referendum } = await registerCase(services, card, String(nextNumber++));
    const round = await openCase(services, card, referendum.number);
    for (let count = 0; count < records; count++)
      await services.coSign(round.id, round.publicKey ?? new Uint8Array(), round.firstDay);
    return { number: referendum.number, round };
  }

  /** Reads what a crash left, in one look; throws where it lies between collecting and submitted. */
  async function stateLeft(number: CaseNumber): Promise<'collecting' | 'submitted'> {
    const found = await services.cases.find(number);
    const submission = found?.rounds[0]?.submission;
    const open = (await services.openRounds.find(number)) !== undefined;
    if (found?.state === 'collecting' && submission === undefined && open) return 'collecting';
    if (found?.state === 'submitted' && submission?.recordCount === records && !open) return 'submitted';
    throw new Error(`between: ${String(found?.state)}`);
  }

  async function untilUnlocked(round: Round): Promise<void> {
    // The server may take a moment to see that its client has gone; the lock is free when it has.
    await application.databases.owner.transaction((manager) =>
      manager.query('SELECT pg_advisory_xact_lock(round_lock_key($1))', [round.id]),
    );
  }

  it.each(
    statements.flatMap((statement, index) =>
      (['before', 'after'] as const).map((when) => ({ when, statement, index: index + 1 })),
    ),
  )('by the backend’s end $when $statement', async ({ when, statement, index }) => {
    const { number, round } = await collecting();
    const draft = valueOf(await services.lead.draftSubmission(number));
    const signed = await signSubmission(card, number, round, draft);
    const dataSource = createDataSource({ url: application.database.url, role: 'lianshu_lead', poolSize: 1 });
    await dataSource.initialize();
    const rounds = new PostgresLeadRounds(dataSource);
    const lead = new LeadService(
      services.clock,
      new PostgresCaseRepository(application.databases.lead),
      rounds,
      application.get(OpeningProbe),
      application.get(RoundBindings),
      application.get<CommissionRecipient>(COMMISSION_RECIPIENT),
      application.get(LeadCertificates),
      { all: () => Promise.resolve([]) },
    );
    const seen: string[] = [];
    interceptStatements(dataSource, async (count, sql, run, runner) => {
      if (count <= statements.length) seen.push(sql.trim());
      if (count !== index) return run();
      const client = (await runner.connect()) as { processID: number };
      const kill = (): Promise<unknown> =>
        application.databases.owner.query('SELECT pg_terminate_backend($1, 5000)', [client.processID]);
      if (when === 'before') await kill();
      const answer = await run();
      if (when === 'after') await kill();
      return answer;
    });
    const result = await lead.submit(number, signed.statement, signed.wrappedKey).then(
      ({ ok }) => ok,
      () => false,
    );
    await dataSource.destroy();
    expect(seen.at(index - 1)?.startsWith(statement)).toBe(true);
    const committed = statement === 'COMMIT' && when === 'after';
    expect(await stateLeft(number)).toBe(committed ? 'submitted' : 'collecting');
    expect(result).toBe(committed);
    // What is left goes on: the lead's second try succeeds, or is told that it is done.
    const again = await services.lead.submit(number, signed.statement, signed.wrappedKey);
    expect(again.ok).toBe(!committed);
    expect(await stateLeft(number)).toBe('submitted');
  });

  it.each([
    ...statements.map((_each, index) => ({ when: 'before', index: index + 1, left: ['collecting'] })),
    { when: 'during', index: 6, left: ['collecting'] },
    { when: 'during', index: 7, left: ['collecting'] },
    { when: 'during', index: statements.length, left: ['collecting', 'submitted'] },
    { when: 'after', index: statements.length, left: ['submitted'] },
  ])('by SIGKILL $when statement $index', async ({ when, index, left }) => {
    const { number, round } = await collecting();
    const child = spawn(
      process.execPath,
      [
        ...['--no-warnings', 'dist/test/support/lead/submit-and-die.js'],
        ...[application.database.url, number, round.id, when, String(index)],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const said = Promise.all([text(child.stdout), text(child.stderr)]);
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect({ signal, said: await said }).toEqual({ signal: 'SIGKILL', said: ['', ''] });
    await untilUnlocked(round);
    expect(left).toContain(await stateLeft(number));
  });
});
