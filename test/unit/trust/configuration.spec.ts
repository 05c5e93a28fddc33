import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoPki, valueOf } from '../../../src/devkit/index.js';
import {
  anchorSetAt,
  certificatesByFingerprint,
  fingerprint,
  moicaIdentification,
  readTrustConfiguration,
  readTrustFolder,
  standingRefusals,
} from '../../../src/trust/index.js';
import { demoPki } from '../../support/demo-pki.js';
import { demoTrust, demoTrustJson } from '../../support/trust/trust-dependencies.js';

let pki: DemoPki;
beforeAll(() => {
  pki = demoPki({ at: new Date('2026-03-01T00:00:00Z') });
});

type Json = ReturnType<typeof demoTrustJson>;
const sets = (json: Json): Record<string, unknown>[] => json['anchorSets'] as Record<string, unknown>[];
const withSet = (json: Json, edit: object): unknown => ({
  ...json,
  anchorSets: [{ ...sets(json)[0], ...edit }],
});
const withSource = (json: Json, index: number, edit: object): unknown => ({
  ...json,
  sources: json.sources.map((source, i) => (i === index ? { ...source, ...edit } : source)),
});
const withPolicies =
  (...edits: readonly object[]) =>
  (json: Json): unknown => ({
    ...json,
    policies: edits.map((edit) => ({ name: 'other', kind: {}, keyUsage: [], accepted: [], ...edit })),
  });
const wholeNumber = { in: 'subject', attribute: '2.5.4.12', from: 1, to: 10 };
const withHolder = (edit: object): ((json: Json) => unknown) =>
  withPolicies({ holder: { subjectAttribute: '2.5.4.5', issuerPart: 'name', nationalId: 'none', ...edit } });
const read = (json: unknown): ReturnType<typeof readTrustConfiguration> => {
  const certificates = valueOf(certificatesByFingerprint([pki.anchorsPem()]));
  return readTrustConfiguration(typeof json === 'string' ? json : JSON.stringify(json), certificates);
};

