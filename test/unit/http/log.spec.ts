import { expect, it } from '@jest/globals';
import { isLogged } from '../../../src/http/server/log.js';

it.each([
  ['/api/v1/staff/cases', true],
  ['/api/v1/sign-in/challenges', true],
  ['/api/v1/lead/progress', true],
  // One line a page of records would tell how many there are.
  ['/api/v1/lead/round/records', false],
  ['/api/v1/cases/:caseNumber/co-signatures', false],
  ['/api/v1/cases/:caseNumber', false],
  ['(none)', false],
])('answers of %s have a line each: %s', (route, expected) => expect(isLogged(route)).toBe(expected));
