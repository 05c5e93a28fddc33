import type { Log } from '../../../src/core/log.js';
import { createHash } from 'node:crypto';
import type { Clock } from '../../../src/core/clock.js';
import { fail, ok, type Result } from '../../../src/core/result.js';
import { type Certificate, parseCertificate } from '../../../src/core/x509/index.js';
import { type DemoPki, valueOf } from '../../../src/devkit/index.js';
import { subjectKeyIdentifierHex } from '../../../src/trust/anchor-set.js';
import {
  certificatesByFingerprint,
  type FetchErrorCode,
  type FetchRequest,
  fingerprint,
  readTrustConfiguration,
  type RevocationArchive,
  type RevocationFetcher,
  type TrustConfiguration,
  TrustService,
} from '../../../src/trust/index.js';

/** The text of a `trust.json` for a demo PKI, as an object to edit. */
export function demoTrustJson(
  pki: DemoPki,
): Record<string, unknown> & { sources: Record<string, unknown>[] } {
  return {
    anchorSets: [
      {
        version: 'demo-1',
        from: '2020-01-01T00:00:00Z',
        anchors: pki.roots.map(fingerprint),
        intermediates: pki.intermediates.map(fingerprint),
      },
    ],
    sources: pki.crls(pki.options.at).map(({ authority, url }) => ({
      id: authority.label,
      url,
      issuerKeyIdentifier: subjectKeyIdentifierHex(certificateOf(authority.certificate)),
    })),
  };
}

/** The configuration for a demo PKI. `edit` can change its JSON first. */
export function demoTrust(
  pki: DemoPki,
  edit: (json: ReturnType<typeof demoTrustJson>) => void = () => undefined,
): TrustConfiguration {
  const json = demoTrustJson(pki);
  edit(json);
  const certificates = valueOf(certificatesByFingerprint([pki.anchorsPem()]));
  return valueOf(readTrustConfiguration(JSON.stringify(json), certificates));
}

/** Trust in a demo PKI with everything around it in memory, which has fetched the lists of now. */
export async function demoTrustService(
  pki: DemoPki,
  clock: Clock,
  configuration = demoTrust(pki),
): Promise<TrustService> {
  const fetcher = new FakeFetcher();
  for (const { url, der } of pki.crls(clock.now())) fetcher.answers.set(url, der);
  const archive = new MemoryArchive();
  const trust = new TrustService({ configuration, fetcher, archive, clock });
  await trust.refresh();
  return trust;
}

/** A certificate that must parse. */
export function certificateOf(der: Uint8Array): Certificate {
  return valueOf(parseCertificate(der));
}

/** Answers each address as the test sets it. Any other address is unreachable. */
export class FakeFetcher implements RevocationFetcher {
  readonly answers = new Map<string, Uint8Array | FetchErrorCode>();
  readonly asked: string[] = [];

  fetch({ url }: FetchRequest): Promise<Result<Uint8Array, FetchErrorCode>> {
    this.asked.push(url);
    const answer = this.answers.get(url) ?? 'fetch-unreachable';
    return Promise.resolve(typeof answer === 'string' ? fail(answer) : ok(answer));
  }
}

/** An archive in memory. A test can make it fail. */
export class MemoryArchive implements RevocationArchive {
  readonly data = new Map<string, Uint8Array>();
  readonly pointers = new Map<string, Uint8Array>();
  /** What happened, in order. */
  readonly log: string[] = [];
  broken = false;

  put(bytes: Uint8Array): Promise<Uint8Array> {
    if (this.broken) return Promise.reject(new Error('no space left on device'));
    const sha256 = createHash('sha256').update(bytes).digest();
    this.log.push('put');
    this.data.set(sha256.toString('hex'), Uint8Array.from(bytes));
    return Promise.resolve(sha256);
  }

  get(sha256: Uint8Array): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.data.get(Buffer.from(sha256).toString('hex')));
  }

  setCurrent(source: string, sha256: Uint8Array): Promise<void> {
    this.log.push(`current ${source}`);
    this.pointers.set(source, sha256);
    return Promise.resolve();
  }

  current(source: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.pointers.get(source));
  }
}

/** A log that nobody reads. */
export const silentLog: Log = { error: () => undefined, warn: () => undefined, info: () => undefined };
