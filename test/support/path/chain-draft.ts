import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Certificate, parseCertificate } from '../../../src/core/x509/index.js';
import {
  authorityKeyIdentifier,
  basicConstraints,
  buildCertificate,
  certificatePolicies,
  type CertificateShape,
  commonName,
  country,
  distinguishedName,
  type ExtensionShape,
  type KeyKind,
  type KeyPair,
  keyUsage,
  organization,
  type SeededRandom,
  subjectAltName,
  subjectKeyIdentifier,
  valueOf,
} from '../../../src/devkit/index.js';

/** A certificate before it is signed. */
export interface LinkDraft {
  readonly key: KeyPair;
  /** Name, DER. */
  name: Uint8Array;
  extensions: ExtensionShape[];
  /** What to write instead of the defaults. */
  shape: { -readonly [Field in keyof CertificateShape]?: CertificateShape[Field] };
  /** Changes the finished DER. */
  edit?: (der: Uint8Array) => Uint8Array;
}

/** A chain before it is signed, from the root (0) to the target, and the inputs of its validation. */
export interface ChainDraft {
  readonly links: LinkDraft[];
  at: Date;
  policies: string[];
  requireExplicitPolicy: boolean;
  inhibitPolicyMapping: boolean;
  inhibitAnyPolicy: boolean;
}

/** The policies in the drafts. */
export const policyA = '1.3.6.1.4.1.99999.1';
export const policyB = '1.3.6.1.4.1.99999.2';

/** A time at which every draft is valid. */
export const draftTime = new Date('2026-06-01T12:00:00Z');

/** C=TW, O=Test, CN=`text`. */
export const testName = (text: string): Uint8Array =>
  distinguishedName(country('TW'), organization('Test'), commonName(text));

/** A good chain, chosen by the random source: none to three intermediates, with and without key identifiers and policies. */
export function draftChain(random: SeededRandom, nextKey: () => KeyPair): ChainDraft {
  const intermediates = random.below(4);
  const withIdentifiers = random.below(4) > 0;
  const withPolicies = random.below(2) > 0;
  const links = Array.from({ length: intermediates + 2 }, (_, index): LinkDraft => {
    const target = index === intermediates + 1;
    const text = target ? 'Target' : index === 0 ? 'Root' : `Authority ${index}`;
    return {
      key: nextKey(),
      name: testName(text),
      extensions: [
        ...(target
          ? [
              keyUsage('digitalSignature'),
              subjectAltName([{ dns: 'host.example.tw' }, { email: 'me@example.tw' }]),
            ]
          : [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign')]),
        ...(withPolicies && index > 0 ? [certificatePolicies([policyA])] : []),
      ],
      shape: {},
    };
  });
  if (withIdentifiers)
    for (const [index, link] of links.entries()) addIdentifiers(link, links[Math.max(index - 1, 0)]!);
  return {
    links,
    at: draftTime,
    policies: [],
    requireExplicitPolicy: false,
    inhibitPolicyMapping: false,
    inhibitAnyPolicy: false,
  };
}

function addIdentifiers(link: LinkDraft, issuer: LinkDraft): void {
  link.extensions.push(
    subjectKeyIdentifier(link.key.keyIdentifier),
    authorityKeyIdentifier({ keyIdentifier: issuer.key.keyIdentifier }),
  );
}

/** The certificates of a draft, DER, from the root to the target. */
export function buildChain({ links }: ChainDraft): Uint8Array[] {
  return links.map((link, index) => {
    const issuer = links[Math.max(index - 1, 0)]!;
    const der = buildCertificate({
      signer: issuer.key,
      issuer: issuer.name,
      subject: link.name,
      publicKey: link.key.publicKey,
      serialNumber: index + 1,
      extensions: link.extensions,
      ...link.shape,
    });
    return link.edit?.(der) ?? der;
  });
}

/** The parsed certificate. Throws if it is malformed. */
export function parsed(bytes: Uint8Array): Certificate {
  return valueOf(parseCertificate(bytes));
}

/** A new key pair for tests, made quickly. */
export function testKey(kind: KeyKind): KeyPair {
  const { privateKey, publicKey } = generatePair(kind);
  const spki = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }));
  return { kind, privateKey, publicKey: spki, keyIdentifier: createHash('sha1').update(spki).digest() };
}

function generatePair(kind: KeyKind): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  if (kind === 'p256') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  if (kind === 'p384') return generateKeyPairSync('ec', { namedCurve: 'P-384' });
  return generateKeyPairSync('rsa', { modulusLength: Number(kind.slice('rsa-'.length)) });
}

/** Returns small RSA keys in turn. They are made once. */
export function keyRing(size: number): () => KeyPair {
  const keys = Array.from({ length: size }, () => testKey('rsa-1024'));
  let next = 0;
  return () => keys[next++ % keys.length]!;
}
