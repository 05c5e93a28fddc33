import { describe, expect, it } from '@jest/globals';
import { type Certificate, everyAlgorithm, Oid } from '../../../../src/core/x509/index.js';
import {
  basicConstraints,
  certificateIssuer,
  crlDistributionPoints,
  crlNumber,
  type CrlShape,
  deltaCrlIndicator,
  type DistributionPointShape,
  extension,
  type ExtensionShape,
  freshestCrl,
  issuingDistributionPoint,
  keyUsage,
} from '../../../../src/devkit/index.js';
import {
  anchor,
  at,
  authority,
  ca,
  certificate,
  check,
  crl,
  failureOf,
  key,
  targetCertificate,
  named,
  tomorrow,
  verdict,
  yesterday,
} from '../../../support/revocation/authority.js';

const revokedAt = new Date('2026-02-01T00:00:00Z');
const listed = [{ serialNumber: 5, revokedAt, reason: 'keyCompromise' }] as const;
const uri = 'http://crl.example/ca.crl';
const other = 'http://crl.example/other.crl';
const targetAt = (...points: readonly (string | DistributionPointShape)[]): Certificate =>
  certificate('target', 'ca', { extensions: [crlDistributionPoints(...points)] });
const scope = (
  point: Parameters<typeof issuingDistributionPoint>[0],
  shape: Partial<CrlShape> = {},
): ReturnType<typeof crl> =>
  crl('ca', { extensions: [crlNumber(10), issuingDistributionPoint(point)], ...shape });
const day = 24 * 60 * 60 * 1000;

