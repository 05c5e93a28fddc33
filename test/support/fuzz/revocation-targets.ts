import { der, DerReader } from '../../../src/core/der/index.js';
import { validatePath } from '../../../src/core/path/index.js';
import { encodePem } from '../../../src/core/pem.js';
import {
  CrlIndex,
  parseOcspResponse,
  revocationCheck,
  type RevocationRules,
} from '../../../src/core/revocation/index.js';
import { type Certificate, Oid, parseCertificate, readPublicKey } from '../../../src/core/x509/index.js';
import { importPublicKey } from '../../../src/core/x509/signature.js';
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
import { OpensslFolder } from '../openssl.js';
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
import { type CaseRandom, mutate } from './mutate.js';

/** An input to mutate, and how our code and openssl check it. */
export interface FuzzTarget {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly accepts: (mutated: Uint8Array) => boolean;
  /** Mutates the signed part and signs it again. */
  readonly mutateAndSign: (random: CaseRandom) => Uint8Array;
  /** Whether openssl accepts the input. */
  readonly opensslAccepts: (mutated: Uint8Array) => boolean;
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
const targetCertificate = certificate('target', 'ca', { extensions: targetExtensions });
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
  // One single response: openssl requires that a delegated responder answers for one issuer only.
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
  // The intake imports the key to verify a signature. openssl reads it during path validation.
  const publicKey = path.ok ? readPublicKey(path.value.workingPublicKey) : undefined;
  return publicKey !== undefined && importPublicKey(publicKey) !== undefined;
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

/** Runs openssl in a folder with these files. True if it exits with 0 and its output matches every pattern. */
function openssl(
  files: Readonly<Record<string, Uint8Array | string>>,
  parameters: readonly string[],
  ...expected: readonly RegExp[]
): boolean {
  const folder = new OpensslFolder();
  try {
    for (const [name, content] of Object.entries(files)) folder.put(name, content);
    const { status, stdout, stderr } = folder.run(...parameters);
    return status === 0 && expected.every((pattern) => pattern.test(`${stdout.toString()}\n${stderr}`));
  } finally {
    folder.remove();
  }
}

const attime = ['-attime', String(at.getTime() / 1000)];
const caPem = encodePem('CERTIFICATE', caBytes);

function opensslVerify(targetBytes: Uint8Array, crlPart: Uint8Array): boolean {
  const files = {
    'ca.pem': caPem,
    'target.pem': encodePem('CERTIFICATE', targetBytes),
    'crl.pem': encodePem('X509 CRL', crlPart),
  };
  const crlOptions = ['-CRLfile', 'crl.pem', '-crl_check', '-extended_crl'];
  const parameters = ['verify', '-CAfile', 'ca.pem', ...crlOptions, ...attime, 'target.pem'];
  return openssl(files, parameters, /: OK$/m);
}

function opensslOcsp(mutated: Uint8Array): boolean {
  const files = {
    'ca.pem': caPem,
    'target.pem': encodePem('CERTIFICATE', targetCertificate.der),
    'response.der': mutated,
  };
  const about = ['-issuer', 'ca.pem', '-cert', 'target.pem', '-CAfile', 'ca.pem', '-no_nonce'];
  const times = [...attime, '-validity_period', '2000000000'];
  const parameters = ['ocsp', '-respin', 'response.der', ...about, ...times];
  return openssl(files, parameters, /^Response verify OK$/m, /: good$/m);
}

/** Mutates the content of the signed part and signs it again, so that the cases also reach the code after the signature check. */
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

function resignedByCa(bytes: Uint8Array): FuzzTarget['mutateAndSign'] {
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
export const targets: readonly FuzzTarget[] = [
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
