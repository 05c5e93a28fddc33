/**
 * `npm run bench -- path`: validates the paths of card certificates as the intake does. Every target certificate is new; the issuer and
 * the roots are known. For comparison, the same run measures the bare node:crypto verifications of the path's signatures, and pkijs'
 * chain engine on the same certificates: microseconds, the best of many rounds. Then it validates sets of candidates that take a
 * simple search too long, and pools of 8 to 4,096 certificates of one name and key: milliseconds of processor time, the worst of
 * five runs, with new certificates. Prints one JSON object.
 */

import { createPublicKey, verify } from 'node:crypto';
import {
  Certificate as PkijsCertificate,
  CertificateChainValidationEngine,
  CryptoEngine,
  setEngine,
} from 'pkijs';
import { trustAnchor, validatePath } from '../../src/core/path/index.js';
import { type Certificate, parseCertificate } from '../../src/core/x509/index.js';
import { type AuthorityLabel, DemoPki, valueOf } from '../../src/devkit/index.js';
import { CertificatePools, poolShapes } from '../support/path/certificate-pools.js';
import { draftTime } from '../support/path/chain-draft.js';
import { type HardGraph, HardGraphs } from '../support/path/hard-graphs.js';

const at = new Date('2026-06-01T00:00:00Z');

// Few certificates in each of many rounds: on a busy machine, some rounds run undisturbed.
const targetCount = 50;
const rounds = 400;
const pkijsTargetCount = 2;
const pkijsRounds = 150;
const poolSizes = [8, 64, 256, 1024, 4096];

setEngine('node', new CryptoEngine({ crypto: globalThis.crypto, name: 'node' }));
const pki = DemoPki.create({ seed: 'bench path', at });

const g2 = await measure('moicaG2', 'grca');
const g3 = await measure('moicaG3', 'grcaG3');
const hard = hardGraphs();
const pools = poolsOfOneNameAndKey();
console.log(
  JSON.stringify({
    benchmark: 'path',
    node: process.version,
    leaves: targetCount,
    moicaG2: g2,
    moicaG3: g3,
    hardGraphsMilliseconds: hard,
    poolsOfOneNameAndKeyMilliseconds: pools,
    holds: {
      hardGraphsBelowFifty: Math.max(...Object.values(hard)) < 50,
      poolsOfOneNameAndKeyBelowFifty: Math.max(...Object.values(pools)) < 50,
      twentyTimesPkijs: Math.min(g2.timesFasterThanPkijs, g3.timesFasterThanPkijs) >= 20,
      twiceBareVerifications: Math.max(g2.validateToBare, g3.validateToBare) <= 2,
    },
  }),
);

interface Measured {
  readonly validateMicroseconds: number;
  readonly parseAndValidateMicroseconds: number;
  readonly bareVerificationsMicroseconds: number;
  readonly bareLeafVerificationMicroseconds: number;
  readonly pkijsMicroseconds: number;
  readonly validateToBare: number;
  readonly parseAndValidateToBareLeaf: number;
  readonly timesFasterThanPkijs: number;
}

async function measure(issuerLabel: AuthorityLabel, rootLabel: AuthorityLabel): Promise<Measured> {
  const ders = Array.from({ length: targetCount }, (_, n) => cardCertificate(issuerLabel, n));
  const issuer = parsed(pki.authorities[issuerLabel].certificate);
  const root = parsed(pki.authorities[rootLabel].certificate);
  const anchors = pki.roots.map((der) => trustAnchor(parsed(der)));
  const candidates = pki.intermediates.map(parsed);
  const validate = (target: Certificate): void => {
    if (!validatePath({ target, candidates, anchors, at }).ok) throw new Error('refused');
  };
  const verifyTarget = verification(issuer);
  const verifyIssuer = verification(root);
  const best = bestOf({
    bareTarget: [ders.map(parsed), verifyTarget],
    bare: [
      ders.map(parsed),
      (target: Certificate) => {
        verifyTarget(target);
        verifyIssuer(issuer);
      },
    ],
    validate: [() => ders.map(parsed), validate],
    parseAndValidate: [ders, (der: Uint8Array) => validate(parsed(der))],
  });
  const pkijs = await pkijsTime(ders.slice(0, pkijsTargetCount), issuer.der, root.der);
  return {
    validateMicroseconds: round(best.validate),
    parseAndValidateMicroseconds: round(best.parseAndValidate),
    bareVerificationsMicroseconds: round(best.bare),
    bareLeafVerificationMicroseconds: round(best.bareTarget),
    pkijsMicroseconds: round(pkijs),
    validateToBare: round(best.validate / best.bare),
    parseAndValidateToBareLeaf: round(best.parseAndValidate / best.bareTarget),
    timesFasterThanPkijs: round(pkijs / best.parseAndValidate),
  };
}

