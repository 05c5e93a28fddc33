import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { der } from '../../../../src/core/der/index.js';
import {
  defaultWorkLimits,
  maximumCandidates,
  type PathInput,
  type TrustAnchor,
  trustAnchor,
  validatePath,
  WorkBudget,
} from '../../../../src/core/path/index.js';
import { type Certificate, everyAlgorithm, Oid, strongAlgorithms } from '../../../../src/core/x509/index.js';
import {
  authorityKeyIdentifier,
  basicConstraints,
  buildCertificate,
  certificatePolicies,
  type CertificateShape,
  commonName,
  distinguishedName,
  extension,
  type ExtensionShape,
  type KeyPair,
  subjectKeyIdentifier,
} from '../../../../src/devkit/index.js';
import { draftTime, parsed, testKey } from '../../../support/path/chain-draft.js';

const name = (text: string): Uint8Array => distinguishedName(commonName(text));
const keys = Array.from({ length: 12 }, () => testKey('rsa-1024'));
const rootKey = testKey('rsa-1024');

/** A certificate for `subject` by `issuer`, an authority's unless `endEntity`. */
function certify(
  subject: string,
  key: KeyPair,
  issuer: string,
  signer: KeyPair,
  shape: Partial<CertificateShape> & {
    readonly more?: readonly ExtensionShape[];
    readonly endEntity?: true;
  } = {},
): Certificate {
  const extensions = [...(shape.endEntity === true ? [] : [basicConstraints(true)]), ...(shape.more ?? [])];
  return parsed(
    buildCertificate({
      signer,
      subject: name(subject),
      issuer: name(issuer),
      publicKey: key.publicKey,
      extensions,
      ...shape,
    }),
  );
}

const root = certify('Root', rootKey, 'Root', rootKey);

interface Answer {
  readonly code: string;
  readonly path: readonly Certificate[];
  readonly used: WorkBudget['used'];
}

function search(
  target: Certificate,
  candidates: readonly Certificate[],
  anchors: readonly TrustAnchor[] = [trustAnchor(root)],
  limits = defaultWorkLimits,
): Answer {
  const budget = new WorkBudget(limits);
  const result = validatePath({
    target,
    candidates,
    anchors,
    at: draftTime,
    algorithms: everyAlgorithm,
    budget,
  });
  return result.ok
    ? { code: 'OK', path: result.value.certificates, used: budget.used }
    : { code: result.failure.code, path: [], used: budget.used };
}

it('does not search again from an authority that is known to lead nowhere', () => {
  const [shared, a, b, nobody] = [keys[0]!, keys[1]!, keys[2]!, keys[3]!];
  const nowhere = certify('A', a, 'Nowhere', nobody);
  const first = certify('CA', shared, 'A', a);
  const second = certify('CA', shared, 'B', b);
  const between = certify('B', b, 'A', a);
  const target = certify('Target', nobody, 'CA', shared, { endEntity: true });
  const alone = search(target, [first, nowhere]);
  const both = search(target, [first, nowhere, second, between]);
  expect([alone.path, both.path]).toEqual([[], []]);
  expect(both.code).toBe(alone.code);
});