describe('checkRevocation by complete CRLs', () => {
  it.each([
    ['no data', [], 'revocation-unavailable'],
    ['a CRL of another issuer', [crl('stranger')], 'revocation-unavailable'],
    ['a CRL that does not list it', [crl('ca')], 'good'],
    ['a CRL that lists it', [crl('ca', { entries: listed })], 'certificate-revoked'],
    ['two, and the second lists it', [crl('ca'), crl('ca', { entries: listed })], 'certificate-revoked'],
    [
      'a CRL signed by another key',
      [crl('ca', { signer: key('stranger') })],
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'a changed signature',
      [crl('ca', { editSignature: (s) => s.map((o, i) => (i === s.length - 1 ? o ^ 1 : o)) })],
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'another algorithm inside the signed part',
      [crl('ca', { tbsAlgorithmIdentifier: Buffer.from('300a06082a8648ce3d040303', 'hex') })],
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'a SHA-1 signature',
      [crl('ca', { algorithm: 'ecdsa-sha1' })],
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'thisUpdate in the future',
      [crl('ca', { thisUpdate: tomorrow })],
      'revocation-unavailable crl-not-current',
    ],
    ['nextUpdate exactly now', [crl('ca', { nextUpdate: at })], 'revocation-unavailable crl-not-current'],
    ['nextUpdate past', [crl('ca', { nextUpdate: yesterday })], 'revocation-unavailable crl-not-current'],
    [
      'a stale one that lists it',
      [crl('ca', { nextUpdate: yesterday, entries: listed })],
      'revocation-unavailable crl-not-current',
    ],
    ['no nextUpdate, a day old', [crl('ca', { nextUpdate: undefined })], 'good'],
    [
      'no nextUpdate, seven days old',
      [crl('ca', { nextUpdate: undefined, thisUpdate: new Date(at.getTime() - 7 * day) })],
      'good',
    ],
    [
      'no nextUpdate, older',
      [crl('ca', { nextUpdate: undefined, thisUpdate: new Date(at.getTime() - 7 * day - 1000) })],
      'revocation-unavailable crl-not-current',
    ],
    ['an unknown extension', [crl('ca', { extensions: [extension('1.2.3', Buffer.of(5, 0))] })], 'good'],
    [
      'an unknown critical extension',
      [crl('ca', { extensions: [extension('1.2.3', Buffer.of(5, 0), true)] })],
      'revocation-unknown crl-critical-extension',
    ],
    [
      'an unknown critical extension, and it is listed',
      [crl('ca', { entries: listed, extensions: [extension('1.2.3', Buffer.of(5, 0), true)] })],
      'revocation-unknown crl-critical-extension',
    ],
    [
      'an unknown critical extension on another entry',
      [
        crl('ca', {
          entries: [{ serialNumber: 9, revokedAt, extensions: [extension('1.2.3', Buffer.of(5, 0), true)] }],
        }),
      ],
      'revocation-unknown crl-critical-extension',
    ],
    [
      'every extension that says nothing of the status',
      [
        crl('ca', {
          extensions: [
            crlNumber(1),
            freshestCrl(uri),
            extension(Oid.issuerAltName, Buffer.from('3003820161', 'hex')),
          ],
        }),
      ],
      'good',
    ],
    ['a version 1 CRL', [crl('ca', { version: 1, extensions: [] })], 'good'],
    [
      'removeFromCRL in a complete CRL',
      [crl('ca', { entries: [{ serialNumber: 5, revokedAt, reason: 'removeFromCRL' }] })],
      'certificate-revoked',
    ],
  ])('%s', (_data, crls, expected) => expect(verdict(check({ crls }))).toBe(expected));

  it('returns when and why, which CRL shows it, and which certificate is revoked', () => {
    const list = crl('ca', { entries: listed });
    const failure = failureOf(check({ crls: [list] }));
    expect(failure).toEqual({
      code: 'certificate-revoked',
      certificate: targetCertificate,
      revocation: { at: revokedAt.getTime(), reason: 'keyCompromise' },
      causes: [],
      references: [{ kind: 'crl', sha256: list.sha256, number: '10' }],
    });
  });

  it('returns each CRL that it relies on once', () => {
    const list = crl('root');
    const path = [
      certificate('b', 'root', { serialNumber: 7 }),
      certificate('a', 'root', { serialNumber: 8 }),
    ];
    expect(check({ path, anchor: anchor('root'), crls: [list, list] })).toEqual({
      ok: true,
      value: { references: [list.reference] },
    });
  });

  it.each([
    ['any age', {}, 'good'],
    ['at most a day', { maximumCrlAge: day }, 'good'],
    ['less than a day', { maximumCrlAge: day - 1 }, 'revocation-unavailable crl-not-current'],
  ])('accepts or refuses a CRL of %s', (_age, rules, expected) =>
    expect(verdict(check({ crls: [crl('ca')], ...rules }))).toBe(expected),
  );

  it('allows for a clock that is ahead, by the tolerance given', () => {
    const crls = [crl('ca', { thisUpdate: new Date(at.getTime() + 2000) })];
    expect(verdict(check({ crls, clockTolerance: 1999 }))).toBe('revocation-unavailable crl-not-current');
    expect(verdict(check({ crls, clockTolerance: 2000 }))).toBe('good');
  });

  it('uses the algorithms it is given', () =>
    expect(
      verdict(check({ crls: [crl('ca', { algorithm: 'ecdsa-sha1' })], algorithms: everyAlgorithm })),
    ).toBe('good'));

  it('checks issuers too, and first', () => {
    const path = [certificate('target', 'ca'), authority('ca', 'root')];
    const rootList = (serialNumber: number): ReturnType<typeof crl> =>
      crl('root', { entries: [{ serialNumber, revokedAt }] });
    const rules = { path, anchor: anchor('root') };
    expect(verdict(check({ ...rules, crls: [crl('ca'), rootList(9)] }))).toBe('good');
    const failure = failureOf(check({ ...rules, crls: [crl('ca', { entries: listed }), rootList(2)] }));
    expect(failure.certificate).toBe(path[1]);
    expect(failure.revocation).toEqual({ at: revokedAt.getTime(), reason: 'unspecified' });
    expect(verdict(check({ ...rules, crls: [crl('ca')] }))).toBe('revocation-unavailable');
  });
});

