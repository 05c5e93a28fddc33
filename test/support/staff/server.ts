import type { Type } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { PostgresAuditLog } from '../../../src/adapters/postgres/audit-log.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { PostgresApprovalStore } from '../../../src/adapters/postgres/staff/approval-store.js';
import { PostgresMemberStore } from '../../../src/adapters/postgres/staff/member-store.js';
import {
  PostgresSessionStore,
  PostgresUsedChallenges,
} from '../../../src/adapters/postgres/staff/session-store.js';
import { AUDIT_LOG } from '../../../src/audit/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { fail, ok } from '../../../src/core/result.js';
import { nameAttribute, Oid } from '../../../src/core/x509/index.js';
import { DemoPki, ManualClock, type MockCard, valueOf } from '../../../src/devkit/index.js';
import type { RateLimitSizes } from '../../../src/http/limits/rate-limits.js';
import type { AdapterOptions } from '../../../src/http/server.js';
import { SignInController } from '../../../src/http/sign-in/sign-in.controller.js';
import { ApprovalsController } from '../../../src/http/staff/approvals.controller.js';
import { AuditController } from '../../../src/http/staff/audit.controller.js';
import {
  ApprovalActions,
  Approvals,
  type LeadDirectory,
  registerMember,
  Sessions,
  SignIn,
  type StaffCertificateValidator,
  type StaffMember,
  type StaffRole,
} from '../../../src/staff/index.js';
import type { TrustErrorCode, TrustQuestion } from '../../../src/trust/index.js';
import { startTestServer, type TestServer } from '../http/test-server.js';
import { createTestDatabase, type TestDatabase } from '../postgres/database.js';

/** Accepts every certificate except those named to `refuse`. */
class ScriptedValidator implements StaffCertificateValidator {
  private readonly failures = new Map<string, TrustErrorCode>();

  refuse(certificate: Uint8Array, code: TrustErrorCode): void {
    this.failures.set(Buffer.from(certificate).toString('hex'), code);
  }

  validateCertificate({ target }: TrustQuestion) {
    const code = this.failures.get(Buffer.from(target.der).toString('hex'));
    const serialNumber = nameAttribute(target.subject, Oid.serialNumberAttribute) ?? '';
    const holder = { serialNumber, issuerName: Buffer.from('MOICA') };
    return Promise.resolve(code === undefined ? ok({ holder }) : fail(code));
  }
}

/** Knows the leads it is told of. */
class ScriptedLeads implements LeadDirectory {
  readonly known: { accessCode: string; certificate: Uint8Array; caseNumber: CaseNumber; ended?: boolean }[] =
    [];

  findCase(certificate: Uint8Array, accessCode: string) {
    const fits = (each: (typeof this.known)[number]) =>
      each.accessCode === accessCode &&
      Buffer.compare(each.certificate, certificate) === 0 &&
      each.ended !== true;
    return Promise.resolve(this.known.find(fits)?.caseNumber);
  }

  hasAccess(caseNumber: CaseNumber) {
    return Promise.resolve(this.known.some((each) => each.caseNumber === caseNumber && each.ended !== true));
  }
}

export const origin = 'https://lianshu.example';
const start = new Date('2026-03-02T01:00:00.000Z');

/** Sign-in, approvals and audit on a real PostgreSQL, with cards of the devkit. */
export interface StaffServer extends TestServer {
  readonly clock: ManualClock;
  readonly validator: ScriptedValidator;
  readonly leads: ScriptedLeads;
  readonly actions: ApprovalActions;
  readonly approvals: Approvals;
  readonly databaseUrl: string;
  readonly staff: DataSource;
  /** As the database's owner. */
  readonly owner: DataSource;
  card(holder: number, edition?: number): MockCard;
  member(card: MockCard, ...roles: readonly StaffRole[]): Promise<StaffMember>;
  /** Signs a registered card in; the token. */
  token(card: MockCard): Promise<string>;
}

let pki: DemoPki | undefined;

/** A card of the demo's PKI, good from the beginning of the tests' time. */
function demoCard(holder: number, edition = 0): MockCard {
  pki ??= DemoPki.create({ seed: 'staff', at: start });
  const holderSerialNumber = String(holder).padStart(16, '0');
  return pki.issueCard(
    { name: '王小明', nationalId: 'A123456789', holderSerialNumber },
    { keyKind: 'p256', edition },
  );
}

/** Starts it; `stop()` drops the database too. */
export async function startStaffServer(
  options: { rateLimits?: RateLimitSizes; controllers?: Type[] } & AdapterOptions = {},
): Promise<StaffServer> {
  const database = await createTestDatabase();
  const staff = await connected(database, 'lianshu_staff');
  const owner = await connected(database);
  const clock = new ManualClock(start);
  const validator = new ScriptedValidator();
  const leads = new ScriptedLeads();
  const members = new PostgresMemberStore(staff);
  const sessions = new Sessions(new PostgresSessionStore(staff), leads, clock);
  const actions = new ApprovalActions();
  const store = new PostgresApprovalStore(staff);
  const signIn = new SignIn({
    ...{ clock, validator, leads, members, origin, sessions },
    challengeKey: Buffer.alloc(32, 7),
    usedChallenges: new PostgresUsedChallenges(staff, clock),
  });
  const server = await startTestServer(
    {
      controllers: [SignInController, ApprovalsController, AuditController, ...(options.controllers ?? [])],
      providers: [
        { provide: Sessions, useValue: sessions },
        { provide: SignIn, useValue: signIn },
        { provide: ApprovalActions, useValue: actions },
        { provide: Approvals, useValue: new Approvals({ clock, validator, actions, store }) },
        { provide: AUDIT_LOG, useValue: new PostgresAuditLog(staff) },
      ],
    },
    options,
  );
  const post = (path: string, body: object) => server.request.post(`/api/v1/${path}`).send(body);
  return {
    ...server,
    ...{ clock, validator, leads, staff, owner, databaseUrl: database.url },
    actions,
    approvals: server.app.get(Approvals),
    card: demoCard,
    member: async (card, ...roles) => {
      const wanted = { name: '測試', certificate: card.signingCertificate, roles };
      return valueOf(await registerMember(members, clock, wanted));
    },
    token: async (card) => {
      const issued = await post('sign-in/challenges', { purpose: 'staff' });
      const { challenge, statement } = issued.body as { challenge: string; statement: string };
      const answer = await post('sign-in/staff', {
        challenge,
        signature: await signatureBy(card, statement),
      });
      return (answer.body as { token: string }).token;
    },
    stop: async () => {
      await server.stop();
      await Promise.all([staff.destroy(), owner.destroy()]);
      await database.drop();
    },
  };
}

async function connected(database: TestDatabase, role?: 'lianshu_staff'): Promise<DataSource> {
  const dataSource = createDataSource({
    url: database.url,
    poolSize: 5,
    ...(role === undefined ? {} : { role }),
  });
  return dataSource.initialize();
}

/** A card's signature over a text, as JSON carries it. */
export async function signatureBy(
  card: MockCard,
  text: string,
  form: 'cms-attached' | 'cms-detached' | 'pkcs1' = 'cms-attached',
) {
  const signature = await card.sign(Buffer.from(text, 'utf8'), form);
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return signature.form === 'cms'
    ? { form: 'cms', signedData: base64(signature.signedData) }
    : { form: 'pkcs1', signature: base64(signature.signature), certificate: base64(signature.certificate) };
}
