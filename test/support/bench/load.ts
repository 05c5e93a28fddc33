import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What one request came to. */
export interface LoadAnswer {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  /** From when it was due to the whole answer. */
  readonly milliseconds: number;
  /** The whole answer; empty where the connection ended without one. */
  readonly content: string;
}

/** Sends bodies to servers in turn, as JSON, over so many connections to each from each of some addresses of this machine (127.0.0.1, 127.0.0.2, …). */
export class Load {
  private readonly agents: readonly Agent[];
  private sent = 0;

  constructor(
    private readonly urls: readonly string[],
    connections: number,
    addresses = 1,
  ) {
    this.agents = Array.from(
      { length: addresses },
      (_, index) =>
        new Agent({ keepAlive: true, maxSockets: connections, localAddress: `127.0.0.${String(index + 1)}` }),
    );
  }

  /** Closed loop: so many senders, each waiting for its answer before it sends the next body. */
  async closed(bodies: readonly string[], senders: number): Promise<readonly LoadAnswer[]> {
    const waiting = bodies.values();
    const answers: LoadAnswer[] = [];
    const sender = async (): Promise<void> => {
      for (const body of waiting) answers.push(await this.send(body));
    };
    await Promise.all(Array.from({ length: senders }, sender));
    return answers;
  }

  /** As {@link closed}, with the answers in the order of the bodies. */
  async each(bodies: readonly string[], senders: number): Promise<readonly LoadAnswer[]> {
    const waiting = bodies.entries();
    const answers = new Array<LoadAnswer>(bodies.length);
    const sender = async (): Promise<void> => {
      for (const [index, body] of waiting) answers[index] = await this.send(body);
    };
    await Promise.all(Array.from({ length: senders }, sender));
    return answers;
  }

  /** Open loop: so many bodies a second, whether those before are answered or not. */
  async open(bodies: readonly string[], perSecond: number): Promise<readonly LoadAnswer[]> {
    const began = performance.now();
    const answers: Promise<LoadAnswer>[] = [];
    for (const [index, body] of bodies.entries()) {
      const due = began + (1000 * index) / perSecond;
      const wait = due - performance.now();
      if (wait > 1) await pause(wait);
      answers.push(this.send(body, due));
    }
    return Promise.all(answers);
  }

  /** One body, now. */
  one(body: string): Promise<LoadAnswer> {
    return this.send(body);
  }

  close(): void {
    for (const agent of this.agents) agent.destroy();
  }

  private send(body: string, due = performance.now()): Promise<LoadAnswer> {
    return new Promise((resolve) => {
      const done = (status: number, content = ''): void => {
        resolve({ status, milliseconds: performance.now() - due, content });
      };
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const turn = this.sent++;
      const agent = this.agents[turn % this.agents.length];
      const asked = request(
        this.urls[turn % this.urls.length] ?? '',
        { method: 'POST', agent, headers },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => {
            done(answer.statusCode ?? 0, Buffer.concat(chunks).toString());
          });
          answer.on('error', () => {
            done(0);
          });
        },
      );
      asked.on('error', () => {
        done(0);
      });
      asked.end(body);
    });
  }
}
