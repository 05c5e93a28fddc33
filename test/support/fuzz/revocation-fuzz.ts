import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { der, DerReader } from '../../../src/core/der/index.js';
import { validatePath } from '../../../src/core/path/index.js';
import { encodePem } from '../../../src/core/pem.js';
import {
  CrlIndex,
  parseOcspResponse,
  revocationCheck,
  type RevocationRules,
} from '../../../src/core/revocation/index.js';
import {
  type Certificate,
  importPublicKey,
  Oid,
  parseCertificate,
  readPublicKey,
} from '../../../src/core/x509/index.js';
import {
  algorithmIdentifier,
  basicConstraints,
  crlDistributionPoints,
  crlNumber,
  extendedKeyUsage,
  invalidityDate,
  issuingDistributionPoint,
  keyUsage,
  signWith,
  subjectKeyIdentifier,
  valueOf,
} from '../../../src/devkit/index.js';
import {
  anchor,
  answer,
  at,
  certificate,
  crl,
  crlBytes,
  key,
  ocspBytes,
  yesterday,
} from '../revocation/authority.js';
import { CaseRandom, mutate } from './mutate.js';

/** What is mutated, and how our verdict on it is found. */
interface Target {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly accepts: (mutated: Uint8Array) => boolean;
  /** A mutation of what is signed, signed anew. */
  readonly mutateAndSign: (random: CaseRandom) => Uint8Array;
  /** Whether openssl accepts it too. */
  readonly opensslAccepts: (mutated: Uint8Array) => boolean;
}

/** Something that must not happen: the case's number brings it back. */
interface Finding {
  readonly seed: number;
  readonly target: string;
  readonly what: string;
}

/** What a slice of cases came to. */
interface FuzzReport {
  readonly cases: number;
  /** Mutated inputs we accept; openssl was asked about each. */
  readonly accepted: number;
  readonly slowestMilliseconds: number;
  readonly findings: readonly Finding[];
}

const uri = 'http://crl.example/ca.crl';
const ca = anchor('ca', {
  extensions: [
    basicConstraints(true),
    keyUsage('keyCertSign', 'cRLSign'),
    subjectKeyIdentifier(key('ca').keyIdentifier),
  ],
});
const caBytes = (ca.certificate ?? certificate('ca', 'ca')).der;
const targetExtensions = [basicConstraints(false), keyUsage('digitalSignature'), crlDistributionPoints(uri)];
const targetCertificate = certificate('leaf', 'ca', { extensions: targetExtensions });
const responder = certificate('responder', 'ca', {
  serialNumber: 20,
  extensions: [extendedKeyUsage([Oid.ocspSigning])],
});
const list = crlBytes('ca', {
  extensions: [crlNumber(10), issuingDistributionPoint({ fullName: [{ uri }], onlyUserCertificates: true })],
  entries: [
    { serialNumber: 7, revokedAt: yesterday, reason: 'superseded', extensions: [invalidityDate(yesterday)] },
    { serialNumber: 2n ** 127n - 1n, revokedAt: yesterday, reason: 'keyCompromise' },
    { serialNumber: 9, revokedAt: yesterday },
  ],
});
const response = ocspBytes({
  // One answer: openssl wants a delegated responder to speak of one issuer only, also where nobody asked.
  responses: [answer(targetCertificate)],
  signer: key('responder'),
  certificates: [responder.der],
});
const goodList = crl('ca');

function isValid(certificateUnderTest: Certificate, rules: Pick<RevocationRules, 'crls' | 'ocsp'>): boolean {
  const checkRevocation = revocationCheck({ at, validatePath, ...rules });
  const path = validatePath({
    target: certificateUnderTest,
    candidates: [],
    anchors: [ca],
    at,
    checkRevocation,
  });
  // As the intake does, which verifies a signature with it; openssl wants to read the key already for the path.
  const key = path.ok ? readPublicKey(path.value.workingPublicKey) : undefined;
  return key !== undefined && importPublicKey(key) !== undefined;
}

function acceptsCertificate(mutated: Uint8Array): boolean {
  const parsed = parseCertificate(mutated);
  return parsed.ok && isValid(parsed.value, { crls: [goodList], ocsp: [] });
}

function acceptsCrl(mutated: Uint8Array): boolean {
  const read = CrlIndex.read(mutated);
  return read.ok && isValid(targetCertificate, { crls: [read.value], ocsp: [] });
}

function acceptsOcsp(mutated: Uint8Array): boolean {
  const parsed = parseOcspResponse(mutated);
  return parsed.ok && isValid(targetCertificate, { crls: [], ocsp: [parsed.value] });
}