describe('the scope of a CRL (RFC 5280 §6.3.3 (b))', () => {
  const version1 = certificate('target', 'ca', { version: 1 });
  const caTarget = authority('target', 'ca', { serialNumber: 5 });
  const directory = { fullName: [{ directory: named('point') }] };
  it.each([
    ['the point it names', targetAt(uri), scope({ fullName: [{ uri }] }), 'good'],
    ['one of the points it names', targetAt(other, uri), scope({ fullName: [{ uri }] }), 'good'],
    [
      'another point',
      targetAt(other),
      scope({ fullName: [{ uri }] }),
      'revocation-unavailable crl-out-of-scope',
    ],
    [
      'a point, and the certificate names none',
      targetCertificate,
      scope({ fullName: [{ uri }] }),
      'revocation-unavailable crl-out-of-scope',
    ],
    [
      'its issuer as the point, and the certificate names none',
      targetCertificate,
      scope({ fullName: [{ directory: named('ca') }] }),
      'good',
    ],
    ['no point', targetAt(uri), scope({ onlyUserCertificates: true }), 'good'],
    ['a directory name', targetAt(directory), scope(directory), 'good'],
    [
      'a directory name in other letters',
      targetAt(directory),
      scope({ fullName: [{ directory: named('POINT') }] }),
      'good',
    ],
    [
      'a relative name for the same full name',
      targetAt({ relativeName: [named('x').subarray(4)] }),
      scope({ relativeName: [named('x').subarray(4)] }),
      'good',
    ],
    [
      'another relative name',
      targetAt({ relativeName: [named('x').subarray(4)] }),
      scope({ relativeName: [named('y').subarray(4)] }),
      'revocation-unavailable crl-out-of-scope',
    ],
    [
      'a DNS name',
      targetAt({ fullName: [{ dns: 'crl.example' }] }),
      scope({ fullName: [{ dns: 'crl.example' }] }),
      'good',
    ],
    [
      'an e-mail address',
      targetAt({ fullName: [{ email: 'a@crl.example' }] }),
      scope({ fullName: [{ email: 'a@crl.example' }] }),
      'good',
    ],
    [
      'an IP address',
      targetAt({ fullName: [{ ip: Buffer.of(192, 0, 2, 1) }] }),
      scope({ fullName: [{ ip: Buffer.of(192, 0, 2, 1) }] }),
      'good',
    ],
    [
      'a registered ID',
      targetAt({ fullName: [{ registeredId: '1.2.3' }] }),
      scope({ fullName: [{ registeredId: '1.2.3' }] }),
      'good',
    ],
    [
      'another name',
      targetAt({ fullName: [{ other: ['1.2.3', Buffer.of(5, 0)] }] }),
      scope({ fullName: [{ other: ['1.2.3', Buffer.of(5, 0)] }] }),
      'good',
    ],
    ['users only, a user', targetCertificate, scope({ onlyUserCertificates: true }), 'good'],
    [
      'users only, a CA',
      caTarget,
      scope({ onlyUserCertificates: true }),
      'revocation-unavailable crl-out-of-scope',
    ],
    [
      'users only, a certificate of version 1',
      version1,
      scope({ onlyUserCertificates: true }),
      'revocation-unavailable crl-out-of-scope',
    ],
    ['CAs only, a CA', caTarget, scope({ onlyCaCertificates: true }), 'good'],
    [
      'CAs only, a user',
      targetCertificate,
      scope({ onlyCaCertificates: true }),
      'revocation-unavailable crl-out-of-scope',
    ],
    [
      'attribute certificates only',
      targetCertificate,
      scope({ onlyAttributeCertificates: true }),
      'revocation-unavailable crl-out-of-scope',
    ],
    [
      'extensions that do not decode',
      certificate('target', 'ca', { extensions: [extension(Oid.basicConstraints, Buffer.of(1))] }),
      crl('ca'),
      'revocation-unavailable crl-out-of-scope',
    ],
  ])('%s', (_scope, certificate, list, expected) =>
    expect(verdict(check({ path: [certificate], crls: [list] }))).toBe(expected),
  );

  const some = scope({ onlySomeReasons: ['keyCompromise', 'cACompromise'] });
  const rest = scope({
    onlySomeReasons: [
      'affiliationChanged',
      'superseded',
      'cessationOfOperation',
      'certificateHold',
      'privilegeWithdrawn',
      'aACompromise',
    ],
  });
  it.each([
    ['some reasons', targetCertificate, [some], 'revocation-unavailable crl-reasons-incomplete'],
    ['some, then the rest', targetCertificate, [some, rest], 'good'],
    [
      'some, and a stale one',
      targetCertificate,
      [some, crl('ca', { nextUpdate: yesterday })],
      'revocation-unavailable crl-not-current crl-reasons-incomplete',
    ],
    [
      'some, listed',
      targetCertificate,
      [scope({ onlySomeReasons: ['keyCompromise'] }, { entries: listed })],
      'certificate-revoked',
    ],
    [
      'reasons the point limits, and the issuer besides',
      targetAt({ fullName: [{ uri }], reasons: ['keyCompromise'] }),
      [scope({ fullName: [{ uri }] })],
      'revocation-unavailable crl-reasons-incomplete',
    ],
  ])('reasons: %s', (_reasons, certificate, crls, expected) =>
    expect(verdict(check({ path: [certificate], crls }))).toBe(expected),
  );
});

