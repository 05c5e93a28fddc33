import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** When the connection is cut: before the server has the request, or after it has answered and before the client knows. */
export type Cut = 'before' | 'after';

/** What a lying server makes of its answer. */
export type Edit = (answer: Record<string, unknown>) => object;

/** Stands between a client and the platform, remembers what was sent, and cuts the connection where a test says. */
export class CuttingProxy {
  /** Method and path of each request, in order. */
  readonly requests: string[] = [];
  /** Everything that the client sent in bodies. */
  readonly sent: string[] = [];
  private altering: { readonly request: string; readonly edit: Edit; left: number } | undefined;
  private cutting: { readonly request: string; readonly when: Cut; readonly then: () => void } | undefined;

  private constructor(
    private readonly target: string,
    private readonly server: Server,
  ) {}

  static async start(target: string): Promise<CuttingProxy> {
    const server = createServer();
    const proxy = new CuttingProxy(target, server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void proxy.pass(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Cuts the connection of the next request of this method and path, such as `POST lead/round/key`, and does something then. */
  cut(request: string, when: Cut, then: () => void = () => undefined): void {
    this.cutting = { request, when, then };
  }

  /** Answers the next request of this method and path with the server's answer changed, or the one after `skipped` others. */
  alter(request: string, edit: Edit, skipped = 0): void {
    this.altering = { request, edit, left: skipped };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const name = `${request.method ?? ''} ${(request.url ?? '').replace('/api/v1/', '')}`;
    this.requests.push(name);
    this.sent.push(body.toString('utf8'));
    const cut = this.cutting?.request === name ? this.cutting : undefined;
    if (cut !== undefined) this.cutting = undefined;
    if (cut?.when !== 'before') {
      const answer = await this.ask(request, body);
      if (cut === undefined) {
        const content = this.altered(name, await answer.text());
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
        response.end(content);
        return;
      }
      await answer.arrayBuffer();
    }
    cut.then();
    request.socket.destroy();
  }

  private altered(request: string, content: string): string {
    if (this.altering?.request !== request || this.altering.left-- > 0) return content;
    const { edit } = this.altering;
    this.altering = undefined;
    return JSON.stringify(edit(JSON.parse(content) as Record<string, unknown>));
  }

  private ask({ method = 'GET', url = '', headers }: IncomingMessage, body: Buffer): Promise<Response> {
    const kept = ['accept-language', 'authorization', 'content-type'] as const;
    return fetch(`${this.target}${url}`, {
      method,
      headers: kept.flatMap((name): [string, string][] => {
        const value = headers[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
      ...(body.length === 0 ? {} : { body }),
    });
  }
}
