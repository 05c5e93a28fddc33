import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { trustAnchor, validatePath } from '../../src/core/path/index.js';
import { CrlIndex, revocationCheck } from '../../src/core/revocation/index.js';
import { everyAlgorithm, Oid, parseCertificate } from '../../src/core/x509/index.js';
import { describeVectors, vectorCases, vectorPath } from '../support/vectors/vectors.js';

interface PkitsCase {
  readonly number: string;
  readonly title: string;
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly shouldValidate: boolean;
  readonly initialPolicySet: readonly string[];
  readonly initialExplicitPolicy: boolean;
  readonly initialPolicyMappingInhibit: boolean;
  readonly initialInhibitAnyPolicy: boolean;
}

const at = new Date('2011-04-15T00:00:00Z');

const revocation = ['certificate-revoked', 'revocation-unknown', 'revocation-unavailable'];
const policy = ['policy-not-valid', 'policy-mapping-invalid'];

// The codes with which runs of each section may be refused. The signature of BadSigned… is not whole octets.
const refusalsBySection: Readonly<Record<string, readonly string[]>> = {
  '4.1': ['signature-invalid', 'certificate-malformed'],
  '4.2': ['certificate-not-yet-valid', 'certificate-expired'],
  '4.3': ['issuer-not-found'],
  '4.4': revocation,
  '4.5': ['issuer-not-ca', 'issuer-key-usage', ...revocation],
  '4.6': ['issuer-not-ca', 'path-too-long'],
  '4.7': ['issuer-key-usage', ...revocation],
  '4.8': policy,
  '4.9': policy,
  '4.10': policy,
  '4.11': policy,
  '4.12': policy,
  '4.13': ['name-not-permitted', 'name-excluded'],
  '4.14': revocation,
  '4.15': revocation,
  '4.16': ['critical-extension-unknown'],
};

const refusals = (number: string): readonly string[] =>
  refusalsBySection[number.split('.').slice(0, 2).join('.')]!;

// PKITS 1.0.1, the test policies.
const policyOf = (name: string): string =>
  name === 'anyPolicy' ? Oid.anyPolicy : name.replace('NIST-test-policy-', '2.16.840.1.101.3.2.1.48.');

describeVectors('pkits', () => {
  const cases = vectorCases('pkits') as readonly PkitsCase[];

  it('has 249 runs', () => expect(cases).toHaveLength(249));

  it.each(cases)('$title: $shouldValidate', (run) => {
    expect(run.shouldValidate ? ['OK'] : refusals(run.number)).toContain(verdict(run));
  });
});

function verdict(run: PkitsCase): string {
  const certificates = run.certs.flatMap((name) => {
    const certificate = parseCertificate(file('certs', `${name}.crt`));
    return certificate.ok ? [certificate.value] : [];
  });
  if (certificates.length < run.certs.length) return 'certificate-malformed';
  const [root, ...candidates] = certificates;
  const target = candidates[candidates.length - 1]!;
  const crls = run.crls.map((name) => CrlIndex.read(file('crls', `${name}.crl`)));
  const result = validatePath({
    target,
    candidates,
    anchors: [trustAnchor(root!)],
    at,
    algorithms: everyAlgorithm,
    initialPolicies: run.initialPolicySet.map(policyOf),
    requireExplicitPolicy: run.initialExplicitPolicy,
    inhibitPolicyMapping: run.initialPolicyMappingInhibit,
    inhibitAnyPolicy: run.initialInhibitAnyPolicy,
    checkRevocation: revocationCheck({
      at,
      validatePath,
      crls: crls.flatMap((crl) => (crl.ok ? [crl.value] : [])),
      ocsp: [],
      candidates,
      algorithms: everyAlgorithm,
    }),
  });
  return result.ok ? 'OK' : result.failure.code;
}

function file(folder: string, name: string): Uint8Array {
  return Uint8Array.from(readFileSync(vectorPath('pkits', `${folder}/${name}`)));
}
