import { describe, expect, it } from '@jest/globals';
import { encodePem } from '../../../../src/core/pem.js';
import { agreesWithResult, commissionCertificate } from '../../../../src/web/lead/struck-out-list';
import { demoPki } from '../../../support/demo-pki.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the struck-out list', () => {
  it.each([
    ['the same totals', { E01: 1, R02: 2, D01: 0 }, true],
    ['one fewer', { E01: 1, R02: 1 }, false],
    ['a reason missing in the list', { E01: 1, R02: 2, R03: 1 }, false],
    ['a reason missing in the result', { R02: 2 }, false],
    ['“fewer than five” in place of a number', { E01: 1, R02: '<5' }, false],
  ])('is held against the published result: %s', (_name, struckOut, agrees) => {
    const totals = new Map([
      ['E01', { count: 1, reason: '' }],
      ['R02', { count: 2, reason: '' }],
    ]);
    expect(agreesWithResult({ totals }, bytes(JSON.stringify({ electronic: { struckOut } })))).toBe(agrees);
    expect(agreesWithResult({ totals }, bytes('no JSON'))).toBe(false);
  });

  it('is verified with the first certificate that the result names', () => {
    const { commission, moi } = demoPki();
    const pem = encodePem('CERTIFICATE', commission.certificate) + encodePem('CERTIFICATE', moi.certificate);
    expect(commissionCertificate(pem)).toEqual(new Uint8Array(commission.certificate));
    expect(commissionCertificate('no certificate')).toBeUndefined();
  });
});
