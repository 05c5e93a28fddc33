import { generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canSealFor, parseCardSignature, sealingKey, verifySignedData } from '../../../src/core/cms/index.js';
import { der } from '../../../src/core/der/index.js';
import { trustAnchor, validatePath } from '../../../src/core/path/index.js';
import { jwksOf } from '../../../src/core/jws-signing.js';
import { type Certificate, everyAlgorithm, strongAlgorithms } from '../../../src/core/x509/index.js';
import {
  basicConstraints,
  buildCertificate,
  commonName,
  distinguishedName,
} from '../../../src/devkit/index.js';
import { refusedEncodings } from '../../support/keys/key-encodings.js';
import { draftTime, parsed, testKey } from '../../support/path/chain-draft.js';

const statement = Buffer.from('本人依公民投票法第十二條連署下列公民投票案');
const name = (text: string): Uint8Array => distinguishedName(commonName(text));
const keys = { p256: testKey('p256'), rsa: testKey('rsa-2048') };
const rootKey = testKey('p256');
const root = parsed(
  buildCertificate({ signer: rootKey, subject: name('Root'), extensions: [basicConstraints(true)] }),
);

/** A certificate for a key as it is encoded here, by the root. */
const certified = (subject: string, publicKey: Uint8Array, ca: boolean): Certificate =>
  parsed(
    buildCertificate({
      signer: rootKey,
      issuer: name('Root'),
      subject: name(subject),
      publicKey,
      extensions: ca ? [basicConstraints(true)] : [],
    }),
  );

/** Whose signature it is, and how the key is encoded that it should verify under. */
interface Signing {
  readonly kind: 'p256' | 'rsa';
  readonly publicKey: Uint8Array;
  readonly sign: (data: Uint8Array) => Uint8Array;
}

/** With SHA-256, as node signs; `kind` says which algorithm is named. */
const signing = (kind: Signing['kind'], privateKey: KeyObject, publicKey: Uint8Array): Signing => ({
  kind,
  publicKey,
  sign: (data) => Uint8Array.from(sign('sha256', data, privateKey)),
});

/** A certificate by the issuer that `issuer` certifies. */
function issuedBy({ kind, sign }: Signing): Certificate {
  const shape = { signer: keys[kind], issuer: name('CA'), subject: name('Target') };
  const { tbs, signatureAlgorithm } = parsed(buildCertificate(shape));
  return parsed(der.sequence(tbs, signatureAlgorithm.der, der.bitString(sign(tbs))));
}

/** What is said of a key: an issuer's in a path, an anchor's, and a card's. */
function verdicts(signer: Signing): Verdicts {
  const issuer = certified('CA', signer.publicKey, true);
  const target = issuedBy(signer);
  const path = (anchor: Certificate, algorithms = strongAlgorithms): string => {
    const anchors = [trustAnchor(anchor)];
    const result = validatePath({ target, candidates: [issuer], anchors, at: draftTime, algorithms });
    return result.ok ? 'OK' : result.failure.code;
  };
  return {
    path: path(root),
    pathOfEveryAlgorithm: path(root, everyAlgorithm),
    anchor: path(issuer),
    card: cardVerdict(signer),
  };
}

function cardVerdict({ publicKey, sign }: Signing): string {
  const { der: certificate } = certified('Card', publicKey, false);
  const read = parseCardSignature({ form: 'pkcs1', signature: sign(statement), certificate });
  const verified = read.ok ? verifySignedData(read.value, statement) : read;
  return verified.ok ? 'OK' : verified.failure.code;
}

interface Verdicts {
  readonly path: string;
  readonly pathOfEveryAlgorithm: string;
  readonly anchor: string;
  readonly card: string;
}

const all = (path: string, pathOfEveryAlgorithm: string, card: string): Verdicts => ({
  path,
  pathOfEveryAlgorithm,
  anchor: path,
  card,
});
const accepted = all('OK', 'OK', 'OK');
const unusable = all('public-key-unusable', 'public-key-unusable', 'evidence-algorithm-unsupported');

const ecPair = (namedCurve: string): KeyPairKeyObjectResult => generateKeyPairSync('ec', { namedCurve });
const rsaPair = (modulusLength: number): KeyPairKeyObjectResult =>
  generateKeyPairSync('rsa', { modulusLength });

describe('one policy for every public key', () => {
  it.each<[string, Signing['kind'], KeyPairKeyObjectResult, Verdicts]>([
    ['P-256', 'p256', ecPair('P-256'), accepted],
    ['P-384', 'p256', ecPair('P-384'), accepted],
    ['RSA of 2,048 bits', 'rsa', rsaPair(2048), accepted],
    [
      'P-521',
      'p256',
      ecPair('P-521'),
      all('signature-algorithm-refused', 'OK', 'evidence-algorithm-unsupported'),
    ],
    [
      'secp256k1',
      'p256',
      ecPair('secp256k1'),
      all('signature-algorithm-refused', 'OK', 'evidence-algorithm-unsupported'),
    ],
    ['a curve we do not read', 'p256', ecPair('brainpoolP256r1'), unusable],
    [
      'RSA of 1,024 bits',
      'rsa',
      rsaPair(1024),
      all('signature-algorithm-refused', 'OK', 'evidence-weak-key'),
    ],
  ])('%s', (_what, kind, { publicKey, privateKey }, expected) => {
    const spki = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }));
    expect(verdicts(signing(kind, privateKey, spki))).toEqual(expected);
  });

  it.each(refusedEncodings)(
    'refuses $of with $name: path, anchor, card, sealing, receipt',
    async (encoding) => {
      const key = keys[encoding.of];
      const publicKey = encoding.edit(key.publicKey);
      const { forge } = encoding;
      const signer = signing(encoding.of, key.privateKey, publicKey);
      const forger = forge === undefined ? signer : { ...signer, sign: forge };
      expect(verdicts(forger)).toEqual(unusable);
      expect(() => sealingKey(publicKey)).toThrow(TypeError);
      expect(canSealFor(certified('Recipient', publicKey, false).der)).toBe(false);
      await expect(jwksOf([{ publicKey }])).rejects.toThrow(TypeError);
    },
  );

  it('takes the keys that those are made of', async () => {
    expect(() => sealingKey(keys.p256.publicKey)).not.toThrow();
    for (const { publicKey } of Object.values(keys))
      expect(canSealFor(certified('Recipient', publicKey, false).der)).toBe(true);
    await expect(jwksOf([keys.p256])).resolves.toMatchObject({ keys: [{ crv: 'P-256' }] });
  });
});
