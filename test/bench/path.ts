/**
 * The path of a card's certificate under its known issuer, as the intake validates it: every leaf is another, issuer and roots are
 * long known. Beside it in the same run: the bare node:crypto verifications of the path's signatures with keys at hand, and pkijs'
 * chain engine on the same certificates. Microseconds, the best of many rounds. Then pools that a careless search gets lost in:
 * milliseconds of processor time, the worst of a few, every certificate new. Prints one JSON object.
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
import { draftTime } from '../support/path/chain-draft.js';
import { type HardGraph, HardGraphs } from '../support/path/hard-graphs.js';

const at = new Date('2026-06-01T00:00:00Z');

// Small lots and many rounds: on a busy machine some of them are left alone.
const leaves = 50;
const rounds = 400;
const pkijsLeaves = 2;
const pkijsRounds = 150;

setEngine('node', new CryptoEngine({ crypto: globalThis.crypto, name: 'node' }));
const pki = DemoPki.create({ seed: 'bench path', at });

const g2 = await measure('moicaG2', 'grca');
const g3 = await measure('moicaG3', 'grcaG3');
const hard = hardGraphs();
console.log(
  JSON.stringify({
    benchmark: 'path',
    node: process.version,
    leaves,
    moicaG2: g2,
    moicaG3: g3,
    hardGraphsMilliseconds: hard,
    holds: {
      hardGraphsBelowFifty: Math.max(...Object.values(hard)) < 50,
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
  const ders = Array.from({ length: leaves }, (_, n) => cardCertificate(issuerLabel, n));
  const issuer = parsed(pki.authorities[issuerLabel].certificate);
  const root = parsed(pki.authorities[rootLabel].certificate);
  const anchors = pki.roots.map((der) => trustAnchor(parsed(der)));
  const candidates = pki.intermediates.map(parsed);
  const validate = (leaf: Certificate): void => {
    if (!validatePath({ target: leaf, candidates, anchors, at }).ok) throw new Error('refused');
  };
  const bareLeaf = verification(issuer);
  const bareIssuer = verification(root);
  const best = bestOf({
    bareLeaf: [ders.map(parsed), bareLeaf],
    bare: [
      ders.map(parsed),
      (leaf: Certificate) => {
        bareLeaf(leaf);
        bareIssuer(issuer);
      },
    ],
    validate: [() => ders.map(parsed), validate],
    parseAndValidate: [ders, (der: Uint8Array) => validate(parsed(der))],
  });
  const pkijs = await pkijsTime(ders.slice(0, pkijsLeaves), issuer.der, root.der);
  return {
    validateMicroseconds: round(best.validate),
    parseAndValidateMicroseconds: round(best.parseAndValidate),
    bareVerificationsMicroseconds: round(best.bare),
    bareLeafVerificationMicroseconds: round(best.bareLeaf),
    pkijsMicroseconds: round(pkijs),
    validateToBare: round(best.validate / best.bare),
    parseAndValidateToBareLeaf: round(best.parseAndValidate / best.bareLeaf),
    timesFasterThanPkijs: round(pkijs / best.parseAndValidate),
  };
}

function hardGraphs(): Record<string, number> {
  const graphs = new HardGraphs();
  const anchors = [trustAnchor(graphs.root)];
  const worst = (make: () => HardGraph): number => {
    const times = Array.from({ length: 5 }, () => {
      const { leaf, candidates } = make();
      const start = process.cpuUsage();
      validatePath({ target: leaf, candidates, anchors, at: draftTime });
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    return round(Math.max(...times));
  };
  return {
    chainOfThirty: worst(() => graphs.chainOfThirty()),
    hundredOfOneName: worst(() => graphs.hundredOfOneName()),
    nineCrossSigned: worst(() => graphs.crossSigned(true)),
    nineCrossSignedWithoutAWayOut: worst(() => graphs.crossSigned(false)),
  };
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

/** Best time for one item in µs, the contenders taking turns so that all see the same machine. */
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