describe('readTrustConfiguration', () => {
  it('reads the demo', () => {
    const { anchorSets, sources, policies, refusals } = demoTrust(pki);
    expect(anchorSets[0]).toMatchObject({ version: 'demo-1', window: { until: Infinity } });
    expect(anchorSets[0]!.anchors).toHaveLength(2);
    expect(anchorSets[0]!.intermediates).toHaveLength(3);
    expect(sources).toHaveLength(5);
    expect(sources[0]).toMatchObject({
      refresh: 3_600_000,
      timeout: 120_000,
      maximumBytes: 64 * 1024 * 1024,
    });
    expect(policies.map(({ name, accepted }) => [name, accepted.length])).toEqual([
      ['natural-person', 1],
      ['financial', 0],
    ]);
    expect(refusals.map(({ name }) => name)).toEqual(['health-insurance']);
  });

  it.each<[string, (json: Json) => unknown, string, string]>([
    ['no JSON', () => '{', 'trust-configuration-malformed', ''],
    ['a list', () => [], 'trust-configuration-malformed', ''],
    [
      'a member twice',
      (json) => JSON.stringify(json).replace('{', '{"anchorSets":[],'),
      'trust-configuration-malformed',
      '',
    ],
    ['an unknown member', (json) => ({ ...json, anchor: [] }), 'trust-configuration-malformed', 'anchor'],
    ['no anchor sets', ({ sources }) => ({ sources }), 'trust-configuration-malformed', 'anchorSets'],
    [
      'a fingerprint in capitals',
      (json) => withSet(json, { anchors: [fingerprint(pki.roots[0]!).toUpperCase()] }),
      'trust-configuration-malformed',
      'anchorSets[0].anchors[0]',
    ],
    [
      'a fingerprint nothing has',
      (json) => withSet(json, { intermediates: ['00'.repeat(32)] }),
      'trust-certificate-missing',
      'anchorSets[0].intermediates[0]',
    ],
    [
      'a day without a time',
      (json) => withSet(json, { from: '2026-01-01' }),
      'trust-configuration-malformed',
      'anchorSets[0].from',
    ],
    [
      'a day that is none',
      (json) => withSet(json, { from: '2026-13-01T00:00:00Z' }),
      'trust-configuration-malformed',
      'anchorSets[0].from',
    ],
    [
      'overlapping windows',
      (json) =>
        sets(json).push({ ...sets(json)[0], version: 'demo-2', from: '2030-01-01T00:00:00Z' }) && json,
      'trust-windows-overlap',
      'demo-2',
    ],
    [
      'a source of an unknown authority',
      (json) => withSource(json, 1, { issuerKeyIdentifier: 'abcd' }),
      'trust-source-unknown-issuer',
      'grca-g3',
    ],
    [
      'two sources of one name',
      (json) => withSource(json, 1, { id: 'grca' }),
      'trust-configuration-malformed',
      'sources.id',
    ],
    [
      'a source that is a path',
      (json) => withSource(json, 1, { id: '../etc' }),
      'trust-configuration-malformed',
      'sources[1].id',
    ],
    [
      'a file address',
      (json) => withSource(json, 0, { url: 'file:///etc/passwd' }),
      'trust-configuration-malformed',
      'sources[0].url',
    ],
    [
      'no time to fetch',
      (json) => ({ ...json, sources: [{ ...json.sources[0], timeoutSeconds: 0 }] }),
      'trust-configuration-malformed',
      'sources[0].timeoutSeconds',
    ],
    [
      'a policy that allows SHA-1',
      (json) => ({
        ...json,
        policies: [
          {
            name: 'lax',
            kind: {},
            keyUsage: [],
            accepted: [],
            algorithms: { minimumRsaBits: 1024, curves: [], hashes: ['sha1'] },
          },
        ],
      }),
      'trust-configuration-malformed',
      'policies[0].algorithms.hashes[0]',
    ],
    [
      'OCSP switched by a word',
      (json) => ({
        ...json,
        policies: [{ name: 'lax', kind: {}, keyUsage: [], accepted: [], ocsp: 'on' }],
      }),
      'trust-configuration-malformed',
      'policies[0].ocsp',
    ],
    [
      'a way of signing that is none',
      withPolicies({ signingMethods: ['card', 'sms'] }),
      'trust-configuration-malformed',
      'policies[0].signingMethods[1]',
    ],
    [
      'no way of signing',
      withPolicies({ signingMethods: [] }),
      'trust-configuration-malformed',
      'policies[0].signingMethods',
    ],
    [
      'a way of signing twice',
      withPolicies({ signingMethods: ['mobile', 'mobile'] }),
      'trust-configuration-malformed',
      'policies[0].signingMethods',
    ],
    [
      'a policy without a name',
      (json) => ({ ...json, policies: [{ kind: {}, keyUsage: [], accepted: [] }] }),
      'trust-configuration-malformed',
      'policies[0].name',
    ],
    [
      'a key usage that is none',
      (json) => ({ ...json, policies: [{ name: 'lax', kind: {}, keyUsage: ['sign'], accepted: [] }] }),
      'trust-configuration-malformed',
      'policies[0].keyUsage[0]',
    ],
    ['two policies of one name', withPolicies({}, {}), 'trust-configuration-malformed', 'policies.name'],
    [
      'a holder identified by an attribute that bears the number',
      withHolder({ subjectAttribute: '2.5.4.3', nationalId: { ...wholeNumber, attribute: '2.5.4.3' } }),
      'trust-configuration-malformed',
      'policies[0].holder.subjectAttribute',
    ],
    [
      'no word on the number in the certificate',
      withHolder({ nationalId: null }),
      'trust-configuration-malformed',
      'policies[0].holder.nationalId',
    ],
    [
      'an eleventh character of the number',
      withHolder({ nationalId: { ...wholeNumber, to: 11 } }),
      'trust-configuration-malformed',
      'policies[0].holder.nationalId.to',
    ],
    [
      'characters that end before they begin',
      withHolder({ nationalId: { ...wholeNumber, from: 8, to: 7 } }),
      'trust-configuration-malformed',
      'policies[0].holder.nationalId.to',
    ],
    [
      'no part of the issuer',
      withHolder({ issuerPart: [] }),
      'trust-configuration-malformed',
      'policies[0].holder.issuerPart',
    ],
    [
      'a part of the issuer twice',
      withHolder({ issuerPart: ['2.5.4.10', '2.5.4.10'] }),
      'trust-configuration-malformed',
      'policies[0].holder.issuerPart',
    ],
  ])('refuses %s', (_case, edit, code, where) => {
    expect(read(edit(demoTrustJson(pki)))).toEqual({ ok: false, failure: { code, values: { where } } });
  });

  it('reads responders', () => {
    const { responders } = demoTrust(pki, (json) => {
      json['responders'] = [{ url: 'http://127.0.0.1/ocsp', issuerKeyIdentifier: 'abcd' }];
    });
    expect(responders).toEqual([
      { url: 'http://127.0.0.1/ocsp', issuerKeyIdentifier: 'abcd', timeout: 5000 },
    ]);
  });

  it('reads policies and refusals, and allows no RSA key below 2,048 bits', () => {
    const configuration = demoTrust(pki, (json) => {
      json['policies'] = [
        {
          name: 'financial',
          kind: { certificatePolicies: ['1.2.3'], issuerName: [{ type: '2.5.4.6', value: 'TW' }] },
          keyUsage: ['digitalSignature', 'nonRepudiation'],
          accepted: [{ from: '2027-01-01T00:00:00Z', until: '2028-01-01T00:00:00Z' }],
          algorithms: { minimumRsaBits: 512, curves: ['prime256v1'], hashes: ['sha256'] },
        },
      ];
      json['refusals'] = [{ name: 'health-insurance', certificatePolicies: ['1.2.4'] }];
    });
    expect(configuration.policies).toEqual([
      {
        name: 'financial',
        kind: {
          certificatePolicies: ['1.2.3'],
          subjectTypes: [],
          issuerKeyIdentifiers: [],
          issuerName: [{ type: '2.5.4.6', value: 'TW' }],
        },
        holder: moicaIdentification,
        keyUsage: ['digitalSignature', 'nonRepudiation'],
        signingMethods: ['card'],
        ocsp: false,
        accepted: [{ from: Date.UTC(2027, 0, 1), until: Date.UTC(2028, 0, 1) }],
        algorithms: expect.objectContaining({ minimumRsaBits: 2048, dsa: false }),
      },
    ]);
    expect(configuration.refusals).toEqual([
      ...standingRefusals,
      { name: 'health-insurance', issuerNameContains: [], certificatePolicies: ['1.2.4'] },
    ]);
  });
});

