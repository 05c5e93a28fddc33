import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { createServer, type Server, type TLSSocket } from 'node:tls';

/**
 * Ends TLS in front of a server under test, as the proxy of an installation does: a browser gives a page its powers (WebCrypto,
 * `postMessage` to a named origin) over https alone.
 */
export class TlsFront {
  private readonly open = new Set<TLSSocket>();
  /** Is told of an answer that gets lost here; undefined while answers pass. */
  private losing: (() => void) | undefined;

  private constructor(
    private readonly server: Server,
    private address: URL,
  ) {}

  /** Listens on a free port of 127.0.0.1 for `host`, with a certificate of its own, and passes on to the server at `address`. */
  static async start(host: string, address: string): Promise<TlsFront> {
    const server = createServer(certificateFor(host));
    const front = new TlsFront(server, new URL(address));
    server.on('secureConnection', (socket) => {
      const { hostname, port } = front.address;
      const behind = connect(Number(port), hostname);
      front.open.add(socket);
      socket.pipe(behind).pipe(front.answers()).pipe(socket);
      for (const each of [socket, behind]) each.on('error', () => undefined);
      socket.on('close', () => {
        front.open.delete(socket);
        behind.destroy();
      });
      behind.on('close', () => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on whoever connects comes to the server at this address, as where one of several has failed. */
  leadTo(address: string): void {
    this.address = new URL(address);
    for (const socket of this.open) socket.end();
  }

  /** From now on answers get lost here: what is asked still arrives. Resolves when the first was lost. */
  loseAnswers(): Promise<void> {
    return new Promise((lost) => {
      this.losing = lost;
    });
  }

  /** From now on answers pass again. */
  passAnswers(): void {
    this.losing = undefined;
  }

  private answers(): Transform {
    return new Transform({
      transform: (octets: Buffer, _encoding, done) => {
        this.losing?.();
        if (this.losing === undefined) done(null, octets);
        else done();
      },
    });
  }

  /** Ends every connection, and takes no more. */
  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.open) socket.destroy();
    await closed;
  }
}

/** A P-256 key and a certificate that it signs itself, by openssl. */
function certificateFor(host: string): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-tls-'));
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const parameters = ['req', '-x509', '-nodes', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  const { status } = spawnSync('openssl', [
    ...parameters,
    ...['-keyout', key, '-out', cert, '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`],
  ]);
  try {
    if (status !== 0) throw new Error('openssl made no certificate');
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
