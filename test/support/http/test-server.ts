import { randomBytes } from 'node:crypto';
import type { ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { noRateLimits, type RateLimitSizes } from '../../../src/http/limits/rate-limits.js';
import {
  type AdapterOptions,
  configureServer,
  createAdapter,
  type SharedByProcesses,
} from '../../../src/http/server.js';
import { refuseUndocumented } from './documented-answers.js';
import {
  CaseConflicts,
  type SessionDependencies,
  Sessions,
  type SessionStore,
  type SignInCertificates,
  type StaffRole,
  type StoredSession,
} from '../../../src/staff/index.js';

/** A running application: requests go to it in the same process, through a loopback socket. It answers nothing that it doesn't document. */
export interface TestServer {
  readonly app: NestFastifyApplication;
  readonly request: ReturnType<typeof supertest>;
  stop(): Promise<void>;
}

/** What a test wants beside the application's own options. */
interface TestServerOptions extends AdapterOptions, Pick<SharedByProcesses, 'switches'> {
  /** Stands in for every service that isn't provided: for what is decided before any service is asked. */
  readonly standIn?: object;
  /** Whether every member of staff is the lead of every case. */
  readonly everybodyLeads?: boolean;
  /** None where not given. */
  readonly rateLimits?: RateLimitSizes;
}

/** Starts an application of these modules, controllers and providers, configured as in production. */
export async function startTestServer(
  metadata: ModuleMetadata,
  options: TestServerOptions = {},
): Promise<TestServer> {
  const { standIn, everybodyLeads = false } = options;
  const conflicts = { provide: CaseConflicts, useValue: { isLead: () => Promise.resolve(everybodyLeads) } };
  const builder = Test.createTestingModule({
    ...metadata,
    providers: [...(metadata.providers ?? []), conflicts],
  });
  if (standIn !== undefined) builder.useMocker(() => standIn);
  const testing = await builder.compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createAdapter(options));
  app.useLogger(false);
  await configureServer(app, options.rateLimits ?? noRateLimits, options);
  const undocumented = refuseUndocumented(app);
  await app.listen(0, '127.0.0.1');
  const stop = async (): Promise<void> => {
    await app.close();
    undocumented.expectNone();
  };
  return { app, request: supertest(app.getHttpServer()), stop };
}

/** Sessions in memory, for tests of controllers. */
class MemorySessionStore implements Pick<SessionStore, 'add' | 'find' | 'end'> {
  private readonly sessions = new Map<string, StoredSession>();

  add(tokenDigest: Uint8Array, session: StoredSession): Promise<void> {
    this.sessions.set(Buffer.from(tokenDigest).toString('hex'), session);
    return Promise.resolve();
  }

  find(tokenDigest: Uint8Array, at: Date): Promise<StoredSession | undefined> {
    const stored = this.sessions.get(Buffer.from(tokenDigest).toString('hex'));
    return Promise.resolve(stored !== undefined && stored.session.expiresAt > at ? stored : undefined);
  }

  end(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

/** Nothing reads them. */
const certificatesOfNobody = {} as SignInCertificates;

/** Every certificate stays good. */
const goodCertificates: SessionDependencies['certificates'] = {
  seal: () => new Uint8Array(),
  isOut: () => Promise.resolve(false),
};

/** A provider of {@link Sessions} in memory, and bearer tokens for whoever a test wants to be. */
export function memorySessions(now = () => new Date()) {
  const led = new Set<string>();
  const sessions = new Sessions({
    store: new MemorySessionStore(),
    leads: { hasAccess: (caseNumber: CaseNumber) => Promise.resolve(led.has(caseNumber)) },
    certificates: goodCertificates,
    clock: { now },
    secret: randomBytes(32),
  });
  const expiresAt = new Date(now().getTime() + 3_600_000);
  return {
    provider: { provide: Sessions, useValue: sessions },
    /** A token of the lead of this case. */
    lead: (caseNumber: string) => {
      led.add(caseNumber);
      return sessions.openLead({ kind: 'lead', caseNumber: caseNumber as CaseNumber, expiresAt });
    },
    /** A token of somebody with these roles; each call is somebody else. */
    staff: (...roles: readonly StaffRole[]) => {
      const identity = { memberId: crypto.randomUUID(), certificateDigest: randomBytes(32) };
      const session = {
        kind: 'staff',
        ...identity,
        roles,
        holderDigest: randomBytes(32),
        expiresAt,
      } as const;
      return sessions.openStaff(session, certificatesOfNobody);
    },
  };
}
