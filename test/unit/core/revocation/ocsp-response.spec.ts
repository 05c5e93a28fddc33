import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { der } from '../../../../src/core/der/index.js';
import {
  encodeOcspRequest,
  maximumOcspResponseBytes,
  parseOcspResponse,
} from '../../../../src/core/revocation/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import {
  algorithmIdentifier,
  buildOcspError,
  extension,
  ocspCertificateId,
} from '../../../../src/devkit/index.js';
import {
  answer,
  at,
  key,
  targetCertificate,
  named,
  ocsp,
  ocspBytes,
  tomorrow,
  yesterday,
} from '../../../support/revocation/authority.js';

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');
const revokedAt = new Date('2026-02-01T00:00:00Z');

describe('parseOcspResponse', () => {
  it('returns the fields of the response', () => {
    const nonce = extension(Oid.ocspNonce, der.octetString(hex('0102')));
    const revoked = answer(targetCertificate, {
      status: { revokedAt, reason: 'superseded' },
      nextUpdate: undefined,
    });
    const noReason = answer(targetCertificate, { status: { revokedAt } });
    const response = ocsp({
      responses: [
        answer(targetCertificate),
        revoked,
        noReason,
        answer(targetCertificate, { status: 'unknown' }),
      ],
      responder: { name: named('ca') },
      extensions: [nonce],
      certificates: [targetCertificate.der],
    });
    expect(response.responderId).toMatchObject({ kind: 'name' });
    expect(response.producedAt).toBe(at.getTime());
    expect(response.nonce).toEqual(hex('0102'));
    expect(response.certificates.map((certificate) => certificate.der)).toEqual([targetCertificate.der]);
    expect(response.answers.map(({ status }) => status)).toEqual([
      'good',
      { at: revokedAt.getTime(), reason: 'superseded' },
      { at: revokedAt.getTime(), reason: 'unspecified' },
      'unknown',
    ]);
    expect(response.answers.map((each) => [each.thisUpdate, each.nextUpdate])).toEqual([
      [yesterday.getTime(), tomorrow.getTime()],
      [yesterday.getTime(), undefined],
      [yesterday.getTime(), tomorrow.getTime()],
      [yesterday.getTime(), tomorrow.getTime()],
    ]);
  });

  it.each([
    ['malformedRequest', 1],
    ['internalError', 2],
    ['tryLater', 3],
    ['sigRequired', 5],
    ['unauthorized', 6],
  ] as const)('tells an answer that only says %s', (error, status) =>
    expect(parseOcspResponse(buildOcspError(error))).toEqual({
      ok: false,
      failure: { code: 'ocsp-unsuccessful', values: { status } },
    }),
  );

  it('refuses too many bytes without reading them', () =>
    expect(parseOcspResponse(new Uint8Array(maximumOcspResponseBytes + 1))).toEqual({
      ok: false,
      failure: { code: 'ocsp-too-large', values: { limit: maximumOcspResponseBytes } },
    }));

  const id = ocspCertificateId({ issuer: named('ca'), issuerKey: key('ca').publicKey, serialNumber: 5 });
  const good = der.contextOctets(0, new Uint8Array());
  const now = der.generalizedTime(at);
  const single = der.sequence(id, good, now);
  const responder = der.context(1, named('ca'));
  const data = (...fields: readonly Uint8Array[]): Uint8Array => der.sequence(...fields);
  const basic = (tbs: Uint8Array, ...rest: readonly Uint8Array[]): Uint8Array =>
    der.sequence(tbs, algorithmIdentifier('ecdsa-sha256'), der.bitString(hex('00')), ...rest);
  const wrap = (value: Uint8Array, type: string = Oid.ocspBasic): Uint8Array =>
    der.sequence(hex('0a0100'), der.context(0, der.sequence(der.oid(type), der.octetString(value))));
  const ofSingle = (...fields: readonly Uint8Array[]): Uint8Array =>
    wrap(basic(data(responder, now, der.sequence(der.sequence(...fields)))));
  const idOf = (...fields: readonly Uint8Array[]): Uint8Array => ofSingle(der.sequence(...fields), good, now);
  const sha1 = der.sequence(der.oid(Oid.sha1));
  const octets = der.octetString(hex('00'));

  it.each([
    ['the plainest', wrap(basic(data(responder, now, der.sequence(single))))],
    [
      'its version said out loud',
      wrap(basic(data(der.context(0, der.integer(0)), responder, now, der.sequence(single)))),
    ],
    ['no answers', wrap(basic(data(responder, now, der.sequence())))],
    [
      'an empty bag of certificates',
      wrap(basic(data(responder, now, der.sequence()), der.context(0, der.sequence()))),
    ],
  ])('accepts %s', (_what, bytes) => expect(parseOcspResponse(bytes).ok).toBe(true));

  it.each([
    ['nothing', hex('')],
    ['status 4', hex('30030a0104')],
    ['status 7', hex('30030a0107')],
    ['a failure with an answer', der.sequence(hex('0a0101'), der.context(0, der.nullValue()))],
    ['success without an answer', hex('30030a0100')],
    ['a byte too many', Buffer.concat([ocspBytes({ responses: [] }), Buffer.alloc(1)])],
    ['another response type', wrap(basic(data(responder, now, der.sequence(single))), '1.2.3')],
    [
      'something after the response bytes',
      der.sequence(
        hex('0a0100'),
        der.context(0, der.sequence(der.oid(Oid.ocspBasic), der.octetString(hex(''))), der.nullValue()),
      ),
    ],
    [
      'something inside after the response',
      wrap(Buffer.concat([basic(data(responder, now, der.sequence(single))), hex('0500')])),
    ],
    [
      'something after the signature',
      wrap(basic(data(responder, now, der.sequence(single)), der.nullValue())),
    ],
    [
      'something beside the certificates',
      wrap(
        basic(data(responder, now, der.sequence(single)), der.context(0, der.sequence(), der.nullValue())),
      ),
    ],
    [
      'a certificate that is none',
      wrap(basic(data(responder, now, der.sequence(single)), der.context(0, der.sequence(der.nullValue())))),
    ],
    [
      'a signature with unused bits',
      wrap(
        der.sequence(
          data(responder, now, der.sequence(single)),
          algorithmIdentifier('ecdsa-sha256'),
          der.bitString(hex('fe'), 1),
        ),
      ),
    ],
    ['version 2', wrap(basic(data(der.context(0, der.integer(1)), responder, now, der.sequence(single))))],
    [
      'something after the version',
      wrap(
        basic(data(der.context(0, der.integer(0), der.nullValue()), responder, now, der.sequence(single))),
      ),
    ],
    ['no responder', wrap(basic(data(now, der.sequence(single))))],
    [
      'something after the responder name',
      wrap(basic(data(der.context(1, named('ca'), der.nullValue()), now, der.sequence(single)))),
    ],
    [
      'something after the responder key',
      wrap(basic(data(der.context(2, octets, der.nullValue()), now, der.sequence(single)))),
    ],
    ['producedAt in UTCTime', wrap(basic(data(responder, der.time(at), der.sequence(single))))],
    [
      'something after the extensions',
      wrap(
        basic(
          data(
            responder,
            now,
            der.sequence(single),
            der.context(1, der.sequence(der.sequence(der.oid('1.2.3'), octets)), der.nullValue()),
          ),
        ),
      ),
    ],
    ['something after everything', wrap(basic(data(responder, now, der.sequence(single), der.nullValue())))],
    [
      'a nonce that is not an OCTET STRING',
      wrap(
        basic(
          data(
            responder,
            now,
            der.sequence(single),
            der.context(1, der.sequence(der.sequence(der.oid(Oid.ocspNonce), der.octetString(hex('0500'))))),
          ),
        ),
      ),
    ],
    ['a status of another tag', ofSingle(id, der.contextOctets(3, new Uint8Array()), now)],
    ['a good status that says more', ofSingle(id, der.contextOctets(0, hex('00')), now)],
    ['a revocation without its time', ofSingle(id, der.context(1), now)],
    ['a revocation for reason 7', ofSingle(id, der.context(1, now, der.context(0, hex('0a0107'))), now)],
    [
      'something after the reason',
      ofSingle(id, der.context(1, now, der.context(0, hex('0a0101'), der.nullValue())), now),
    ],
    ['something after the revocation', ofSingle(id, der.context(1, now, der.nullValue()), now)],
    ['something after nextUpdate', ofSingle(id, good, now, der.context(0, now, der.nullValue()))],
    ['something after the answer', ofSingle(id, good, now, der.nullValue())],
    ['a certificate ID without its serial number', idOf(sha1, octets, octets)],
    ['a serial number that is not minimal', idOf(sha1, octets, octets, hex('02020001'))],
    ['something after the serial number', idOf(sha1, octets, octets, der.integer(1), der.nullValue())],
  ])('refuses %s', (_what, bytes) =>
    expect(parseOcspResponse(bytes)).toEqual({ ok: false, failure: { code: 'ocsp-malformed' } }),
  );
});

describe('encodeOcspRequest', () => {
  const issuerKey = key('ca').publicKey;

  it.each([
    ['SHA-1', {}, /Hash Algorithm: sha1/],
    ['SHA-256', { hash: 'sha256' }, /Hash Algorithm: sha256/],
    [
      'a nonce',
      { nonce: hex('00112233445566778899aabbccddeeff') },
      /OCSP Nonce:\s+041000112233445566778899AABBCCDDEEFF/,
    ],
  ] as const)('asks with %s so that openssl understands', (_how, how, expected) => {
    const folder = mkdtempSync(join(tmpdir(), 'lianshu-ocsp-'));
    try {
      const file = join(folder, 'request.der');
      writeFileSync(file, encodeOcspRequest({ certificate: targetCertificate, issuerKey, ...how }));
      const text = execFileSync('openssl', ['ocsp', '-reqin', file, '-req_text'], { encoding: 'utf8' });
      expect(text).toMatch(expected);
      expect(text).toMatch(/Serial Number: 05/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