/** Runs openssl over files of these contents; true if it exits with 0 and says all of this. */
function openssl(
  files: Readonly<Record<string, Uint8Array | string>>,
  parameters: readonly string[],
  ...expected: readonly RegExp[]
): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'lianshu-fuzz-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const { status, stdout, stderr } = spawnSync('openssl', parameters, { cwd: folder, encoding: 'utf8' });
    return status === 0 && expected.every((pattern) => pattern.test(`${stdout}\n${stderr}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const attime = ['-attime', String(at.getTime() / 1000)];
const caPem = encodePem('CERTIFICATE', caBytes);

function opensslVerify(leafBytes: Uint8Array, crlPart: Uint8Array): boolean {
  const files = {
    'ca.pem': caPem,
    'leaf.pem': encodePem('CERTIFICATE', leafBytes),
    'crl.pem': encodePem('X509 CRL', crlPart),
  };
  const crlOptions = ['-CRLfile', 'crl.pem', '-crl_check', '-extended_crl'];
  const parameters = ['verify', '-CAfile', 'ca.pem', ...crlOptions, ...attime, 'leaf.pem'];
  return openssl(files, parameters, /: OK$/m);
}

function opensslOcsp(mutated: Uint8Array): boolean {
  const files = {
    'ca.pem': caPem,
    'leaf.pem': encodePem('CERTIFICATE', targetCertificate.der),
    'response.der': mutated,
  };
  const about = ['-issuer', 'ca.pem', '-cert', 'leaf.pem', '-CAfile', 'ca.pem', '-no_nonce'];
  const times = [...attime, '-validity_period', '2000000000'];
  const parameters = ['ocsp', '-respin', 'response.der', ...about, ...times];
  return openssl(files, parameters, /^Response verify OK$/m, /: good$/m);
}

/** The content of signed bytes, changed and signed anew: what lies behind the signature is reached too. */
function resigned(
  tbs: Uint8Array,
  signer: string,
  random: CaseRandom,
  ...more: readonly Uint8Array[]
): Uint8Array {
  const changed = der.sequence(mutate(new DerReader(tbs).element().content, random));
  const signature = signWith(key(signer), 'ecdsa-sha256', changed);
  return der.sequence(changed, algorithmIdentifier('ecdsa-sha256'), der.bitString(signature), ...more);
}

function resignedByCa(bytes: Uint8Array): Target['mutateAndSign'] {
  const tbs = new DerReader(bytes).into().element().der;
  return (random) => resigned(tbs, 'ca', random);
}

function resignedByResponder(random: CaseRandom): Uint8Array {
  const parsed = valueOf(parseOcspResponse(response));
  const bag = der.context(0, der.sequence(responder.der));
  const basic = der.octetString(resigned(parsed.tbs, 'responder', random, bag));
  const answer = der.context(0, der.sequence(der.oid(Oid.ocspBasic), basic));
  return der.sequence(der.encode(0x0a, Uint8Array.of(0)), answer);
}

const goodListBytes = crlBytes('ca');
const targets: readonly Target[] = [
  {
    name: 'certificate',
    bytes: targetCertificate.der,
    accepts: acceptsCertificate,
    mutateAndSign: resignedByCa(targetCertificate.der),
    opensslAccepts: (bytes) => opensslVerify(bytes, goodListBytes),
  },
  {
    name: 'crl',
    bytes: list,
    accepts: acceptsCrl,
    mutateAndSign: resignedByCa(list),
    opensslAccepts: (bytes) => opensslVerify(targetCertificate.der, bytes),
  },
  {
    name: 'ocsp',
    bytes: response,
    accepts: acceptsOcsp,
    mutateAndSign: resignedByResponder,
    opensslAccepts: opensslOcsp,
  },
];

/** Every `resignEvery`th case signs its mutation anew. */
const resignEvery = 16;
const slowMilliseconds = 50;

/** The untouched inputs: all of them must be accepted, by us and by openssl, or the rest says nothing. */
export function untouchedAreAccepted(): boolean {
  return targets.every(({ bytes, accepts, opensslAccepts }) => accepts(bytes) && opensslAccepts(bytes));
}

/** Runs the cases `from` to `from + count - 1`. */
export function fuzz(from: number, count: number): FuzzReport {
  const findings: Finding[] = [];
  let accepted = 0;
  let slowestMilliseconds = 0;
  for (let seed = from; seed < from + count; seed++) {
    const target = targets[seed % targets.length]!;
    const mutated = mutation(target, seed);
    const { took, outcome } = run(target, mutated);
    slowestMilliseconds = Math.max(slowestMilliseconds, took);
    const note = (what: string): number => findings.push({ seed, target: target.name, what });
    if (outcome instanceof Error) note(`crash: ${outcome.message}`);
    if (took > slowMilliseconds && leastProcessorTime(target, mutated) > slowMilliseconds) note('slow');
    if (outcome !== true || Buffer.compare(mutated, target.bytes) === 0) continue;
    accepted++;
    if (!target.opensslAccepts(mutated)) note('accepted, openssl refuses');
  }
  return { cases: count, accepted, slowestMilliseconds, findings };
}

/** Case `seed`'s input. */
function mutation({ bytes, mutateAndSign }: Target, seed: number): Uint8Array {
  const random = new CaseRandom(seed);
  const anew = Math.floor(seed / targets.length) % resignEvery === 0;
  return anew ? mutateAndSign(random) : mutate(bytes, random);
}

function run(
  target: Target,
  mutated: Uint8Array,
): { readonly took: number; readonly outcome: boolean | Error } {
  const started = performance.now();
  try {
    const outcome = target.accepts(mutated);
    return { took: performance.now() - started, outcome };
  } catch (error) {
    return {
      took: performance.now() - started,
      outcome: error instanceof Error ? error : new Error(String(error)),
    };
  }
}

/** Milliseconds of processor time, the least of five runs: what else the machine does is no fault of the case. */
function leastProcessorTime(target: Target, mutated: Uint8Array): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    run(target, mutated);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
