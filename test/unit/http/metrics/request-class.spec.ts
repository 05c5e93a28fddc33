import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isCounted, requestClass } from '../../../../src/http/metrics/request-class.js';

const document = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../../docs/api/openapi.json'), 'utf8'),
) as { paths: Readonly<Record<string, unknown>> };
const routes = Object.keys(document.paths);

describe('the class of a request', () => {
  it.each([
    ['/api/v1/cases/:caseNumber/co-signatures', 'co-signing'],
    ['/api/v1/cases/:caseNumber/challenges', 'co-signing'],
    ['/api/v1/cases/:caseNumber/mobile-pushes', 'co-signing'],
    ['/api/v1/co-signatures/mine', 'co-signing'],
    ['/api/v1/lead/round/records', 'lead'],
    ['/api/v1/cases/:caseNumber', 'public'],
    ['/cases/:caseNumber', 'public'],
    ['/api/v1/staff-lookalike', 'public'],
    [undefined, 'public'],
    ['/api/v1/staff/cases', 'staff'],
    ['/api/v1/sign-in/challenges', 'sign-in'],
  ])('%s: %s', (route, expected) => expect(requestClass(route)).toBe(expected));

  it('counts what staff ask and sign-ins, and nothing else of the API', () => {
    const counted = routes.filter((route) => isCounted(requestClass(route)));
    expect(counted.length).toBeGreaterThan(10);
    expect(counted.filter((route) => !/^\/api\/v1\/(?:staff|sign-in)\//.test(route))).toEqual([]);
    expect(routes.filter((route) => requestClass(route) === 'co-signing').length).toBeGreaterThan(3);
  });
});
