import { expect, it } from '@jest/globals';
import { parseNationalId } from '../../src/core/national-id.js';
import { describeVectors, vectorCases } from '../support/vectors/vectors.js';

type Kind = 'citizen_valid' | 'checksum_invalid' | 'resident_not_eligible' | 'malformed';

const expected: Record<Kind, string> = {
  citizen_valid: 'ok',
  checksum_invalid: 'national-id-check-digit-wrong',
  resident_not_eligible: 'national-id-not-citizen',
  malformed: 'national-id-malformed',
};

describeVectors('national-id', () => {
  const cases = vectorCases('national-id') as Record<Kind, string[]>;
  const rows = Object.entries(expected).flatMap(([kind, code]) =>
    cases[kind as Kind].map((text): [string, string] => [text, code]),
  );

  it.each(rows)('%j is %s', (text, code) => {
    const parsed = parseNationalId(text);
    expect(parsed.ok ? 'ok' : parsed.failure.code).toBe(code);
  });
});
