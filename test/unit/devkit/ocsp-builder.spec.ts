import { beforeAll, describe, expect, it } from '@jest/globals';
import { der } from '../../../src/core/der/index.js';
import { encodePem } from '../../../src/core/pem.js';
import { Oid } from '../../../src/core/x509/index.js';
import {
  basicConstraints,
  buildCertificate,
  buildOcspError,
  buildOcspResponse,
  commonName,
  distinguishedName,
  extendedKeyUsage,
  extension,
  keyUsage,
  makeKey,
  ocspNoCheck,
  SeededRandom,
} from '../../../src/devkit/index.js';
import { fileOf, openssl, seconds } from './openssl.js';

const at = new Date('2026-03-02T04:00:00Z');
const rsa = makeKey(new SeededRandom('rsa'), 'rsa-2048');
const p256 = makeKey(new SeededRandom('p256'), 'p256');
const certificateFile = (certificate: Uint8Array): string => fileOf(encodePem('CERTIFICATE', certificate));

describe('buildOcspResponse', () => {
  const issuer = distinguishedName(commonName('發行者'));
  const authority = buildCertificate({
    signer: rsa,
    subject: issuer,
    extensions: [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign', 'digitalSignature')],
  });
  const delegate = buildCertificate({
    signer: rsa,
    issuer,
    publicKey: p256.publicKey,
    subject: distinguishedName(commonName('回應者')),
    extensions: [extendedKeyUsage([Oid.ocspSigning]), ocspNoCheck()],
  });
  const responses = (
    ['good', 'unknown', { revokedAt: at, reason: 'keyCompromise' as const }, { revokedAt: at }] as const
  ).map((status, i) => ({
    certificate: {
      issuer,
      issuerKey: rsa.publicKey,
      serialNumber: i + 1,
      hash: i % 2 === 0 ? ('sha1' as const) : ('sha256' as const),
    },
    status,
    thisUpdate: at,
    nextUpdate: new Date(at.getTime() + 3_600_000),
  }));
  let nonce: Uint8Array;
  beforeAll(() => {
    nonce = der.octetString(Buffer.alloc(16, 1));
  });
  const show = (response: Uint8Array): string =>
    openssl(
      'ocsp',
      '-respin',
      fileOf(response),
      '-resp_text',
      '-CAfile',
      certificateFile(authority),
      '-attime',
      seconds(at),
    ).output.replace(/\s+/g, ' ');

  it.each([
    ['the issuer, by key', { signer: rsa, certificates: [authority] }, 'Responder Id: '],
    [
      'the issuer, by name',
      { signer: rsa, certificates: [authority], responder: { name: issuer } },
      'Responder Id: CN = ',
    ],
    ['a delegated responder', { signer: p256, certificates: [delegate] }, 'Responder Id: '],
  ])('openssl verifies a response signed by %s', (_who, shape, words) => {
    const shown = show(
      buildOcspResponse({
        producedAt: at,
        responses,
        extensions: [extension(Oid.ocspNonce, nonce)],
        ...shape,
      }),
    );
    for (const expected of [
      'Response verify OK',
      words,
      'Serial Number: 01 Cert Status: good',
      'Serial Number: 02 Cert Status: unknown',
      'Serial Number: 03 Cert Status: revoked',
      'Revocation Reason: keyCompromise (0x1)',
      'Serial Number: 04 Cert Status: revoked',
      'Hash Algorithm: sha256',
      'OCSP Nonce',
    ]) {
      expect(shown).toContain(expected);
    }
  });

  it('writes wrong signatures, and error responses', () => {
    const single = responses
      .slice(0, 1)
      .map((each) => ({ ...each, extensions: [extension('1.2.3', Buffer.of(5, 0))] }));
    const changed = buildOcspResponse({
      signer: rsa,
      certificates: [authority],
      producedAt: at,
      responses: single,
      editSignature: (signature) => signature.map((octet) => octet ^ 1),
    });
    expect(show(changed)).not.toContain('verify OK');
    expect(show(buildOcspError('tryLater'))).toContain('trylater');
  });
});