describe('indirect CRLs', () => {
  const crlIssuer = [{ directory: named('lister') }];
  const lister = authority('lister', 'root', { serialNumber: 3 });
  const issuing = authority('ca', 'root');
  const indirect = issuingDistributionPoint({ indirect: true });
  const pointing = certificate('target', 'ca', { extensions: [crlDistributionPoints({ crlIssuer })] });
  const rules = { path: [pointing, issuing], anchor: anchor('root'), candidates: [lister] };
  const entriesOf = (...issuers: readonly (string | undefined)[]): CrlShape['entries'] =>
    issuers.map((issuer) => ({
      serialNumber: 5,
      revokedAt,
      extensions: issuer === undefined ? [] : [certificateIssuer({ dns: 'x' }, { directory: named(issuer) })],
    }));
  const listing = (...issuers: readonly (string | undefined)[]): ReturnType<typeof crl> =>
    crl('lister', { extensions: [crlNumber(1), indirect], entries: entriesOf(...issuers) });

  it.each([
    ['nobody', [listing()], 'good'],
    ['its serial number under the CRL issuer', [listing(undefined)], 'good'],
    ['its serial number under another issuer', [listing('x')], 'good'],
    ['it', [listing('ca')], 'certificate-revoked'],
    [
      'it, in an entry that inherits the issuer',
      [
        crl('lister', {
          extensions: [indirect],
          entries: [
            { serialNumber: 8, revokedAt },
            { serialNumber: 9, revokedAt, extensions: [certificateIssuer({ directory: named('ca') })] },
            ...entriesOf(undefined)!,
          ],
        }),
      ],
      'certificate-revoked',
    ],
    [
      'its number after an entry that names another issuer',
      [
        crl('lister', {
          extensions: [indirect],
          entries: [
            { serialNumber: 9, revokedAt, extensions: [certificateIssuer({ directory: named('ca') })] },
            ...entriesOf('x')!,
          ],
        }),
      ],
      'good',
    ],
    ['several with its number, one of its issuer', [listing('x', 'y', 'ca', 'z')], 'certificate-revoked'],
    ['it, but the CRL is not indirect', [crl('lister')], 'revocation-unavailable'],
  ])('an indirect CRL that lists %s', (_listed, crls, expected) =>
    expect(verdict(check({ ...rules, crls: [...crls, crl('root')] }))).toBe(expected),
  );

  it.each([
    ['a name of the CRL issuer', { fullName: [...crlIssuer] }, [{ crlIssuer }], 'good'],
    ['a name neither has', { fullName: [{ uri }] }, [{ crlIssuer }], 'revocation-unavailable'],
    [
      'a relative name of both',
      { relativeName: [named('x').subarray(4)] },
      [{ crlIssuer, relativeName: [named('x').subarray(4)] }],
      'good',
    ],
    ['a cRLIssuer that is no directory name', {}, [{ crlIssuer: [{ uri }] }], 'revocation-unavailable'],
  ])('a point with %s', (_name, point, points, expected) => {
    const path = [certificate('target', 'ca', { extensions: [crlDistributionPoints(...points)] }), issuing];
    const list = crl('lister', { extensions: [issuingDistributionPoint({ ...point, indirect: true })] });
    expect(verdict(check({ ...rules, path, crls: [list, crl('root')] }))).toBe(expected);
  });

  it.each([
    ['clears a certificate that names no point', targetCertificate, [], 'good'],
    [
      'does not clear one whose point names no CRL issuer',
      targetAt(uri),
      [],
      'revocation-unavailable crl-out-of-scope',
    ],
    ['still revokes that one', targetAt(uri), listed, 'certificate-revoked'],
  ])('by the certificate issuer itself %s', (_what, certificate, entries, expected) => {
    const list = crl('ca', { extensions: [indirect], entries });
    expect(verdict(check({ path: [certificate], crls: [list] }))).toBe(expected);
  });

  it.each([
    ['clears nothing', [], 'revocation-unavailable crl-out-of-scope'],
    ['revokes', listed, 'certificate-revoked'],
  ])(
    "the certificate issuer's own CRL, where the point names another CRL issuer, %s",
    (_what, entries, expected) =>
      expect(verdict(check({ path: [targetAt({ crlIssuer })], crls: [crl('ca', { entries })] }))).toBe(
        expected,
      ),
  );
});

