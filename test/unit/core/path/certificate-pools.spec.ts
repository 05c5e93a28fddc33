import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { der, Tag } from '../../../../src/core/der/index.js';
import {
  defaultWorkLimits,
  maximumCandidates,
  trustAnchor,
  validatePath,
  WorkBudget,
  type WorkLimits,
} from '../../../../src/core/path/index.js';
import { type Certificate, Oid, rsaPublicKey } from '../../../../src/core/x509/index.js';
import {
  basicConstraints,
  buildCertificate,
  commonName,
  distinguishedName,
} from '../../../../src/devkit/index.js';
import { CertificatePools, type PoolShape, poolShapes } from '../../../support/path/certificate-pools.js';
import { draftTime, parsed, testKey } from '../../../support/path/chain-draft.js';
import type { HardGraph } from '../../../support/path/hard-graphs.js';

const pools = new CertificatePools();
const sizes = [8, 64, 512, 1024];
const beyond = ['self-signed', 4096] as const;

interface Work {
  readonly code: string;
  readonly path: readonly Certificate[];
  readonly used: WorkBudget['used'];
  /** How often a property of a candidate was read. */
  readonly reads: number;
}

function search({ target, candidates }: HardGraph, limits: WorkLimits = defaultWorkLimits): Work {
  const budget = new WorkBudget(limits);
  let reads = 0;
  const watched = candidates.map(
    (candidate) =>
      new Proxy(candidate, {
        get: (certificate, property) => {
          reads++;
          return Reflect.get(certificate, property) as unknown;
        },
      }),
  );
  const anchors = [trustAnchor(pools.root)];
  const result = validatePath({ target, candidates: watched, anchors, at: draftTime, budget });
  const code = result.ok ? 'OK' : result.failure.code;
  return { code, path: result.ok ? result.value.certificates : [], used: budget.used, reads };
}

describe('pools of certificates of one name and key', () => {
  it.each([...poolShapes.flatMap((shape) => sizes.map((count) => [shape, count] as const)), beyond])(
    '%s, %i of them: what is looked at is counted, and grows with the pool alone',
    (shape, count) => {
      const { used, reads } = search(pools.pool(shape, count));
      const tried = Math.min(count, maximumCandidates);
      expect(used.lookups).toBeLessThanOrEqual(10 * tried + 10);
      expect(used.steps).toBeLessThanOrEqual(2 * tried + 2);
      expect(reads).toBeLessThanOrEqual(8 * (used.lookups + used.checks + used.signatures + tried));
      for (const [kind, limit] of Object.entries(defaultWorkLimits))
        expect(used[kind as keyof WorkLimits]).toBeLessThanOrEqual(limit as number);
    },
  );

  it.each<[PoolShape, string]>([
    ['certified by the root', 'OK'],
    ['certified by the root, and expired', 'certificate-expired'],
    ['self-signed', 'issuer-not-found'],
    ['with forged signatures', 'path-search-exhausted'],
    ['certified by one another', 'issuer-not-found'],
  ])('%s, as many as are tried: %s', (shape, code) => {
    expect(search(pools.pool(shape, maximumCandidates)).code).toBe(code);
  });

  it('verifies two signatures where the first of many leads to the root', () => {
    expect(search(pools.pool('certified by the root', maximumCandidates)).used.signatures).toBe(2);
  });

  it.each<PoolShape>(['self-signed', 'certified by one another'])(
    'finds the one that leads to the root after all the others, which are %s',
    (shape) => {
      const { path } = search(pools.poolWithAWayOut(shape, maximumCandidates));
      expect(
        path.map(({ serialNumber }) => Buffer.from(serialNumber).readUIntBE(0, serialNumber.length)),
      ).toEqual([1, 1_000_000]);
    },
  );

  it('tries a certificate once, however often it is there', () => {
    const { target, candidates } = pools.pool('certified by the root, and expired', 1);
    const copies = Array.from({ length: maximumCandidates }, () => candidates[0]!);
    const { used } = search({ target, candidates: copies });
    expect([used.signatures, used.checks]).toEqual([2, 1]);
  });

  it.each<[keyof WorkLimits, number]>([
    ['signatures', 1],
    ['arithmetic', 5],
    ['lookups', 3],
    ['steps', 1],
    ['checks', 1],
  ])('stops when %s are used up', (kind, limit) => {
    const { code, used } = search(pools.pool('certified by the root', 8), {
      ...defaultWorkLimits,
      [kind]: limit,
    });
    expect(code).toBe('path-search-exhausted');
    expect(used[kind]).toBeLessThanOrEqual(limit);
  });
});

