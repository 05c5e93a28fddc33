import { sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { der, DerReader } from '../../../../src/core/der/index.js';
import { validatePath } from '../../../../src/core/path/index.js';
import { checkRevocation, CrlIndex, parseOcspResponse } from '../../../../src/core/revocation/index.js';
import { parseCertificate, publicKeyBits } from '../../../../src/core/x509/index.js';
import {
  buildCertificate,
  buildCrl,
  buildOcspResponse,
  crlNumber,
  type KeyPair,
  valueOf,
} from '../../../../src/devkit/index.js';
import { type KeyEncoding, refusedEncodings } from '../../../support/keys/key-encodings.js';
import { testKey } from '../../../support/path/chain-draft.js';
import { at, named, tomorrow, verdict, yesterday } from '../../../support/revocation/authority.js';

const keys = { p256: testKey('p256'), rsa: testKey('rsa-2048') };
const issuer = named('CA');

/** An issuer whose key is encoded so, and who signs with this. */
interface Signer {
  readonly key: KeyPair;
  readonly publicKey: Uint8Array;
  readonly sign: (data: Uint8Array) => Uint8Array;
}

function signerOf({ of, edit, forge }: Pick<KeyEncoding, 'of' | 'edit' | 'forge'>): Signer {
  const key = keys[of];
  const own = (data: Uint8Array): Uint8Array => Uint8Array.from(sign('sha256', data, key.privateKey));
  return { key, publicKey: edit(key.publicKey), sign: forge ?? own };
}

function crlBy(signer: Signer): CrlIndex {
  const shape = { signer: signer.key, issuer, thisUpdate: yesterday, nextUpdate: tomorrow };
  const fields = new DerReader(buildCrl({ ...shape, extensions: [crlNumber(10)] })).into();
  const [tbs, algorithm] = [fields.element().der, fields.element().der];
  return valueOf(CrlIndex.read(der.sequence(tbs, algorithm, der.bitString(signer.sign(tbs)))));
}

function ocspBy(signer: Signer): ReturnType<typeof ocspRead> {
  const issuerKey = publicKeyBits(signer.publicKey) === undefined ? signer.key.publicKey : signer.publicKey;
  const response = ocspRead(
    buildOcspResponse({
      signer: signer.key,
      responder: { name: issuer },
      producedAt: at,
      responses: [
        {
          certificate: { issuer, issuerKey, serialNumber: 5 },
          status: 'good',
          thisUpdate: yesterday,
          nextUpdate: tomorrow,
        },
      ],
    }),
  );
  return { ...response, signature: signer.sign(response.tbs) };
}

const ocspRead = (bytes: Uint8Array) => valueOf(parseOcspResponse(bytes));

/** What is said of a certificate with this CRL or this OCSP response, and nothing else. */
function verdicts(signer: Signer): { readonly crl: string; readonly ocsp: string } {
  const target = buildCertificate({ signer: signer.key, issuer, subject: named('target'), serialNumber: 5 });
  const input = {
    path: [valueOf(parseCertificate(target))],
    anchor: {
      name: valueOf(parseCertificate(target)).issuer,
      subjectPublicKeyInfo: signer.publicKey,
    },
    at,
    validatePath,
  };
  return {
    crl: verdict(checkRevocation({ ...input, crls: [crlBy(signer)], ocsp: [] })),
    ocsp: verdict(checkRevocation({ ...input, crls: [], ocsp: [ocspBy(signer)] })),
  };
}

describe("the key of a CRL's or an OCSP response's issuer", () => {
  it.each(['p256', 'rsa'] as const)('%s verifies in its one encoding', (of) => {
    expect(verdicts(signerOf({ of, edit: (publicKey) => publicKey }))).toEqual({ crl: 'good', ocsp: 'good' });
  });

  it.each(refusedEncodings)('verifies nothing: $of with $name', (encoding) => {
    const { crl, ocsp } = verdicts(signerOf(encoding));
    expect([crl, ocsp]).not.toContain('good');
    expect([crl, ocsp].every((each) => each.startsWith('revocation-un'))).toBe(true);
  });
});