describe('who may sign a CRL', () => {
  const crlKey = certificate('ca', 'root', {
    key: 'crl key',
    serialNumber: 4,
    extensions: [keyUsage('cRLSign')],
  });
  const path = [certificate('target', 'ca'), authority('ca', 'root')];
  const rules = { path, anchor: anchor('root'), candidates: [certificate('stranger', 'root'), crlKey] };
  const byCrlKey = crl('ca', { signer: key('crl key') });
  const revokedKey = crl('root', { entries: [{ serialNumber: 4, revokedAt }] });

  it.each([
    ['a key of its own under the same anchor', [byCrlKey, crl('root')], {}, 'good'],
    [
      'a key of its own that is revoked',
      [byCrlKey, revokedKey],
      {},
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'an unknown key',
      [byCrlKey, crl('root')],
      { candidates: [] },
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'a key of its own, where each key has its own CRL',
      [byCrlKey, crl('root')],
      { oneCrlPerKey: true },
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      "the certificate's key, where each key has its own CRL",
      [crl('ca'), crl('root')],
      { oneCrlPerKey: true },
      'good',
    ],
    [
      'a key that may not sign CRLs',
      [byCrlKey, crl('root')],
      {
        candidates: [
          certificate('ca', 'root', {
            key: 'crl key',
            serialNumber: 4,
            extensions: [keyUsage('keyCertSign')],
          }),
        ],
      },
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'a certificate whose extensions do not decode',
      [byCrlKey, crl('root')],
      {
        candidates: [
          certificate('ca', 'root', { key: 'crl key', extensions: [extension(Oid.keyUsage, Buffer.of(1))] }),
        ],
      },
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'a key of that name under another anchor',
      [byCrlKey, crl('root')],
      { candidates: [certificate('ca', 'elsewhere', { key: 'crl key' })] },
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'an expired certificate',
      [byCrlKey, crl('root')],
      { candidates: [certificate('ca', 'root', { key: 'crl key', serialNumber: 4, notAfter: yesterday })] },
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'an issuer without cRLSign',
      [crl('ca'), crl('root')],
      {
        path: [
          path[0]!,
          authority('ca', 'root', { extensions: [basicConstraints(true), keyUsage('keyCertSign')] }),
        ],
      },
      'revocation-unknown crl-signer-untrusted',
    ],
    [
      'an issuer without keyUsage',
      [crl('ca'), crl('root')],
      { path: [path[0]!, authority('ca', 'root', { extensions: [basicConstraints(true)] })] },
      'good',
    ],
    [
      'an issuer whose extensions do not decode',
      [crl('ca'), crl('root', { extensions: [] })],
      { path: [path[0]!, authority('ca', 'root', { extensions: [extension(Oid.keyUsage, Buffer.of(1))] })] },
      'revocation-unavailable crl-out-of-scope',
    ],
  ])('%s', (_signer, crls, more, expected) =>
    expect(verdict(check({ ...rules, crls, ...more }))).toBe(expected),
  );

  it('a key below a certificate of the path itself', () => {
    const lister = certificate('lister', 'ca', { serialNumber: 6, extensions: [keyUsage('cRLSign')] });
    const pointing = certificate('target', 'ca', {
      extensions: [crlDistributionPoints({ crlIssuer: [{ directory: named('lister') }] })],
    });
    const crls = [
      crl('lister', { extensions: [issuingDistributionPoint({ indirect: true })] }),
      crl('ca'),
      crl('root'),
    ];
    const candidates = [lister, path[1]!];
    expect(verdict(check({ ...rules, path: [pointing, path[1]!], candidates, crls }))).toBe('good');
  });

  it('an anchor that is a name and a key may sign', () => {
    const { name, subjectPublicKeyInfo } = ca;
    expect(verdict(check({ anchor: { name, subjectPublicKeyInfo }, crls: [crl('ca')] }))).toBe('good');
  });

  it('an anchor without cRLSign may not', () => {
    const strict = anchor('ca', { extensions: [basicConstraints(true), keyUsage('keyCertSign')] });
    expect(verdict(check({ anchor: strict, crls: [crl('ca')] }))).toBe(
      'revocation-unknown crl-signer-untrusted',
    );
  });

  it('a key that its own CRL covers is good unless that CRL lists it (PKITS 4.14.30)', () => {
    const lister = certificate('lister', 'ca', {
      serialNumber: 6,
      extensions: [
        keyUsage('cRLSign'),
        crlDistributionPoints({ crlIssuer: [{ directory: named('lister') }] }),
      ],
    });
    const pointing = certificate('target', 'ca', {
      extensions: [crlDistributionPoints({ crlIssuer: [{ directory: named('lister') }] })],
    });
    const list = (entries: CrlShape['entries']): ReturnType<typeof crl> =>
      crl('lister', { extensions: [issuingDistributionPoint({ indirect: true })], entries });
    const listsItself = [
      { serialNumber: 6, revokedAt, extensions: [certificateIssuer({ directory: named('ca') })] },
    ];
    const checkWith = (entries: CrlShape['entries']): string =>
      verdict(check({ path: [pointing], candidates: [lister], crls: [list(entries)] }));
    expect(checkWith([])).toBe('good');
    expect(checkWith(listsItself)).toBe('revocation-unknown crl-signer-untrusted');
  });

  it('a certificate of the path can not show its own status', () => {
    const self = certificate('lister', 'ca', {
      extensions: [
        keyUsage('cRLSign'),
        crlDistributionPoints({ crlIssuer: [{ directory: named('lister') }] }),
      ],
    });
    const list = crl('lister', { extensions: [issuingDistributionPoint({ indirect: true })] });
    expect(verdict(check({ path: [self], candidates: [self], crls: [list] }))).toBe(
      'revocation-unknown crl-signer-untrusted',
    );
  });
});

