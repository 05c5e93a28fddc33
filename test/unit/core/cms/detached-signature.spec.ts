import { describe, expect, it } from '@jest/globals';
import { encodeContentInfo } from '../../../../src/core/cms/content-info.js';
import { signDocument } from '../../../../src/core/cms/index.js';
import { CmsOid } from '../../../../src/core/cms/oids.js';
import { attach, detach } from '../../../../src/core/cms/signed-document.js';
import { der } from '../../../../src/core/der/index.js';
import { pki } from '../../../support/checking/signed-records.js';

const content = Buffer.from('{"a":1}');
const signed = await signDocument(content, pki.commission.signer, new Date('2026-02-01T00:00:00Z'));

describe('a detached signature', () => {
  it('is the attached one without its content, and back', () => {
    const detached = detach(signed);
    expect(Buffer.from(detached).includes(content)).toBe(false);
    expect(attach(detached, content)).toEqual({ ok: true, value: signed });
    expect(attach(signed, content)).toEqual({ ok: true, value: signed });
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a byte more', Uint8Array.of(...detach(signed), 0)],
    ['a byte less', detach(signed).subarray(0, -1)],
    ['something else', Buffer.from('3003020101', 'hex')],
    ['more than 64 KiB', new Uint8Array(65_537)],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(attach(bytes, content)).toEqual({ ok: false, failure: { code: 'signature-malformed' } });
  });

  it.each<[string, Uint8Array]>([
    ['bytes of any kind', Buffer.from('x')],
    ['a ContentInfo of another type', encodeContentInfo(CmsOid.data, der.sequence())],
  ])('is not made of %s', (_what, bytes) => {
    expect(() => detach(bytes)).toThrow(TypeError);
    expect(attach(bytes, content)).toEqual({ ok: false, failure: { code: 'signature-malformed' } });
  });
});
