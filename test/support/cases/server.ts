import type { Response } from 'supertest';
import { CaseService } from '../../../src/cases/index.js';
import { ok } from '../../../src/core/result.js';
import { PLATFORM_ORIGIN } from '../../../src/core/statement/index.js';
import { CasesController } from '../../../src/http/cases/cases.controller.js';
import { StaffCasesController } from '../../../src/http/cases/staff-cases.controller.js';
import { LeadController } from '../../../src/http/lead/lead.controller.js';
import { SignInController } from '../../../src/http/sign-in/sign-in.controller.js';
import { LeadService } from '../../../src/lead/index.js';
import { Sessions, SignIn } from '../../../src/staff/index.js';
import { memorySessions, startTestServer, type TestServer } from '../http/test-server.js';
import type { TestPlatform } from './platform.js';

/** What statements name as the platform's origin. */
export const testOrigin = 'https://connect.test.invalid';

/** The controllers of cases and leads over a platform, and tokens for whoever a test wants to be, valid for an hour of `now` (real time). */
export async function serveCases(
  platform: TestPlatform,
  now?: () => Date,
): Promise<{ server: TestServer; sessions: ReturnType<typeof memorySessions> }> {
  const sessions = memorySessions(now);
  const server = await startTestServer({
    controllers: [CasesController, StaffCasesController, LeadController, SignInController],
    providers: [
      sessions.provider,
      { provide: CaseService, useValue: platform.cases },
      { provide: LeadService, useValue: platform.lead },
      { provide: PLATFORM_ORIGIN, useValue: testOrigin },
      { provide: SignIn, useValue: signInOf(platform, sessions.provider.useValue) },
    ],
  });
  return { server, sessions };
}

/** What a client sees of an answer, but for the fields that differ from request to request. */
export function seenOf({ status, text, headers }: Response): object {
  const fields = Object.entries(headers as Record<string, string>);
  return { status, text, headers: fields.filter(([name]) => name !== 'date' && name !== 'x-request-id') };
}

/** Sign-in that believes every certificate: whose they are is what counts here. */
function signInOf(platform: TestPlatform, sessions: Sessions): SignIn {
  const holder = {
    serialNumber: '0000000114000001',
    issuerName: new Uint8Array(),
    lastFourDigits: '6789',
  };
  return new SignIn({
    clock: platform.clock,
    challengeKey: Buffer.alloc(32, 1),
    origin: testOrigin,
    validator: { validateCertificate: () => Promise.resolve(ok({ holder })) },
    members: { findActive: () => Promise.resolve(undefined) },
    leads: platform.lead,
    usedChallenges: { use: () => Promise.resolve(true) },
    sessions,
  });
}