describe('signers whose status depends on one another', () => {
  const pointTo = (lister: string): ExtensionShape =>
    crlDistributionPoints({ crlIssuer: [{ directory: named(lister) }] });
  const signer = (name: string, lister: string, serialNumber: number): Certificate =>
    certificate(name, 'ca', { serialNumber, extensions: [keyUsage('cRLSign'), pointTo(lister)] });
  const list = (issuer: string): ReturnType<typeof crl> =>
    crl(issuer, { extensions: [issuingDistributionPoint({ indirect: true })] });

  it('two that show the status of each other give no answer', () => {
    const path = [certificate('target', 'ca', { extensions: [pointTo('a')] })];
    const candidates = [signer('a', 'b', 21), signer('b', 'a', 22)];
    expect(verdict(check({ path, candidates, crls: [list('a'), list('b')] }))).toBe(
      'revocation-unknown crl-signer-untrusted',
    );
  });

  const chain = ['a', 'b', 'c', 'd', 'e', 'f'];
  const candidates = chain.map((name, index) => signer(name, chain[index + 1] ?? name, 30 + index));
  it.each([
    ['three deep', 'd', 'good'],
    ['six deep', 'a', 'revocation-unknown crl-signer-untrusted'],
  ])('a chain of them %s', (_depth, first, expected) => {
    const path = [certificate('target', 'ca', { extensions: [pointTo(first)] })];
    expect(verdict(check({ path, candidates, crls: chain.map(list) }))).toBe(expected);
  });

  it('of very many only some are checked', () => {
    const path = [certificate('target', 'ca', { extensions: [pointTo('a')] })];
    const many = Array.from({ length: 40 }, (_, index) =>
      certificate('a', 'ca', { serialNumber: 100 + index, notAfter: yesterday }),
    );
    const rules = { path, crls: [list('a'), crl('ca', { entries: [] })] };
    const lister = certificate('a', 'ca', { serialNumber: 99, extensions: [keyUsage('cRLSign')] });
    expect(verdict(check({ ...rules, candidates: [...many.slice(0, 10), lister] }))).toBe('good');
    expect(verdict(check({ ...rules, candidates: [...many, lister] }))).toContain('crl-signer-untrusted');
  });

  it('one whose path needs the certificate under check gives no answer', () => {
    const middle = authority('middle', 'ca', {
      extensions: [basicConstraints(true), keyUsage('keyCertSign'), pointTo('a')],
    });
    const lister = certificate('a', 'middle', { extensions: [keyUsage('cRLSign')] });
    const rules = { path: [middle], candidates: [lister, middle], crls: [list('a'), crl('middle')] };
    expect(verdict(check(rules))).toBe('revocation-unknown crl-signer-untrusted');
  });
});

