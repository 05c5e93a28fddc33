import { describe, expect, it } from '@jest/globals';
import { encodePem } from '../../../../src/core/pem.js';
import { agreesWithResult, commissionCertificate } from '../../../../src/web/lead/struck-out-list';
import { demoPki } from '../../../support/demo-pki.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the struck-out list', () => {
  const hidden = 'fewer-than-five-or-withheld';
  const allHidden = { evidence: hidden, repeated: hidden, 'household-register': hidden };
  it.each<[string, number, object, object, boolean]>([
    ['the same numbers', 31, { evidence: 6, repeated: 5, 'household-register': 20 }, {}, true],
    ['one fewer in all', 30, { evidence: 6, repeated: 5, 'household-register': 20 }, {}, false],
    ['one fewer in a group', 31, { evidence: 5, repeated: 6, 'household-register': 20 }, {}, false],
    ['a group that the list does not have', 31, { ...allHidden, 'paper-form': 7 }, {}, false],
    ['all numbers withheld', 31, allHidden, {}, true],
    ['all numbers withheld, and one fewer in all', 30, allHidden, {}, false],
    ['one number shown', 31, { ...allHidden, 'household-register': 20 }, {}, true],
    [
      'a group of both kinds',
      31,
      { ...allHidden, 'household-register': 15 },
      { 'household-register': 5 },
      true,
    ],
    [
      'a group of both kinds, one withheld',
      31,
      { 'household-register': 19 },
      { 'household-register': hidden },
      true,
    ],
  ])('is held against the published result: %s', (_name, all, electronic, paper, agrees) => {
    const totals = new Map([
      ['E01', { count: 4, reason: '' }],
      ['E03', { count: 2, reason: '' }],
      ['D01', { count: 5, reason: '' }],
      ['R01', { count: 20, reason: '' }],
    ]);
    const result = {
      joint: { submitted: 100, valid: 100 - all },
      electronic: { notCounted: electronic },
      paper: { notCounted: paper },
    };
    expect(agreesWithResult({ totals }, bytes(JSON.stringify(result)))).toBe(agrees);
    expect(agreesWithResult({ totals }, bytes('no JSON'))).toBe(false);
  });

  it('is verified with the first certificate that the result names', () => {
    const { commission, moi } = demoPki();
    const pem = encodePem('CERTIFICATE', commission.certificate) + encodePem('CERTIFICATE', moi.certificate);
    expect(commissionCertificate(pem)).toEqual(new Uint8Array(commission.certificate));
    expect(commissionCertificate('no certificate')).toBeUndefined();
  });
});
