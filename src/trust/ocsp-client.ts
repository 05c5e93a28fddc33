import type { Clock } from '../core/clock.js';
import { hex } from '../core/octets.js';
import {
  encodeOcspRequest,
  maximumOcspResponseBytes,
  type OcspResponse,
  parseOcspResponse,
} from '../core/revocation/index.js';
import { type Certificate, certificateExtensions } from '../core/x509/index.js';
import { fingerprint, subjectKeyIdentifierHex } from './anchor-set.js';
import type { RevocationArchive, RevocationFetcher } from './ports.js';

/** Where an authority answers by OCSP. */
export interface OcspResponder {
  readonly url: string;
  /** Subject key identifier (hex, lower case) of the authority whose certificates it knows. */
  readonly issuerKeyIdentifier: string;
  /** Milliseconds for one question. */
  readonly timeout: number;
}

/** What the client works with. */
interface OcspPorts {
  readonly fetcher: RevocationFetcher;
  readonly archive: RevocationArchive;
  readonly clock: Clock;
}

interface Remembered {
  readonly response: OcspResponse;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** How many answers are remembered, and for how long at most. */
const maximumRemembered = 10_000;
const longestMemory = 10 * 60_000;

/**
 * Asks responders about single certificates, for the policies that want it. An answer is archived before it is used, and
 * remembered for ten minutes or until its nextUpdate. It is not judged here: the path decides who may have signed it.
 */
export class OcspClient {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly responders: readonly OcspResponder[],
    private readonly authorities: readonly Certificate[],
    private readonly ports: OcspPorts,
  ) {}

  /** The answer about a certificate, or undefined: no responder for its issuer, no answer, or none that can be archived. */
  async ask(certificate: Certificate): Promise<OcspResponse | undefined> {
    const label = fingerprint(certificate.der);
    const known = this.remembered.get(label);
    const now = this.ports.clock.now().getTime();
    if (known !== undefined && now < known.until) return known.response;
    const response = await this.fetch(certificate);
    if (response !== undefined) this.remember(label, response, now);
    return response;
  }

  private async fetch(certificate: Certificate): Promise<OcspResponse | undefined> {
    const issuer = issuerKeyIdentifier(certificate);
    const responder = this.responders.find((each) => each.issuerKeyIdentifier === issuer);
    const authority = this.authorities.find((each) => subjectKeyIdentifierHex(each) === issuer);
    if (responder === undefined || authority === undefined) return undefined;
    const ocspRequest = encodeOcspRequest({ certificate, issuerKey: authority.subjectPublicKeyInfo });
    const request = { ...responder, ocspRequest, maximumBytes: maximumOcspResponseBytes };
    const fetched = await this.ports.fetcher.fetch(request);
    return fetched.ok ? this.archived(fetched.value) : undefined;
  }

  private async archived(bytes: Uint8Array): Promise<OcspResponse | undefined> {
    const response = parseOcspResponse(bytes);
    if (!response.ok) return undefined;
    try {
      await this.ports.archive.put(bytes);
      return response.value;
    } catch {
      // What can't be kept can't be relied on; the lists decide alone.
      return undefined;
    }
  }

  private remember(label: string, response: OcspResponse, now: number): void {
    if (this.remembered.size >= maximumRemembered) this.remembered.clear();
    const ends = response.answers.map(({ nextUpdate }) => nextUpdate ?? now);
    this.remembered.set(label, { response, until: Math.min(now + longestMemory, ...ends) });
  }
}

function issuerKeyIdentifier(certificate: Certificate): string | undefined {
  const extensions = certificateExtensions(certificate);
  const identifier = extensions.ok ? extensions.value.authorityKeyIdentifier?.keyIdentifier : undefined;
  return identifier === undefined ? undefined : hex(identifier);
}
