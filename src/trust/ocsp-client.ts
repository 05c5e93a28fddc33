import { BoundedMap } from '../core/bounded-map.js';
import type { Clock } from '../core/clock.js';
import { hex } from '../core/octets.js';
import { encodeOcspRequest, type OcspResponse, parseOcspResponse } from '../core/revocation/index.js';
import { type Certificate, certificateExtensions } from '../core/x509/index.js';
import { fingerprint, subjectKeyIdentifierHex } from './anchor-set.js';
import type { RevocationFetcher } from './ports.js';

/** Where an authority answers by OCSP. */
export interface OcspResponder {
  readonly url: string;
  /** Subject key identifier (hex, lower case) of the authority whose certificates it answers for. */
  readonly issuerKeyIdentifier: string;
  /** Milliseconds for one request. */
  readonly timeout: number;
}

/** What the client needs. */
interface OcspPorts {
  readonly fetcher: RevocationFetcher;
  readonly clock: Clock;
}

interface CachedResponse {
  readonly response: OcspResponse;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** How many responses are cached, and for how many milliseconds at most. */
const maximumCached = 10_000;
const longestCached = 10 * 60_000;
/** Bytes of a response that is used: it has to fit into the evidence that rests on it. Usual ones have two thousand. */
const maximumResponseBytes = 16_384;

/**
 * Asks responders about single certificates, for the policies that use OCSP. A response is cached for ten minutes or until
 * its nextUpdate, in memory only: it names a person's certificate. It is not validated here: who may have signed it depends on the path.
 */
export class OcspClient {
  private readonly cache = new BoundedMap<string, CachedResponse>(maximumCached);

  constructor(
    private readonly responders: readonly OcspResponder[],
    private readonly authorities: readonly Certificate[],
    private readonly ports: OcspPorts,
  ) {}

  /** The response about a certificate. Undefined where its issuer has no responder, or no response came. */
  async ask(certificate: Certificate): Promise<OcspResponse | undefined> {
    const label = fingerprint(certificate.der);
    const known = this.cache.get(label);
    const now = this.ports.clock.now().getTime();
    if (known !== undefined && now < known.until) return known.response;
    const response = await this.fetch(certificate);
    if (response !== undefined) this.keep(label, response, now);
    return response;
  }

  private async fetch(certificate: Certificate): Promise<OcspResponse | undefined> {
    const issuer = issuerKeyIdentifier(certificate);
    const responder = this.responders.find((each) => each.issuerKeyIdentifier === issuer);
    const authority = this.authorities.find((each) => subjectKeyIdentifierHex(each) === issuer);
    if (responder === undefined || authority === undefined) return undefined;
    const ocspRequest = encodeOcspRequest({ certificate, issuerKey: authority.subjectPublicKeyInfo });
    const request = { ...responder, ocspRequest, maximumBytes: maximumResponseBytes };
    const fetched = await this.ports.fetcher.fetch(request);
    const response = fetched.ok ? parseOcspResponse(fetched.value) : fetched;
    return response.ok ? response.value : undefined;
  }

  private keep(label: string, response: OcspResponse, now: number): void {
    const ends = response.answers.map(({ nextUpdate }) => nextUpdate ?? now);
    this.cache.set(label, { response, until: Math.min(now + longestCached, ...ends) });
  }
}

function issuerKeyIdentifier(certificate: Certificate): string | undefined {
  const extensions = certificateExtensions(certificate);
  const identifier = extensions.ok ? extensions.value.authorityKeyIdentifier?.keyIdentifier : undefined;
  return identifier === undefined ? undefined : hex(identifier);
}