describe('path search', () => {
  it('needs 31 verifications for a chain of 30', () => {
    let issuer = { text: 'Root', key: rootKey };
    const chain: Certificate[] = [];
    for (let depth = 0; depth < 30; depth++) {
      const key = keys[depth % keys.length]!;
      chain.push(certify(`CA ${depth}`, key, issuer.text, issuer.key));
      issuer = { text: `CA ${depth}`, key };
    }
    const target = certify('Target', keys[0]!, issuer.text, issuer.key, { endEntity: true });
    const { code, path, used } = search(target, chain.toReversed());
    expect([code, path.length, used.signatures]).toEqual(['OK', 31, 31]);
  });

  it('finds the path among a hundred issuers of one name', () => {
    const others = Array.from({ length: 99 }, (_, n) =>
      certify('CA', keys[n % 10]!, 'Root', rootKey, { serialNumber: n + 1 }),
    );
    const right = certify('CA', keys[11]!, 'Root', rootKey, { serialNumber: 100 });
    const target = certify('Target', keys[0]!, 'CA', keys[11]!, { endEntity: true });
    const { code, path, used } = search(target, [...others, right]);
    expect([code, path[1]]).toEqual(['OK', right]);
    expect(used.signatures).toBeLessThanOrEqual(12);
  });

  it('tries only the issuer with the right key identifier', () => {
    const pool = keys.map((key, n) =>
      certify('CA', key, 'Root', rootKey, {
        serialNumber: n + 1,
        more: [subjectKeyIdentifier(key.keyIdentifier)],
      }),
    );
    const more = [authorityKeyIdentifier({ keyIdentifier: keys[7]!.keyIdentifier })];
    const target = certify('Target', keys[0]!, 'CA', keys[7]!, { endEntity: true, more });
    const { code, path, used } = search(target, pool);
    expect([code, path[1], used.signatures]).toEqual(['OK', pool[7], 2]);
  });

  it('tries only the anchor with the right key identifier', () => {
    const anchors = keys.map((key) =>
      trustAnchor(certify('Root', key, 'Root', key, { more: [subjectKeyIdentifier(key.keyIdentifier)] })),
    );
    const more = [authorityKeyIdentifier({ keyIdentifier: keys[7]!.keyIdentifier })];
    const target = certify('Target', keys[0]!, 'Root', keys[7]!, { endEntity: true, more });
    expect(search(target, [], anchors)).toMatchObject({ code: 'OK', used: { signatures: 1 } });
  });

  it('uses issuer and serial number, and ignores them where they are wrong', () => {
    const pool = keys.map((key, n) => certify('CA', key, 'Root', rootKey, { serialNumber: n + 1 }));
    const hint = (serial: number): ExtensionShape =>
      authorityKeyIdentifier({ issuer: [{ directory: name('Root') }], serialNumber: Uint8Array.of(serial) });
    const right = certify('Target', keys[0]!, 'CA', keys[7]!, { endEntity: true, more: [hint(8)] });
    expect(search(right, pool)).toMatchObject({ code: 'OK', used: { signatures: 2 } });
    const wrong = certify('Target', keys[0]!, 'CA', keys[7]!, { endEntity: true, more: [hint(3)] });
    expect(search(wrong, pool)).toMatchObject({ code: 'OK', path: [wrong, pool[7]] });
  });

  const loops = (count: number): Certificate[] =>
    Array.from({ length: count }, (_, one) => one).flatMap((one) =>
      Array.from({ length: count }, (_, other) => other)
        .filter((other) => other !== one)
        .map((other) =>
          certify(`CA ${one}`, keys[one]!, `CA ${other}`, keys[other]!, { serialNumber: other + 1 }),
        ),
    );

  it('finds no path from nine authorities that certify one another', () => {
    const target = certify('Target', keys[0]!, 'CA 0', keys[0]!, { endEntity: true });
    const { code, used } = search(target, loops(9));
    expect(code).toBe('issuer-not-found');
    expect(used.signatures).toBeLessThanOrEqual(9 * 8 + 1);
    expect(used.steps).toBeLessThanOrEqual(4);
  });

  it('finds the shortest path from nine authorities that certify one another', () => {
    const target = certify('Target', keys[0]!, 'CA 0', keys[0]!, { endEntity: true });
    const exit = certify('CA 8', keys[8]!, 'Root', rootKey);
    const { code, path, used } = search(target, [...loops(9), exit]);
    expect([code, path.length]).toEqual(['OK', 3]);
    expect(path[2]).toBe(exit);
    expect(used.signatures).toBeLessThanOrEqual(9 * 8 + 2);
  });

  it('stops after its steps when every path from them is bad', () => {
    const target = certify('Target', keys[0]!, 'CA 0', keys[0]!, { endEntity: true });
    const exit = certify('CA 8', keys[8]!, 'Root', rootKey, { notAfter: new Date('2021-01-01T00:00:00Z') });
    const { code, used } = search(target, [...loops(9), exit]);
    expect(code).toBe('certificate-expired');
    expect(used.steps).toBe(defaultWorkLimits.steps);
    expect(used.signatures).toBeLessThanOrEqual(9 * 8 + 2);
  });

  it('ends at two authorities that certify each other', () => {
    const pool = [certify('A', keys[1]!, 'B', keys[2]!), certify('B', keys[2]!, 'A', keys[1]!)];
    const target = certify('Target', keys[0]!, 'A', keys[1]!, { endEntity: true });
    expect(search(target, pool).code).toBe('issuer-not-found');
    const crossed = [...pool, certify('B', keys[2]!, 'Root', rootKey, { serialNumber: 2 })];
    expect(search(target, crossed)).toMatchObject({ code: 'OK', path: [target, pool[0], crossed[2]] });
  });

  it('uses a self-issued certificate for a new key', () => {
    const old = certify('CA', keys[1]!, 'Root', rootKey);
    const rollover = certify('CA', keys[2]!, 'CA', keys[1]!);
    const target = certify('Target', keys[0]!, 'CA', keys[2]!, { endEntity: true });
    expect(search(target, [rollover, old])).toMatchObject({ code: 'OK', path: [target, rollover, old] });
  });

  it('tries the next path where the first is bad', () => {
    const more = [certificatePolicies(['1.2.3'])];
    const expired = certify('CA', keys[1]!, 'Root', rootKey, {
      notAfter: new Date('2021-01-01T00:00:00Z'),
      more,
    });
    const good = certify('CA', keys[1]!, 'Root', rootKey, { serialNumber: 2, more });
    const target = certify('Target', keys[0]!, 'CA', keys[1]!, { endEntity: true });
    expect(search(target, [expired, expired, good])).toMatchObject({ code: 'OK', path: [target, good] });
  });

  it('accepts a target that an anchor issued, and one that is its own anchor', () => {
    const target = certify('Target', keys[0]!, 'Root', rootKey, { endEntity: true });
    expect(search(target, []).code).toBe('OK');
    expect(search(root, []).code).toBe('OK');
  });

  it('accepts an anchor that is only a name and a key', () => {
    const target = certify('Target', keys[0]!, 'Root', rootKey, { endEntity: true });
    const anchor = { name: root.subject, subjectPublicKeyInfo: rootKey.publicKey };
    expect(search(target, [], [anchor]).code).toBe('OK');
    const over = { ...anchor, notAfter: draftTime.getTime() - 1000 };
    expect(search(target, [], [over]).code).toBe('anchor-not-valid-then');
  });

  it('never accepts an issuer by its name alone', () => {
    const target = certify('Target', keys[0]!, 'CA', keys[5]!, { endEntity: true });
    const impostor = certify('CA', keys[1]!, 'Root', rootKey);
    expect(search(target, [impostor]).code).toBe('signature-invalid');
    expect(search(target, []).code).toBe('issuer-not-found');
    expect(search(target, [], []).code).toBe('issuer-not-found');
  });

  it('refuses an algorithm, and names it', () => {
    const target = certify('Target', keys[0]!, 'Root', rootKey, { endEntity: true });
    const input: PathInput = { target, candidates: [], anchors: [trustAnchor(root)], at: draftTime };
    const refused = {
      ok: false,
      failure: {
        code: 'signature-algorithm-refused',
        certificate: target,
        values: { algorithm: Oid.sha256WithRsa },
      },
    };
    expect(validatePath({ ...input, algorithms: strongAlgorithms })).toEqual(refused);
    expect(validatePath(input)).toEqual(refused);
  });

  it('stops at its limits', () => {
    const pool = keys.map((key, n) => certify('CA', key, 'Root', rootKey, { serialNumber: n + 1 }));
    const target = certify('Target', keys[0]!, 'CA', keys[7]!, { endEntity: true });
    const anchors = [trustAnchor(root)];
    expect(search(target, pool, anchors, { ...defaultWorkLimits, signatures: 3 })).toMatchObject({
      code: 'path-search-exhausted',
      used: { signatures: 3 },
    });
    expect(search(target, pool, anchors, { ...defaultWorkLimits, steps: 1 }).code).toBe(
      'path-search-exhausted',
    );
    const lost = Array.from({ length: maximumCandidates }, () => pool[0]!);
    expect(search(target, [...lost, pool[7]!]).code).toBe('signature-invalid');
  });

  it('refuses an issuer whose extensions can not be decoded', () => {
    const more = [extension(Oid.authorityKeyIdentifier, der.nullValue())];
    const odd = certify('CA', keys[1]!, 'Root', rootKey, { more });
    const target = certify('Target', keys[0]!, 'CA', keys[1]!, { endEntity: true });
    expect(search(target, [odd]).code).toBe('extension-malformed');
  });
});

