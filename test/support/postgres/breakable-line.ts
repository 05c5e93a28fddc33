import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * What the line does: it passes everything; it holds everything back, as a server that hangs would, until it passes again; it passes a statement and cuts the connection when
 * the answer comes; or it takes no connection, and cuts those that are there.
 */
type LineState = 'passes' | 'stalls' | 'cuts' | 'down';

/** A line to PostgreSQL that a test breaks as it likes. */
export class BreakableLine {
  private state: LineState = 'passes';
  private readonly pairs = new Set<readonly [client: Socket, server: Socket]>();

  private cut = '';

  private constructor(
    private readonly listener: Server,
    /** The database's URL by this line. */
    readonly url: string,
  ) {}

  /** Opens a line to the database of this URL, with a port of its own. */
  static async to(url: string): Promise<BreakableLine> {
    const target = new URL(url);
    const listener = createServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const own = new URL(url);
    own.hostname = '127.0.0.1';
    own.port = String((listener.address() as AddressInfo).port);
    const line = new BreakableLine(listener, own.href);
    listener.on('connection', (client) => line.join(client, connect(Number(target.port), target.hostname)));
    return line;
  }

  set(state: LineState): void {
    this.state = state;
    for (const pair of this.pairs)
      for (const socket of pair)
        if (state === 'down') socket.destroy();
        else if (state === 'stalls') socket.pause();
        else socket.resume();
  }

  /** Cuts the connection when the answer comes to a statement with this word. */
  cutAnswerTo(word: string): void {
    this.cut = word;
    this.set('cuts');
  }

  async close(): Promise<void> {
    this.set('down');
    this.listener.close();
    await once(this.listener, 'close');
  }

  private join(client: Socket, server: Socket): void {
    const pair = [client, server] as const;
    this.pairs.add(pair);
    const end = (): void => {
      this.pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const socket of pair) socket.on('close', end).on('error', end);
    if (this.state === 'down') end();
    let asked = false;
    client.on('data', (octets) => {
      asked = this.state === 'cuts' && octets.includes(this.cut);
      server.write(octets);
    });
    server.on('data', (octets) => {
      if (asked) end();
      else client.write(octets);
    });
    if (this.state === 'stalls') for (const socket of pair) socket.pause();
  }
}
