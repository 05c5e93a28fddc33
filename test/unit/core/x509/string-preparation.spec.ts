import { describe, expect, it } from '@jest/globals';
import { prepareString } from '../../../../src/core/x509/name-comparison.js';

describe('prepareString', () => {
  it.each([
    ['nothing', '', ''],
    ['case', 'MOICA Root', 'moica root'],
    ['spaces around and inside', '  a   b ', 'a b'],
    ['only spaces', '   ', ''],
    ['Han characters', '行政院', '行政院'],
    ['tab and line end as spaces', 'a\t\r\nb', 'a b'],
    ['an ideographic space', '內政部\u3000憑證', '內政部 憑證'],
    ['a soft hyphen', 'a\u00adb', 'ab'],
    ['a zero-width space and a joiner', 'a\u200b\u200db', 'ab'],
    ['a variation selector', '葛\ufe00', '葛'],
    ['full-width letters', 'ＡＢ', 'ab'],
    ['a sharp s', 'Straße', 'strasse'],
    ['a final sigma', 'ΣΑΣ', 'σασ'],
    ['a letter-like symbol', 'ℂ', 'c'],
    ['a dotless i', 'ı', 'ı'],
    ['a Kelvin sign', 'K', 'k'],
    ['a decomposed letter', 'E\u0301', 'é'],
    ['a compatibility ideograph', '\uf914', '樂'],
  ])('folds %s (RFC 4518)', (_what, text, prepared) => {
    expect(prepareString(text)).toBe(prepared);
  });

  it.each([
    ['a private-use character', '\ue000'],
    ['an unassigned one', '\u0378'],
    ['the replacement character', 'a\ufffd'],
  ])('prepares no string with %s (RFC 4518 §2.4)', (_what, text) => {
    expect(prepareString(text)).toBeUndefined();
  });
});
