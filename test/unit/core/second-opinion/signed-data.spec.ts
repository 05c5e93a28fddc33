import { describe, expect, it } from '@jest/globals';
import { CmsOid } from '../../../../src/core/cms/oids.js';
import { der } from '../../../../src/core/der/index.js';
import { certificatesField } from '../../../../src/core/second-opinion/signed-data.js';

const signedData = (...fields: readonly Uint8Array[]): Uint8Array =>
  der.sequence(der.oid(CmsOid.signedData), der.context(0, der.sequence(der.integer(1), ...fields)));

describe('the certificates field', () => {
  it('is found as it stands', () => {
    const field = der.context(0, der.nullValue());
    expect(Buffer.from(certificatesField(signedData(field)))).toEqual(Buffer.from(field));
  });

  it.each([
    ['a SignedData without one', signedData(der.context(1, der.nullValue()))],
    ['an empty sequence', der.sequence()],
  ])('is missed in %s', (_what, bytes) => {
    expect(() => certificatesField(bytes)).toThrow(TypeError);
  });
});