function hardGraphs(): Record<string, number> {
  const graphs = new HardGraphs();
  const worst = (make: () => HardGraph): number => worstTime(make, graphs.root);
  return {
    chainOfThirty: worst(() => graphs.chainOfThirty()),
    hundredOfOneName: worst(() => graphs.hundredOfOneName()),
    nineCrossSigned: worst(() => graphs.crossSigned(true)),
    nineCrossSignedWithoutAWayOut: worst(() => graphs.crossSigned(false)),
  };
}

/** The worst shape of each size. */
function poolsOfOneNameAndKey(): Record<string, number> {
  const pools = new CertificatePools();
  const worst = (count: number): number =>
    Math.max(...poolShapes.map((shape) => worstTime(() => pools.pool(shape, count), pools.root)));
  return Object.fromEntries(poolSizes.map((count) => [String(count), worst(count)]));
}

/** Milliseconds of processor time, the worst of five runs. */
function worstTime(make: () => HardGraph, root: Certificate): number {
  const anchors = [trustAnchor(root)];
  const times = Array.from({ length: 5 }, () => {
    const { target, candidates } = make();
    // What making them left behind is not the search's.
    globalThis.gc?.({ type: 'minor' });
    const start = process.cpuUsage();
    validatePath({ target, candidates, anchors, at: draftTime });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return round(Math.max(...times));
}

function cardCertificate(issuer: AuthorityLabel, n: number): Uint8Array {
  const holderSerialNumber = String(n).padStart(16, '0');
  const holder = { name: `受測者${n}`, nationalId: 'A123456789', holderSerialNumber };
  return Uint8Array.from(pki.issueCard(holder, { issuer }).signingCertificate);
}

function verification(issuer: Certificate): (certificate: Certificate) => void {
  const key = createPublicKey({ key: Buffer.from(issuer.subjectPublicKeyInfo), format: 'der', type: 'spki' });
  return ({ tbs, signature }) => {
    if (!verify('sha256', tbs, key, signature)) throw new Error('bad signature');
  };
}

type Contender<Item> = readonly [items: readonly Item[] | (() => readonly Item[]), run: (item: Item) => void];

/** The best time of each contender for one item, in µs. The contenders run in turn, so that other work disturbs all of them alike. */
function bestOf<Names extends string>(
  contenders: Readonly<Record<Names, Contender<Certificate> | Contender<Uint8Array>>>,
): Record<Names, number> {
  const best = Object.fromEntries(Object.keys(contenders).map((name) => [name, Infinity])) as Record<
    Names,
    number
  >;
  for (let turn = 0; turn < rounds; turn++) {
    for (const name of Object.keys(contenders) as Names[]) {
      best[name] = Math.min(best[name], timed(contenders[name] as Contender<Certificate | Uint8Array>));
    }
  }
  return best;
}

function timed<Item>([source, run]: Contender<Item>): number {
  const items = typeof source === 'function' ? source() : source;
  const start = process.hrtime.bigint();
  for (const item of items) run(item);
  return Number(process.hrtime.bigint() - start) / 1000 / items.length;
}

async function pkijsTime(ders: readonly Uint8Array[], issuer: Uint8Array, root: Uint8Array): Promise<number> {
  const [intermediate, anchor] = [PkijsCertificate.fromBER(issuer), PkijsCertificate.fromBER(root)];
  let best = Infinity;
  for (let turn = 0; turn < pkijsRounds; turn++) {
    const start = process.hrtime.bigint();
    for (const der of ders) {
      const certs = [intermediate, PkijsCertificate.fromBER(der)];
      const engine = new CertificateChainValidationEngine({ trustedCerts: [anchor], certs, checkDate: at });
      const { result, resultMessage } = await engine.verify();
      if (!result) throw new Error(resultMessage);
    }
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1000 / ders.length);
  }
  return best;
}

function parsed(bytes: Uint8Array): Certificate {
  return valueOf(parseCertificate(bytes));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
