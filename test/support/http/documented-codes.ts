import { describe, expect, it, jest } from '@jest/globals';
import {
  bodyErrorCodes,
  cmsBodyErrorCodes,
  csvBodyErrorCodes,
} from '../../../src/http/server/request-body.js';
import type { Ask, Seen } from '../application/exchange.js';
import { documentedCodesOf, publishedDocument } from './documented-answers.js';
import { type Endpoint, endpointsOf } from './endpoints.js';

/** The specs of test/e2e/http/documented-codes that drive the endpoints' own codes, with the controllers of each. */
export const controllersBySpec = {
  approvals: ['Alerts', 'Approvals', 'Audit', 'Switches'],
  calendar: ['Calendar', 'Closures'],
  continuity: ['LeadCertificates', 'OfflineSubmission'],
  cases: ['Cases', 'StaffCases'],
  checking: ['Batch', 'Check', 'OpenData', 'Receipts', 'Reports', 'Result', 'ResultDraft'],
  'co-signing': ['CoSignature', 'OwnCoSignatures'],
  lead: ['Lead', 'StruckOut'],
  members: ['Members'],
  'mobile-co-signing': ['MobileCoSignature'],
  paper: ['Paper'],
  remedies: ['LeadObjections', 'Remedies', 'StaffRemedies'],
  'sign-in': [
    'Checkpoints',
    'Emergencies',
    'Health',
    'Keys',
    'LeadSessions',
    'SignIn',
    'StaffSessions',
    'Status',
  ],
} as const satisfies Record<string, readonly string[]>;

const ofGuards = ['sign-in-required', 'role-required', 'too-many-requests', 'internal-error'];
const ofCases = ['conflict-of-interest'];
const ofAddresses = ['request-malformed', 'address-too-long'];
const ofQueries = ['request-invalid'];
const ofOutages = ['temporarily-unavailable', 'outcome-unknown', 'intake-paused', 'service-read-only'];

/** Whether a code is caused by a decorator or by the server, and so driven in one way for all endpoints: by `any-endpoint.spec.ts`. */
export function isOfAnyEndpoint({ method, pattern }: Endpoint, code: string): boolean {
  const ofRequests = method === 'get' ? [] : [...bodyErrorCodes, ...cmsBodyErrorCodes, ...csvBodyErrorCodes];
  const ofStaffsCases = pattern.includes('{caseNumber}') ? ofCases : [];
  return [...ofGuards, ...ofStaffsCases, ...ofOutages, ...ofAddresses, ...ofQueries, ...ofRequests].includes(
    code,
  );
}

type Provoke = () => Ask | Promise<Ask>;

/** What to ask of each operation for each of its codes; may set the scene first. */
export type Provocations = Readonly<Record<string, Readonly<Record<string, Provoke>>>>;

/** The same for several codes of an operation that are provoked in one way. */
export function byCode<Code extends string>(
  codes: readonly Code[],
  provoke: (code: Code) => Provoke,
): Readonly<Record<string, Provoke>> {
  return Object.fromEntries(codes.map((code) => [code, provoke(code)]));
}

/**
 * Drives every code that the document lists for the endpoints of a spec, but for those of any endpoint. A documented code that nothing
 * here provokes fails, an answer with another status or code fails, and so does a provocation of a code that is not documented.
 */
export function driveDocumentedCodes(
  spec: keyof typeof controllersBySpec,
  provocations: Provocations,
  ask: (asked: Ask) => Promise<Seen>,
): void {
  const controllers: readonly string[] = controllersBySpec[spec];
  const rows = endpointsOf(publishedDocument()).flatMap((endpoint) => {
    const name = endpoint.operation.operationId ?? '';
    if (!controllers.includes(name.split('.')[0] ?? '')) return [];
    return documentedCodesOf(endpoint.operation)
      .filter(({ code }) => !isOfAnyEndpoint(endpoint, code))
      .map(({ status, code }): [string, number, string] => [name, status, code]);
  });
  describe('every documented code is answered', () => {
    it.each(rows)('%s: %i %s', async (operation, status, code) => {
      const provoke = provocations[operation]?.[code];
      if (provoke === undefined) throw new Error(`nothing provokes ${code} of ${operation}`);
      const seen = await ask(await provoke());
      jest.restoreAllMocks();
      expect({ status: seen.status, ...(JSON.parse(seen.body) as object) }).toMatchObject({ status, code });
    });

    it('and nothing else is provoked', () => {
      const documented = rows.map(([operation, , code]) => `${operation} ${code}`);
      const provoked = Object.entries(provocations).flatMap(([operation, byCode]) =>
        Object.keys(byCode).map((code) => `${operation} ${code}`),
      );
      expect(provoked.filter((each) => !documented.includes(each))).toEqual([]);
    });
  });
}

/** An ask below `/api/v1/`. */
export const post = (path: string, body: Ask['body'] = {}, token?: string): Ask => ({
  method: 'post',
  path: `/api/v1/${path}`,
  body,
  token,
});

/** An ask below `/api/v1/`. */
export const get = (path: string, token?: string): Ask => ({ method: 'get', path: `/api/v1/${path}`, token });
