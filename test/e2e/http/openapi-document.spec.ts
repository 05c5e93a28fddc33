import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { requestExamples } from '../../../src/http/openapi/request-examples.js';
import { endpointsOf, everyController } from '../../support/http/endpoints.js';
import { memorySessions, startTestServer } from '../../support/http/test-server.js';
import { OpensslFolder } from '../../support/openssl.js';

const root = path.join(import.meta.dirname, '../../..');
const server = await startTestServer(
  { controllers: await everyController(), providers: [memorySessions().provider] },
  { standIn: {} },
);
const { text: served } = await server.request.get('/api/openapi.json');
const document = JSON.parse(served) as OpenAPIObject;
const endpoints = endpointsOf(document);
const openssl = new OpensslFolder();

afterAll(async () => {
  openssl.remove();
  await server.stop();
});

interface Lint {
  readonly totals: object;
  readonly problems: readonly object[];
}

/** What redocly's recommended rules find in a document; it asks nobody. */
function lint(content: string): Lint {
  const folder = openssl.path;
  const file = path.join(folder, openssl.put('openapi.json', content));
  const redocly = path.join(root, 'node_modules/@redocly/cli/bin/cli.js');
  const parameters = [redocly, 'lint', file, '--extends=recommended', '--format=json'];
  const env = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    CI: 'true',
  };
  const { stdout } = spawnSync(process.execPath, parameters, { cwd: folder, env, encoding: 'utf8' });
  return JSON.parse(stdout.slice(stdout.indexOf('{'))) as Lint;
}

describe('the document that is served', () => {
  it('is docs/api/openapi.json', () => {
    const written = readFileSync(path.join(root, 'docs/api/openapi.json'), 'utf8');
    // A short message where they differ: npm run docs:api.
    expect(JSON.stringify(JSON.parse(written)) === served).toBe(true);
  });

  it('passes the recommended rules of redocly, warnings included', () => {
    expect(lint(served)).toMatchObject({ totals: { errors: 0, warnings: 0, ignored: 0 }, problems: [] });
    const broken = lint(JSON.stringify({ ...document, servers: [] }));
    expect(broken.totals).toMatchObject({ errors: 1 });
  });

  it('has no placeholder that was not filled, and names no machine', () => {
    expect(/\{\{\s*\w|127\.0\.0\.1|localhost/.exec(served)).toBeNull();
    expect(document.servers).toEqual([expect.objectContaining({ url: '/' })]);
  });

  it('says of every tag what it is for', () => {
    const used = new Set(endpoints.flatMap(({ operation }) => operation.tags ?? []));
    const described = (document.tags ?? []).filter(({ description }) => description).map(({ name }) => name);
    expect([...used].sort()).toEqual(described.sort());
  });

  it('lists 401 where a session is wanted, whose token is opaque, and nowhere else', () => {
    for (const { pattern, session, operation } of endpoints)
      expect([pattern, '401' in operation.responses]).toEqual([
        pattern,
        session !== undefined || /\/sign-in\/(?:staff|lead)$/.test(pattern),
      ]);
    expect(document.components?.securitySchemes).toMatchObject({
      lead: { scheme: 'bearer', bearerFormat: 'opaque' },
      staff: { scheme: 'bearer', bearerFormat: 'opaque' },
    });
  });

  it('gives the members of an earlier co-signature’s problem', () => {
    const operation = document.paths['/api/v1/cases/{caseNumber}/co-signatures']?.post;
    expect(operation?.responses['409']).toMatchObject({
      content: {
        'application/problem+json': {
          schema: {
            oneOf: expect.arrayContaining([
              {
                allOf: [
                  { $ref: '#/components/schemas/Problem' },
                  { $ref: '#/components/schemas/CoSignatureAnswer' },
                  expect.objectContaining({
                    properties: { code: { type: 'string', enum: ['already-co-signed'] } },
                  }),
                ],
              },
            ]),
          },
        },
      },
    });
  });
});

describe('the examples of requests', () => {
  it('are there for every body of JSON, and for nothing else', () => {
    const taking = endpoints
      .filter(({ takesBody }) => takesBody)
      .map(({ operation }) => operation.operationId);
    expect(Object.keys(requestExamples).sort()).toEqual(taking.sort());
    for (const { operation, takesBody } of endpoints.filter(({ takesBody: takes }) => takes))
      expect([operation.operationId, takesBody, operation.requestBody]).toMatchObject([
        operation.operationId,
        true,
        { content: { 'application/json': { examples: requestExamples[operation.operationId ?? ''] } } },
      ]);
  });

  const bytes = Object.entries(requestExamples).flatMap(([operation, examples]) =>
    Object.entries(examples).flatMap(([name, { value }]) =>
      bytesOf(value).map(([field, der]): [string, string, Buffer] => [`${operation} ${name}`, field, der]),
    ),
  );

  // any-endpoint.spec.ts sends each of them: their fields are taken.
  it.each(bytes.filter(([, field]) => field !== 'probe' && field !== 'signature'))(
    '%s: %s is what openssl reads',
    (_example, field, der) => {
      const signed = ['signedData', 'keyStatement', 'statement'].includes(field);
      const parameters = signed ? ['cms', '-verify', '-noverify', '-binary'] : ['asn1parse'];
      const file = openssl.put('bytes.der', der);
      const run = openssl.run(...parameters, '-inform', 'DER', '-in', file);
      expect([run.status, run.stderr]).toEqual([0, expect.anything()]);
    },
  );
});

/** The fields of bytes in a request, by their names. */
function bytesOf(value: object): readonly (readonly [string, Buffer])[] {
  const named = [
    'signedData',
    'signature',
    'certificate',
    'publicKey',
    'wrappedKey',
    'keyStatement',
    'statement',
  ];
  named.push('probe', 'leadSigningCertificate', 'leadEncryptionCertificate');
  return Object.entries(value).flatMap(([field, each]: [string, unknown]) => {
    if (typeof each === 'object' && each !== null) return bytesOf(each);
    return typeof each === 'string' && named.includes(field)
      ? [[field, Buffer.from(each, 'base64')] as const]
      : [];
  });
}
