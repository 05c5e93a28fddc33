import { describe, expect, it } from '@jest/globals';
import {
  type CertificateIdentifier,
  encodeCertificateIdentifier,
  encodeKeyAgreementIdentifier,
  readCertificateIdentifier,
  readKeyAgreementIdentifier,
} from '../../../../src/core/cms/certificate-identifier.js';
import { der, type DerReader, parseDer } from '../../../../src/core/der/index.js';

type Read = (reader: DerReader) => CertificateIdentifier;
type Encode = (identifier: CertificateIdentifier) => Uint8Array;

const issuer = Uint8Array.from(der.sequence());
const byIssuer: CertificateIdentifier = {
  kind: 'issuer-and-serial-number',
  issuer,
  serialNumber: Uint8Array.of(0, 0x80),
};
const byKey: CertificateIdentifier = { kind: 'key-identifier', keyIdentifier: Uint8Array.of(1, 2) };

describe.each<[string, Read, Encode, byIssuer: string, byKey: string]>([
  [
    'SignerIdentifier and RecipientIdentifier (RFC 5652 §5.3, §6.2.1)',
    readCertificateIdentifier,
    encodeCertificateIdentifier,
    '3006300002020080',
    '80020102',
  ],
  [
    'KeyAgreeRecipientIdentifier (RFC 5652 §6.2.2)',
    readKeyAgreementIdentifier,
    encodeKeyAgreementIdentifier,
    '3006300002020080',
    'a00404020102',
  ],
])('%s', (_name, read, encode, issuerText, keyText) => {
  const parse = (bytes: Uint8Array) => parseDer(bytes, 100, read);

  it.each<[string, CertificateIdentifier, string]>([
    ['issuer and serial number', byIssuer, issuerText],
    ['key identifier', byKey, keyText],
  ])('by %s', (_what, identifier, text) => {
    expect(Buffer.from(encode(identifier)).toString('hex')).toBe(text);
    expect(parse(Buffer.from(text, 'hex'))).toEqual({
      ok: true,
      value: Object.fromEntries(
        Object.entries(identifier).map(([name, value]: [string, string | Uint8Array]) => [
          name,
          typeof value === 'string' ? value : Buffer.from(value),
        ]),
      ),
    });
  });

  it.each([
    ['no choice at all', '0500'],
    ['an issuer that is no Name', '300505000201ff'],
    ['no serial number', '30023000'],
    ['something behind the serial number', '300730000201010500'],
    ['a serial number that is not minimal', '3006300002020001'],
    ['a key identifier under another tag', '81020102'],
  ])('refuses %s', (_what, text) => {
    expect(parse(Buffer.from(text, 'hex'))).toEqual({ ok: false, failure: { code: 'der-malformed' } });
  });
});

it('a KeyAgreeRecipientIdentifier has nothing beside the key identifier', () => {
  const parse = (text: string) => parseDer(Buffer.from(text, 'hex'), 100, readKeyAgreementIdentifier);
  expect(parse('a00404020102')).toMatchObject({ ok: true });
  expect(parse('a006040201020500')).toMatchObject({ ok: false });
});
