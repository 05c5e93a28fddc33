import { describe, expect, it } from '@jest/globals';
import { encodeContentInfo, readContentInfo } from '../../../../src/core/cms/content-info.js';
import { isEnvelopedData } from '../../../../src/core/cms/index.js';
import { CmsOid } from '../../../../src/core/cms/oids.js';
import { der, type DerReader, parseDer } from '../../../../src/core/der/index.js';

const content = der.sequence(der.integer(7));
const contentInfo = encodeContentInfo(CmsOid.envelopedData, content);

function read(bytes: Uint8Array, take = (reader: DerReader) => reader.into().smallInteger()) {
  return parseDer(bytes, 1000, (reader) => readContentInfo(reader, CmsOid.envelopedData, take));
}

describe('a ContentInfo', () => {
  it('is what RFC 5652 §3 says, and gives its content back', () => {
    const type = '06092a864886f70d010703';
    expect(Buffer.from(contentInfo).toString('hex')).toBe(`3012${type}a0053003020107`);
    expect(read(contentInfo)).toEqual({ ok: true, value: 7 });
  });

  it('of another type is not looked into', () => {
    const other = encodeContentInfo(CmsOid.signedData, content);
    const never = (): never => {
      throw new Error('looked into');
    };
    expect(read(other, never)).toEqual({ ok: true, value: undefined });
  });

  const type = der.oid(CmsOid.envelopedData);
  it.each<[string, Uint8Array]>([
    ['no SEQUENCE', der.setOf(type, der.context(0, content))],
    ['no content', der.sequence(type)],
    ['content under another tag', der.sequence(type, der.context(1, content))],
    ['two contents', der.sequence(type, der.context(0, content, content))],
    ['something behind the content', der.sequence(type, der.context(0, content), der.nullValue())],
    ['something behind it all', Uint8Array.of(...contentInfo, 0)],
  ])('is refused with %s', (_what, bytes) => {
    expect(read(bytes)).toEqual({ ok: false, failure: { code: 'der-malformed' } });
  });
});

describe('isEnvelopedData', () => {
  it.each<[string, boolean, Uint8Array]>([
    ['an EnvelopedData, whatever is in it', true, contentInfo],
    ['a SignedData', false, encodeContentInfo(CmsOid.signedData, content)],
    ['content that is no SEQUENCE', false, encodeContentInfo(CmsOid.envelopedData, der.octetString(content))],
    ['a byte more', false, Uint8Array.of(...contentInfo, 0)],
    ['nothing', false, new Uint8Array()],
  ])('%s: %p', (_what, expected, bytes) => {
    expect(isEnvelopedData(bytes, 1000)).toBe(expected);
  });

  it('looks at no more bytes than it is told', () => {
    expect(isEnvelopedData(contentInfo, contentInfo.length)).toBe(true);
    expect(isEnvelopedData(contentInfo, contentInfo.length - 1)).toBe(false);
  });
});