describe('DSA keys that inherit their parameters', () => {
  const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
  const whole = Uint8Array.from(dsa.publicKey.export({ format: 'der', type: 'spki' }));
  const bits = Buffer.from(whole).subarray(Buffer.from(whole).lastIndexOf(Buffer.of(0x03, 0x81)));
  const without = der.sequence(der.sequence(der.oid(Oid.dsa)), Uint8Array.from(bits));
  const algorithm = der.sequence(der.oid(Oid.dsaSha1));

  function dsaCertificate(
    subject: string,
    issuer: string,
    publicKey: Uint8Array,
    extensions: Uint8Array,
  ): Certificate {
    const tbs = der.sequence(
      der.context(0, der.integer(2)),
      der.integer(1),
      algorithm,
      name(issuer),
      der.sequence(der.time(new Date('2020-01-01')), der.time(new Date('2040-01-01'))),
      name(subject),
      publicKey,
      der.context(3, der.sequence(extensions)),
    );
    return parsed(der.sequence(tbs, algorithm, der.bitString(sign('sha1', tbs, dsa.privateKey))));
  }

  const authority = der.sequence(
    der.oid(Oid.basicConstraints),
    der.octetString(der.sequence(der.boolean(true))),
  );
  const top = dsaCertificate('DSA Root', 'DSA Root', whole, authority);
  const middle = dsaCertificate('DSA CA', 'DSA Root', without, authority);
  const target = dsaCertificate('DSA Target', 'DSA CA', without, authority);

  it('are completed from the anchor down', () => {
    const result = validatePath({
      target,
      candidates: [middle],
      anchors: [trustAnchor(top)],
      at: draftTime,
      algorithms: everyAlgorithm,
    });
    if (!result.ok) throw new Error(result.failure.code);
    expect(Buffer.from(result.value.workingPublicKey)).toEqual(Buffer.from(whole));
  });

  it('verify nothing that they did not sign', () => {
    const forged = parsed(
      Uint8Array.from(target.der, (octet, at) => (at === target.der.length - 1 ? octet ^ 1 : octet)),
    );
    const input: PathInput = {
      target: forged,
      candidates: [middle],
      anchors: [trustAnchor(top)],
      at: draftTime,
    };
    expect(validatePath({ ...input, algorithms: everyAlgorithm })).toEqual({
      ok: false,
      failure: { code: 'signature-invalid', certificate: forged },
    });
  });

  it('verify nothing under another key', () => {
    const anchor = { ...trustAnchor(root), name: top.subject };
    const pathless: PathInput = {
      target,
      candidates: [middle],
      anchors: [anchor],
      at: draftTime,
      algorithms: everyAlgorithm,
    };
    expect(validatePath(pathless)).toMatchObject({
      ok: false,
      failure: { code: 'signature-algorithm-refused' },
    });
    const budget = new WorkBudget({ ...defaultWorkLimits, signatures: 1 });
    const fresh = dsaCertificate('DSA Target', 'DSA CA', without, authority);
    const starved: PathInput = {
      target: fresh,
      candidates: [middle],
      anchors: [trustAnchor(top)],
      at: draftTime,
      algorithms: everyAlgorithm,
    };
    expect(
      validatePath({ ...starved, budget: new WorkBudget({ ...defaultWorkLimits, signatures: 0 }) }),
    ).toMatchObject({
      ok: false,
      failure: { code: 'path-search-exhausted', certificate: fresh },
    });
    expect(validatePath({ ...starved, budget }).ok).toBe(true);
  });
});
