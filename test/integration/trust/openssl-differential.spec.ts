import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodePem } from '../../../src/core/pem.js';
import { type CardShape, type DemoPki } from '../../../src/devkit/index.js';
import type { TrustConfiguration } from '../../../src/trust/index.js';
import { directListReader, type RevocationList } from '../../../src/trust/revocation-list.js';
import { validateCertificate } from '../../../src/trust/validate-certificate.js';
import { demoPki, holder } from '../../support/demo-pki.js';
import { certificateOf, demoTrust } from '../../support/trust/trust-dependencies.js';

const at = new Date('2026-03-01T00:00:00Z');
const hour = 3_600_000;
const later = (milliseconds: number): Date => new Date(at.getTime() + milliseconds);
let pki: DemoPki;
let rules: TrustConfiguration;
let folder: string;
const lists = new Map<string, RevocationList[]>();

/** Writes the lists of a time to files for openssl, and reads them for validateCertificate. */
async function publish(name: string, when: Date): Promise<void> {
  const authorities = rules.anchorSets.flatMap((set) => set.authorities);
  const crls = pki.crls(when);
  await writeFile(
    join(folder, `${name}.crl.pem`),
    crls.map(({ der }) => encodePem('X509 CRL', der)).join(''),
  );
  const read = await Promise.all(crls.map(({ der }) => directListReader.read(der, authorities)));
  lists.set(
    name,
    read.flatMap((list) => (list.ok ? [list.value] : [])),
  );
}

const card = (shape: CardShape): Uint8Array => pki.issueCard(holder, shape).signingCertificate;

beforeAll(async () => {
  pki = demoPki({ at });
  rules = demoTrust(pki);
  folder = await mkdtemp(join(tmpdir(), 'lianshu-openssl-'));
  await writeFile(join(folder, 'roots.pem'), pki.roots.map((der) => encodePem('CERTIFICATE', der)).join(''));
  await writeFile(
    join(folder, 'intermediates.pem'),
    pki.intermediates.map((der) => encodePem('CERTIFICATE', der)).join(''),
  );
  await publish('before', at);
  pki.revoke(card({ edition: 1 }), later(hour));
  pki.revoke(pki.authorities.moicaG3.certificate, later(hour));
  await publish('after', later(2 * hour));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function openssl(target: Uint8Array, data: string, when: Date): Promise<boolean> {
  const path = (name: string): string => join(folder, name);
  await writeFile(path('target.pem'), encodePem('CERTIFICATE', target));
  const { status } = spawnSync('openssl', [
    'verify',
    ...['-CAfile', path('roots.pem'), '-untrusted', path('intermediates.pem')],
    ...['-CRLfile', path(`${data}.crl.pem`), '-crl_check_all', '-purpose', 'any'],
    ...['-policy_check', '-explicit_policy', '-policy', '2.16.886.101.0.3.3'],
    ...['-attime', String(Math.floor(when.getTime() / 1000)), path('target.pem')],
  ]);
  return status === 0;
}

describe('validateCertificate beside openssl verify', () => {
  it.each<[string, CardShape, string, number, boolean]>([
    ['a good card', {}, 'before', 0, true],
    ['a good card of G3', { issuer: 'moicaG3' }, 'before', 0, true],
    ['a P-256 card', { keyKind: 'p256' }, 'before', 0, true],
    ['a good card, lists not yet of the time', {}, 'after', 0, false],
    ['a good card, lists of later', {}, 'after', 3 * hour, true],
    ['a good card, lists run out', {}, 'before', 25 * hour, false],
    ['a card not yet revoked', { edition: 1 }, 'before', hour, true],
    ['a revoked card', { edition: 1 }, 'after', 3 * hour, false],
    ['a card of a revoked authority', { issuer: 'moicaG3' }, 'after', 3 * hour, false],
    ['an impostor', { issuer: 'impostor' }, 'before', 0, false],
    ['an expired card', { notBefore: later(-800 * 24 * hour), notAfter: later(-1000) }, 'before', 0, false],
    ['a card a second before its end', { notAfter: later(1000) }, 'before', 0, true],
    ['a card in its first second', { notBefore: at }, 'before', 0, true],
    ['a card not yet valid', { notBefore: later(1000) }, 'before', 0, false],
    ['another policy', { policies: ['2.16.886.101.0.3.1'] }, 'before', 0, false],
    [
      'no policy',
      { editExtensions: (all) => all.filter(({ type }) => type !== '2.5.29.32') },
      'before',
      0,
      false,
    ],
  ])('agrees on %s', async (_case, shape, data, offset, good) => {
    const target = card(shape);
    const when = later(offset);
    const revocationData = { lists: lists.get(data) ?? [], ocsp: [] };
    const ours = validateCertificate(
      { target: certificateOf(target), candidates: [], at: when },
      rules,
      revocationData,
    );
    expect({ ours: ours.ok, openssl: await openssl(target, data, when) }).toEqual({
      ours: good,
      openssl: good,
    });
  });

  it('differs from openssl in the last second: a certificate is valid through notAfter (RFC 5280 §4.1.2.5), but not for openssl', async () => {
    const target = card({ notAfter: at });
    const revocationData = { lists: lists.get('before') ?? [], ocsp: [] };
    expect(
      validateCertificate({ target: certificateOf(target), candidates: [], at }, rules, revocationData).ok,
    ).toBe(true);
    expect(await openssl(target, 'before', at)).toBe(false);
  });
});
