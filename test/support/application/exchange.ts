import type { OpenAPIObject } from '@nestjs/swagger';
import { type Endpoint, endpointsOf } from '../http/endpoints.js';
import type { DemoPeople } from '../../../src/devkit/index.js';
import type { TestApplication } from './application.js';
import type { TestInstallation } from './installation.js';

/** A request as a client sends it. */
export interface Ask {
  readonly method: string;
  /** From the root, such as `/api/v1/health`. */
  readonly path: string;
  readonly token?: string | undefined;
  /** An object goes as JSON; text goes as it is, named JSON unless `headers` say otherwise. */
  readonly body?: object | string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * All that a client sees of an answer, but for what differs between any two: the time, the request's id, and what the client's own
 * connection pool did (`connection`, `keep-alive`).
 */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const unlikeAnyOther = new Set(['date', 'x-request-id', 'connection', 'keep-alive']);

/** Asks and sees. */
export async function exchange({ address }: Pick<TestApplication, 'address'>, ask: Ask): Promise<Seen> {
  const { method, path, token, body, headers = {} } = ask;
  const response = await fetch(`${address}${path}`, {
    method: method.toUpperCase(),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const fields = [...response.headers].filter(([name]) => !unlikeAnyOther.has(name));
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(fields), body: bytes.toString('utf8') };
}

/** The OpenAPI document as it is served, and its operations by their id. */
export async function servedEndpoints(
  application: TestApplication,
): Promise<{ document: OpenAPIObject; endpoints: readonly Endpoint[] }> {
  const { body } = await exchange(application, { method: 'get', path: '/api/openapi.json' });
  const document = JSON.parse(body) as OpenAPIObject;
  return { document, endpoints: endpointsOf(document) };
}

/** The operation's id, such as `StaffCases.register`. */
export const operationOf = ({ operation }: Endpoint): string => operation.operationId ?? '';

/** The addresses of an endpoint with each of these values in place of its parameter of this name; one where it has none. */
export function addressesOf(
  { pattern }: Endpoint,
  values: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return names.reduce<readonly string[]>(
    (addresses, name) =>
      addresses.flatMap((address) => {
        const given = values[name];
        if (given === undefined) throw new Error(`no values for the parameter ${name} of ${pattern}`);
        return given.map((value) => address.replace(`{${name}}`, value));
      }),
    [pattern],
  );
}

const pause = { reasonZhTW: '更換伺服器', reasonEn: 'New servers' };

/**
 * What a member of staff would send to each operation that changes something, by operation. A new one must be given here: a
 * sweep over all routes throws where it has nothing to send.
 */
const bodiesByOperation: Readonly<Record<string, (installation: TestInstallation) => readonly object[]>> = {
  'StaffCases.register': ({ people }) => [registrationBody('9103', people), registrationBody('9001', people)],
  'StaffCases.issueCode': () => [{}, { paperFormOn: '2026-03-02' }],
  'StaffCases.replaceCode': () => [{}],
  'StaffCases.stop': () => [{}],
  'OfflineSubmission.request': () => [
    { statement: 'MAA=', wrappedKey: 'MAA=', handedOverAt: '2026-03-02T09:00:00+08:00' },
  ],
  'LeadCertificates.replace': ({ people }) => [certificatesOf(people)],
  'Calendar.closure': () => [
    { day: '2026-03-02', kind: 'natural-disaster', reference: '公告' },
    { day: '2026-03-03', kind: 'holiday', reference: '公告', area: '全國' },
  ],
  'Calendar.supplementNotice': () => [{ noticedOn: '2026-03-02' }],
  'Calendar.announcement': () => [{ announcedOn: '2026-03-02' }],
  'Calendar.hold': () => [{ reference: '臺北高等行政法院 115 年度訴字第 1 號' }],
  'Calendar.finalRuling': () => [{ finalRulingOn: '2026-03-02' }],
  'Check.request': () => [
    { action: 'start-check' },
    { action: 'start-check', withoutPaper: true },
    { action: 'send-roster' },
    { action: 'import-answer' },
    { action: 'confirm-result' },
    { action: 'correct-result' },
    { action: 'purge' },
  ],
  'StaffRemedies.propose': () => [{ outcome: 'upheld', reason: '理由' }],
  'Batch.pause': () => [{}],
  'Batch.resume': () => [{}],
  'Batch.beginAnew': () => [{}],
  'Check.keepAnswerFile': () => [{}],
  'Check.discardAnswer': () => [{}],
  'Paper.keepEntry': () => [{}],
  'Paper.removeEntry': () => [{}],
  'Paper.settleDifference': () => [
    { settledAs: 'first' },
    { settledAs: 'other', nationalId: 'A123456789', code: '00' },
  ],
  'Members.add': ({ people }) => [
    {
      name: '新人',
      certificate: Buffer.from(people.deputy.signingCertificate).toString('base64'),
      roles: ['auditor'],
    },
  ],
  'Members.roles': () => [{ roles: ['auditor'] }],
  'Switches.ofPlatform': () => [
    { name: 'intake-paused', on: true, ...pause },
    { name: 'read-only', on: true, ...pause },
  ],
  'Switches.ofCase': () => [{ on: true, ...pause }],
  'Members.remove': () => [{}],
  'Approvals.approve': () => [{ signature: { form: 'cms', signedData: 'MAA=' } }],
};

function certificatesOf({ deputy }: DemoPeople): object {
  return {
    leadSigningCertificate: Buffer.from(deputy.signingCertificate).toString('base64'),
    leadEncryptionCertificate: Buffer.from(deputy.encryptionCertificate).toString('base64'),
  };
}

function registrationBody(number: string, people: DemoPeople): object {
  return {
    number,
    mainText: '你是否同意公園應設置飲水機？',
    reason: '為了解渴。',
    leadSigningCertificate: Buffer.from(people.deputy.signingCertificate).toString('base64'),
    leadEncryptionCertificate: Buffer.from(people.deputy.encryptionCertificate).toString('base64'),
    electorTotal: 200,
    noticedOn: '2026-03-02',
  };
}

/** Sensible bodies for an operation of staff. */
export function sensibleStaffBodies(installation: TestInstallation, endpoint: Endpoint): readonly object[] {
  const bodies = bodiesByOperation[operationOf(endpoint)];
  if (bodies === undefined) throw new Error(`nothing sensible to send to ${operationOf(endpoint)}`);
  return bodies(installation);
}

/** Bodies that are refused whatever the operation. */
export const refusedBodies: readonly (object | string)[] = [{}, { unknown: 1 }, '[]', 'null', '{"cut":'];