describe('delta CRLs (RFC 5280 §5.2.4)', () => {
  const delta = (shape: Partial<CrlShape> = {}, base = 10, number = 11): ReturnType<typeof crl> =>
    crl('ca', { extensions: [crlNumber(number), deltaCrlIndicator(base)], ...shape });
  const onHold = [{ serialNumber: 5, revokedAt, reason: 'certificateHold' }] as const;
  const removed = [{ serialNumber: 5, revokedAt, reason: 'removeFromCRL' }] as const;
  const past = { nextUpdate: yesterday, thisUpdate: new Date('2026-02-20T00:00:00Z') };
  const complete = (shape: Partial<CrlShape> = {}): ReturnType<typeof crl> => crl('ca', shape);

  it.each([
    ['a delta alone', [delta()], 'revocation-unavailable'],
    ['listed since', [complete(), delta({ entries: listed })], 'certificate-revoked'],
    ['taken off since', [complete({ entries: onHold }), delta({ entries: removed })], 'good'],
    [
      'taken off and listed again',
      [complete({ entries: onHold }), delta({ entries: [...removed, ...listed] })],
      'certificate-revoked',
    ],
    ['not mentioned since', [complete({ entries: onHold }), delta()], 'certificate-revoked'],
    [
      'the newest of several',
      [
        complete(),
        delta({ entries: listed, thisUpdate: new Date('2026-02-26T00:00:00Z') }),
        delta({ entries: removed }, 10, 12),
      ],
      'good',
    ],
    ['a base newer than the complete CRL', [complete(), delta({ entries: listed }, 11, 12)], 'good'],
    ['a delta older than the complete CRL', [complete(), delta({ entries: listed }, 9, 10)], 'good'],
    [
      'a delta without a number',
      [complete(), delta({ entries: listed, extensions: [deltaCrlIndicator(10)] })],
      'good',
    ],
    ['a complete CRL without a number', [complete({ extensions: [] }), delta({ entries: listed })], 'good'],
    [
      'a delta of another scope',
      [
        complete(),
        delta({
          entries: listed,
          extensions: [
            crlNumber(11),
            deltaCrlIndicator(10),
            issuingDistributionPoint({ onlyUserCertificates: true }),
          ],
        }),
      ],
      'good',
    ],
    [
      'a delta of the same scope',
      [
        scope({ onlyUserCertificates: true }),
        delta({
          entries: listed,
          extensions: [
            crlNumber(11),
            deltaCrlIndicator(10),
            issuingDistributionPoint({ onlyUserCertificates: true }),
          ],
        }),
      ],
      'certificate-revoked',
    ],
    [
      'a delta of another issuer',
      [complete(), crl('x', { entries: listed, extensions: [crlNumber(11), deltaCrlIndicator(10)] })],
      'good',
    ],
    ['a delta by another key', [complete(), delta({ entries: listed, signer: key('x') })], 'good'],
    ['a delta that is past', [complete(), delta({ entries: listed, ...past })], 'good'],
    [
      'a delta with an unknown critical extension',
      [
        complete(),
        delta({
          entries: listed,
          extensions: [crlNumber(11), deltaCrlIndicator(10), extension('1.2.3', Buffer.of(5, 0), true)],
        }),
      ],
      'good',
    ],
    ['a complete CRL that is past, brought up to date', [complete(past), delta()], 'good'],
    [
      'a complete CRL that is past, by a delta of another key',
      [complete(past), delta({ signer: key('x') })],
      'revocation-unavailable crl-not-current',
    ],
    [
      'a complete CRL from the future',
      [complete({ thisUpdate: tomorrow }), delta()],
      'revocation-unavailable crl-not-current',
    ],
  ])('%s', (_case, crls, expected) => expect(verdict(check({ crls }))).toBe(expected));

  it('returns both CRLs', () => {
    const crls = [complete(), delta()];
    expect(check({ crls })).toEqual({
      ok: true,
      value: { references: crls.map(({ reference }) => reference) },
    });
  });
});

it('one CRL answers for each certificate by itself, whichever it was asked about before', () => {
  const oneList = scope({ fullName: [{ uri }] });
  const about = (): readonly string[] =>
    [targetAt(uri), targetAt(other), targetCertificate, targetAt(uri)].map((target) =>
      verdict(check({ path: [target], crls: [oneList] })),
    );
  const outOfScope = 'revocation-unavailable crl-out-of-scope';
  const expected = ['good', outOfScope, outOfScope, 'good'];
  expect([about(), about()]).toEqual([expected, expected]);
});