describe('pools of authorities below one another', () => {
  const root = testKey('p256');
  const name = (text: string): Uint8Array => distinguishedName(commonName(text));
  const certify = (subject: string, issuer: string, publicKey = root.publicKey): Certificate =>
    parsed(
      buildCertificate({
        signer: root,
        subject: name(subject),
        issuer: name(issuer),
        publicKey,
        extensions: [basicConstraints(true)],
      }),
    );

  it('finds the root three authorities above', () => {
    const candidates = [certify('A', 'B'), certify('B', 'C'), certify('C', 'Root')];
    const target = certify('Target', 'A');
    const anchors = [trustAnchor(certify('Root', 'Root'))];
    const result = validatePath({ target, candidates, anchors, at: draftTime });
    expect(result.ok && result.value.certificates).toEqual([target, ...candidates]);
  });

  it('has no use for a key that is not on its curve', () => {
    const off = Uint8Array.from(root.publicKey);
    off[off.length - 1]! ^= 1;
    const target = certify('Target', 'A');
    const candidates = [certify('A', 'Root', off)];
    const anchors = [trustAnchor(certify('Root', 'Root'))];
    expect(validatePath({ target, candidates, anchors, at: draftTime })).toMatchObject({
      ok: false,
      failure: { code: 'public-key-unusable', certificate: target },
    });
  });
});

describe('pools of keys that are slow to verify with', () => {
  const signer = testKey('p256');
  const name = (text: string): Uint8Array => distinguishedName(commonName(text));
  const shape = { signer, issuer: name('Root'), extensions: [basicConstraints(true)] };
  const pool = (algorithm: Uint8Array, publicKeys: readonly Uint8Array[]): HardGraph => {
    const target = parsed(buildCertificate({ ...shape, issuer: name('CA'), subject: name('Target') }));
    const signature = der.bitString(new Uint8Array(256).fill(1));
    const candidates = publicKeys.map((publicKey) =>
      parsed(buildCertificate({ ...shape, subject: name('CA'), publicKey })),
    );
    return {
      target: retagged(parsed(der.sequence(target.tbs, algorithm, signature)), algorithm),
      candidates,
    };
  };
  /** As if the algorithm inside were the one outside. */
  const retagged = (certificate: Certificate, algorithm: Uint8Array): Certificate => ({
    ...certificate,
    tbsSignatureAlgorithm: { ...certificate.signatureAlgorithm, der: algorithm },
  });

  it('verifies with a dozen keys on P-384, and stops', () => {
    const keys = Array.from({ length: 40 }, () => testKey('p384').publicKey);
    const { code, used } = search(pool(der.sequence(der.oid(Oid.ecdsaSha256)), keys));
    expect(code).toBe('path-search-exhausted');
    expect(used.signatures).toBeLessThanOrEqual(16);
  });

  it('verifies with a few RSA keys of a long exponent, and stops', () => {
    const exponent = der.encode(Tag.integer, Uint8Array.of(0, ...new Uint8Array(255).fill(0xff)));
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const made = rsaPublicKey(publicKey.export({ format: 'der', type: 'spki' }));
    const keys = Array.from({ length: 12 }, (_, index) => {
      const modulus = Uint8Array.of(0, ...(made?.modulus ?? []));
      modulus[9] = index;
      const key = der.sequence(der.encode(Tag.integer, modulus), exponent);
      return der.sequence(der.sequence(der.oid(Oid.rsaEncryption), der.nullValue()), der.bitString(key));
    });
    const { code, used } = search(pool(der.sequence(der.oid(Oid.sha256WithRsa), der.nullValue()), keys));
    expect(code).toBe('path-search-exhausted');
    expect(used.signatures).toBeLessThanOrEqual(6);
  });
});
