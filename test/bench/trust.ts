/** `npm run bench -- trust [cards]`: CPU time of one validation of a card never seen before, parsing included, with the data in memory. */

import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { parseCertificate } from '../../src/core/x509/index.js';
import { buildCertificate, buildCrl, crlNumber, DemoPki, valueOf } from '../../src/devkit/index.js';
import { certificatesByFingerprint, fingerprint, readTrustConfiguration } from '../../src/trust/index.js';
import { directListReader, type RevocationList } from '../../src/trust/revocation-list.js';
import { validateCertificate } from '../../src/trust/validate-certificate.js';
import { WorkerListReader } from '../../src/trust/worker-list-reader.js';
import { largeCrl, moicaEntries } from '../support/crl/large-crl.js';

const count = Number(process.argv[2] ?? 2000);
const at = new Date('2026-03-01T00:00:00Z');
const pki = DemoPki.create({ seed: 'bench', at });
const certificates = valueOf(certificatesByFingerprint([pki.anchorsPem()]));
const rules = valueOf(
  readTrustConfiguration(
    JSON.stringify({
      anchorSets: [
        {
          version: '1',
          anchors: pki.roots.map(fingerprint),
          intermediates: pki.intermediates.map(fingerprint),
        },
      ],
      sources: [],
    }),
    certificates,
  ),
);
const authorities = rules.anchorSets.flatMap((set) => set.authorities);

const lists: RevocationList[] = [];
for (const { authority, der } of pki.crls(at)) {
  const entries = authority.label === 'moica-g2' ? 50_000 : 0;
  const bytes =
    entries === 0
      ? der
      : buildCrl({
          signer: authority.key,
          issuer: authority.name,
          thisUpdate: at,
          nextUpdate: new Date(at.getTime() + 86_50_000),
          entries: Array.from({ length: entries }, (_, i) => ({
            serialNumber: Buffer.from(`01${i.toString(16).padStart(30, '0')}`, 'hex'),
            revokedAt: at,
          })),
          extensions: [crlNumber(1)],
        });
  lists.push(valueOf(await directListReader.read(bytes, authorities)));
}

const someone = { name: '王小明', nationalId: 'A123456789', holderSerialNumber: '0000000000000001' };

function measure(issuer: 'moicaG2' | 'moicaG3', keyKind: 'rsa-2048' | 'p256'): number {
  const ders = Array.from({ length: count }, (_, i) => {
    const holder = {
      name: '王小明',
      nationalId: 'A123456789',
      holderSerialNumber: String(i).padStart(16, '0'),
    };
    return pki.issueCard(holder, { issuer, keyKind }).signingCertificate;
  });
  const validateAll = (from: number, to: number): void => {
    for (const der of ders.slice(from, to)) {
      const target = parseCertificate(Uint8Array.from(der));
      if (!target.ok) throw new Error('target');
      const result = validateCertificate({ target: target.value, candidates: [], at }, rules, {
        lists,
        ocsp: [],
      });
      if (!result.ok) throw new Error(result.failure.code);
    }
  };
  const warm = Math.floor(count / 4);
  validateAll(0, warm);
  const start = process.cpuUsage();
  validateAll(warm, count);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / (count - warm);
}

/** The time to read a CRL of MOICA's size in a worker, and the longest time for which the event loop was blocked. */
async function largeList(): Promise<{ readonly milliseconds: number; readonly longestBlock: number }> {
  const { file, publicKey } = largeCrl(moicaEntries);
  const bytes = readFileSync(file);
  const name = pki.authorities.moicaG2.name;
  const authority = valueOf(
    parseCertificate(
      buildCertificate({
        signer: pki.authorities.moicaG2.key,
        issuer: name,
        subject: name,
        publicKey,
        serialNumber: 1,
        notBefore: at,
        notAfter: at,
        extensions: [],
      }),
    ),
  );
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const list = await new WorkerListReader().read(bytes, [authority]);
  const milliseconds = performance.now() - start;
  await setImmediate();
  delay.disable();
  if (!list.ok) throw new Error(list.failure.code);
  return { milliseconds, longestBlock: delay.max / 1e6 };
}

/** For comparison: the processor time of one bare RSA-4096 verification by node:crypto, in microseconds. */
function bareVerification(): number {
  const { key } = pki.authorities.moicaG3;
  const publicKey = createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' });
  const target = parseCertificate(pki.issueCard(someone, { issuer: 'moicaG3' }).signingCertificate);
  if (!target.ok) throw new Error('target');
  const { tbs, signature } = target.value;
  for (let i = 0; i < count; i++) verify('sha256', tbs, publicKey, signature);
  const start = process.cpuUsage();
  for (let i = 0; i < count; i++) verify('sha256', tbs, publicKey, signature);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / count;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const large = await largeList();

// The first thousands of validations are slow, until the code is compiled.
measure('moicaG2', 'p256');
console.log(
  JSON.stringify({
    bench: 'trust',
    cards: count,
    listedRevocations: 50_000,
    largeList: {
      entries: moicaEntries,
      milliseconds: rounded(large.milliseconds),
      longestBlock: rounded(large.longestBlock),
    },
    microsecondsPerValidation: {
      'MOICA G2 (RSA-2048), RSA card': rounded(measure('moicaG2', 'rsa-2048')),
      'MOICA G3 (RSA-4096), RSA card': rounded(measure('moicaG3', 'rsa-2048')),
      'MOICA G3 (RSA-4096), P-256 card': rounded(measure('moicaG3', 'p256')),
      'bare RSA-4096 verification': rounded(bareVerification()),
    },
  }),
);
