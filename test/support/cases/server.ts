import type { Response } from 'supertest';
import { CaseService } from '../../../src/cases/index.js';
import { CasesController, StaffCasesController } from '../../../src/http/cases/index.js';
import { LeadController, PLATFORM_ORIGIN } from '../../../src/http/lead/index.js';
import { LeadService } from '../../../src/lead/index.js';
import { memorySessions, startTestServer, type TestServer } from '../http/index.js';
import type { TestPlatform } from './platform.js';

/** The controllers of cases and leads over a platform, and tokens for whoever a test wants to be. */
export async function serveCases(
  platform: TestPlatform,
): Promise<{ server: TestServer; sessions: ReturnType<typeof memorySessions> }> {
  const sessions = memorySessions();
  const server = await startTestServer({
    controllers: [CasesController, StaffCasesController, LeadController],
    providers: [
      sessions.provider,
      { provide: CaseService, useValue: platform.cases },
      { provide: LeadService, useValue: platform.lead },
      { provide: PLATFORM_ORIGIN, useValue: 'https://connect.test.invalid' },
    ],
  });
  return { server, sessions };
}

/** What a client sees of an answer, but for the fields that differ from request to request. */
export function seenOf({ status, text, headers }: Response): object {
  const fields = Object.entries(headers as Record<string, string>);
  return { status, text, headers: fields.filter(([name]) => name !== 'date' && name !== 'x-request-id') };
}
