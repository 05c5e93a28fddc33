import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../core/clock.js';
import type { Authority } from './authority.js';
import type { DemoPki } from './demo-pki.js';

const maximumRequestBytes = 65_536;
const path = /^\/([a-z0-9-]+)\/(complete\.crl|issuer\.cer|ocsp)(?:\/(.+))?$/;

interface Answer {
  readonly type: string;
  readonly body: Uint8Array;
}

/**
 * The authorities' publishing server on the loopback interface: `/<label>/complete.crl`, `/<label>/issuer.cer`, and OCSP at
 * `/<label>/ocsp` (POST, or GET with the request in base64). The clock gives the time of every answer. Start the server first, make
 * the PKI with its address, then call {@link serve} with that PKI.
 */
export class DemoPkiServer {
  private pki: DemoPki | undefined;
  /** The CRLs of the last {@link publish}, by label. Undefined means that a new CRL is made for each request. */
  private published: ReadonlyMap<string, Uint8Array> | undefined;
  /** If true, every request is answered with HTTP 503. */
  unavailable = false;

  private constructor(
    private readonly server: Server,
    private readonly clock: Clock,
  ) {
    server.on('request', (request, response) => {
      // Only a malformed request (a wrong %-escape) or a closed connection leads here.
      this.answer(request, response).catch(() => response.writeHead(400).end());
    });
  }

  /** Starts to listen on 127.0.0.1 at a free port. */
  static async start(options: { readonly clock: Clock }): Promise<DemoPkiServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return new DemoPkiServer(server, options.clock);
  }

  /** The base URL, for {@link DemoPki.create}. */
  get address(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Serves this PKI from now on. */
  serve(pki: DemoPki): void {
    this.pki = pki;
  }

  /** Publishes the CRLs as of now. Later revocations appear only after the next call, as with an authority that publishes daily. */
  publish(): void {
    const crls = this.pki?.crls(this.clock.now()) ?? [];
    this.published = new Map(crls.map(({ authority, der }) => [authority.label, der]));
  }

  /** Stops listening and closes all connections. */
  async close(): Promise<void> {
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.unavailable) return void response.writeHead(503, { 'retry-after': '60' }).end();
    const answer = await this.find(request);
    if (answer === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': answer.type }).end(answer.body);
  }

  private async find(request: IncomingMessage): Promise<Answer | undefined> {
    const [, label, what, rest] = path.exec(request.url ?? '') ?? [];
    if (label === undefined || this.pki === undefined) return undefined;
    const authority = this.pki.authority(label);
    if (authority === undefined) return undefined;
    if (what === 'issuer.cer') return { type: 'application/pkix-cert', body: authority.certificate };
    if (what === 'complete.crl') return { type: 'application/pkix-crl', body: this.crl(this.pki, authority) };
    const asked =
      rest === undefined ? await bodyOf(request) : Buffer.from(decodeURIComponent(rest), 'base64');
    const body = this.pki.ocspResponder(authority).answer(asked, this.clock.now());
    return { type: 'application/ocsp-response', body };
  }

  private crl(pki: DemoPki, authority: Authority): Uint8Array {
    return this.published?.get(authority.label) ?? pki.registerOf(authority).crl(this.clock.now());
  }
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maximumRequestBytes) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
