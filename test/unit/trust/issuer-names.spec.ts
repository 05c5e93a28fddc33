import { expect, it } from '@jest/globals';
import { parseDer } from '../../../src/core/der/index.js';
import { type Name, readName } from '../../../src/core/x509/index.js';
import { commonName, distinguishedName, valueOf } from '../../../src/devkit/index.js';
import { issuerTexts, sameIssuerName } from '../../../src/trust/issuer-names.js';

function name(text: string): Name {
  return valueOf(parseDer(distinguishedName(commonName(text)), 1000, readName));
}

it('sameIssuerName returns the first name with an encoding, and clears its cache when there are too many', () => {
  const first = name('內政部憑證管理中心');
  expect(sameIssuerName(first)).toBe(first);
  expect(sameIssuerName(name('內政部憑證管理中心'))).toBe(first);
  for (let i = 0; i < 1000; i++) sameIssuerName(name(String(i)));
  const again = name('內政部憑證管理中心');
  expect(sameIssuerName(again)).toBe(again);
  expect(issuerTexts(again)).toEqual([{ type: '2.5.4.3', text: '內政部憑證管理中心' }]);
});