describe('anchorSetAt', () => {
  it('finds the set in force: from the start of its window, until before its end', () => {
    const { anchorSets } = demoTrust(pki, (json) => {
      const [set] = sets(json);
      const middle = '2025-01-01T00:00:00Z';
      json['anchorSets'] = [
        { ...set, version: 'early', until: middle },
        { ...set, version: 'late', from: middle },
      ];
    });
    const at = (text: string): string | undefined => anchorSetAt(anchorSets, new Date(text))?.version;
    expect(at('2019-12-31T23:59:59.999Z')).toBeUndefined();
    expect(at('2020-01-01T00:00:00Z')).toBe('early');
    expect(at('2024-12-31T23:59:59.999Z')).toBe('early');
    expect(at('2025-01-01T00:00:00Z')).toBe('late');
  });
});

describe('certificatesByFingerprint', () => {
  it.each<[string, (pem: string) => string]>([
    ['text between the certificates', (text) => text.replace('\n-----BEGIN', '\nsubject=CN = x\n-----BEGIN')],
    ['a key beside them', (text) => `${text}-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n`],
    ['a boundary that is misspelt', (text) => text.replace('BEGIN CERTIFICATE', 'BEGIN CERTIFICAT')],
    ['no certificate', () => ''],
  ])('refuses a file with %s', (_what, edit) => {
    const file = edit(pki.anchorsPem());
    expect(file).not.toBe(pki.anchorsPem());
    expect(certificatesByFingerprint([file])).toEqual({
      ok: false,
      failure: { code: 'trust-certificate-malformed' },
    });
  });
});

describe('readTrustFolder', () => {
  it('reads trust.json and the PEM files beside it, and refuses a PEM block that is not a certificate', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lianshu-trust-'));
    try {
      await writeFile(join(folder, 'trust.json'), JSON.stringify(demoTrustJson(pki)));
      await writeFile(join(folder, 'anchors.pem'), pki.anchorsPem());
      expect(await readTrustFolder(folder)).toEqual({ ok: true, value: demoTrust(pki) });
      await writeFile(
        join(folder, 'more.pem'),
        '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n',
      );
      expect(await readTrustFolder(folder)).toEqual({
        ok: false,
        failure: { code: 'trust-certificate-malformed' },
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
