import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsonBounds, type JsonReader, parseJson } from '../core/json.js';
import { trustAnchor } from '../core/path/index.js';
import { fail, ok, type Result } from '../core/result.js';
import type { Certificate } from '../core/x509/index.js';
import {
  type AnchorSet,
  type CertificatesByFingerprint,
  certificatesByFingerprint,
  subjectKeyIdentifierHex,
} from './anchor-set.js';
import {
  type CertificatePolicy,
  defaultPolicies,
  type RefusedKind,
  standingRefusals,
  windowsOverlap,
} from './certificate-policy.js';
import type { TrustConfigurationErrorCode } from './errors.js';
import type { OcspResponder } from './ocsp-client.js';
import { readPolicy, readRefusal, readWindow } from './policy-reading.js';
import type { RevocationSource } from './revocation-source.js';

/** All that the validation of certificates needs, except the revocation data. */
export interface TrustConfiguration {
  readonly anchorSets: readonly AnchorSet[];
  readonly policies: readonly CertificatePolicy[];
  readonly refusals: readonly RefusedKind[];
  readonly sources: readonly RevocationSource[];
  /** Used only for policies that use OCSP. */
  readonly responders: readonly OcspResponder[];
}

/** Injection token for {@link TrustConfiguration}. */
export const TRUST_CONFIGURATION = Symbol('TrustConfiguration');

/** Some hundred authorities and sources. */
const bounds: JsonBounds = { size: 1_000_000, depth: 8 };

/**
 * Makes a {@link TrustConfiguration} from the text of `trust.json` and the certificates found beside it. Certificates are named by
 * SHA-256 fingerprint only. A certificate that the text does not name is not trusted. Unknown members are refused.
 */
export function readTrustConfiguration(
  text: string,
  certificates: CertificatesByFingerprint,
): Result<TrustConfiguration, TrustConfigurationErrorCode> {
  try {
    const configuration = parseJson(text, bounds, (json) => readConfiguration(json, certificates));
    return configuration.ok
      ? checkConfiguration(configuration.value)
      : fail('trust-configuration-malformed', configuration.failure.values);
  } catch (error) {
    if (error instanceof MissingCertificate) return fail('trust-certificate-missing', { where: error.where });
    throw error;
  }
}

/** Thrown only inside {@link readTrustConfiguration}. */
class MissingCertificate extends Error {
  constructor(readonly where: string) {
    super(where);
  }
}

function readConfiguration(whole: JsonReader, certificates: CertificatesByFingerprint): TrustConfiguration {
  whole.only('anchorSets', 'sources', 'responders', 'policies', 'refusals');
  return {
    anchorSets: whole.member('anchorSets').items((set) => readAnchorSet(set, certificates)),
    sources: whole.member('sources').items(readSource),
    responders: whole.optional('responders')?.items(readResponder) ?? [],
    policies: whole.optional('policies')?.items(readPolicy) ?? defaultPolicies,
    refusals: [...standingRefusals, ...(whole.optional('refusals')?.items(readRefusal) ?? [])],
  };
}

function readAnchorSet(set: JsonReader, certificates: CertificatesByFingerprint): AnchorSet {
  set.only('version', 'from', 'until', 'anchors', 'intermediates');
  const named = (fingerprint: JsonReader): Certificate => {
    const certificate = certificates.get(fingerprint.text(/^[0-9a-f]{64}$/));
    if (certificate === undefined) throw new MissingCertificate(fingerprint.where);
    return certificate;
  };
  const anchors = set.member('anchors').items(named);
  const intermediates = set.optional('intermediates')?.items(named) ?? [];
  return {
    version: set.member('version').text(/^[\w.-]{1,64}$/),
    window: readWindow(set),
    anchors: anchors.map(trustAnchor),
    intermediates,
    authorities: [...anchors, ...intermediates],
  };
}

const address = /^https?:\/\/\S{1,2000}$/;
const keyIdentifier = /^(?:[0-9a-f]{2}){1,64}$/;
const minute = 60_000;
const defaultMaximumBytes = 64 * 1024 * 1024;

function readSource(source: JsonReader): RevocationSource {
  source.only('id', 'url', 'issuerKeyIdentifier', 'refreshMinutes', 'timeoutSeconds', 'maximumBytes');
  return {
    id: source.member('id').text(/^[a-z0-9][a-z0-9-]{0,63}$/),
    url: source.member('url').text(address),
    issuerKeyIdentifier: source.member('issuerKeyIdentifier').text(keyIdentifier),
    refresh: (source.optional('refreshMinutes')?.integer(1) ?? 60) * minute,
    timeout: (source.optional('timeoutSeconds')?.integer(1) ?? 120) * 1000,
    maximumBytes: source.optional('maximumBytes')?.integer(1) ?? defaultMaximumBytes,
  };
}

function readResponder(responder: JsonReader): OcspResponder {
  responder.only('url', 'issuerKeyIdentifier', 'timeoutSeconds');
  return {
    url: responder.member('url').text(address),
    issuerKeyIdentifier: responder.member('issuerKeyIdentifier').text(keyIdentifier),
    timeout: (responder.optional('timeoutSeconds')?.integer(1) ?? 5) * 1000,
  };
}

function checkConfiguration(
  configuration: TrustConfiguration,
): Result<TrustConfiguration, TrustConfigurationErrorCode> {
  const { anchorSets, sources, policies } = configuration;
  const clash = anchorSets.find((set, i) =>
    anchorSets.slice(0, i).some((other) => windowsOverlap(set.window, other.window)),
  );
  if (clash !== undefined) return fail('trust-windows-overlap', { where: clash.version });
  const known = new Set(anchorSets.flatMap((set) => set.authorities).map(subjectKeyIdentifierHex));
  const stranger = sources.find((source) => !known.has(source.issuerKeyIdentifier));
  if (stranger !== undefined) return fail('trust-source-unknown-issuer', { where: stranger.id });
  const names = new Set(policies.map(({ name }) => name));
  if (names.size !== policies.length)
    return fail('trust-configuration-malformed', { where: 'policies.name' });
  const ids = new Set(sources.map((source) => source.id));
  if (ids.size !== sources.length) return fail('trust-configuration-malformed', { where: 'sources.id' });
  return ok(configuration);
}

/** Reads `trust.json` and every `*.pem` of a folder. Rejects where they can't be read at all. */
export async function readTrustFolder(
  folder: string,
): Promise<Result<TrustConfiguration, TrustConfigurationErrorCode>> {
  const names = await readdir(folder);
  const pems = names.filter((name) => name.endsWith('.pem')).sort();
  const certificates = certificatesByFingerprint(
    await Promise.all(pems.map((name) => readTextFile(folder, name))),
  );
  if (!certificates.ok) return certificates;
  return readTrustConfiguration(await readTextFile(folder, 'trust.json'), certificates.value);
}

const readTextFile = (folder: string, name: string): Promise<string> => readFile(join(folder, name), 'utf8');
