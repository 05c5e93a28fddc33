import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What one request came to. */
export interface LoadAnswer {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  /** From when it was due to the whole answer. */
  readonly milliseconds: number;
}

/** Sends bodies to one address of a server, as JSON. */
export class Load {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
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

  close(): void {
    this.agent.destroy();
  }

  private send(body: string, due = performance.now()): Promise<LoadAnswer> {
    return new Promise((resolve) => {
      const done = (status: number): void => {
        resolve({ status, milliseconds: performance.now() - due });
      };
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const asked = request(this.url, { method: 'POST', agent: this.agent, headers }, (answer) => {
        answer.on('end', () => {
          done(answer.statusCode ?? 0);
        });
        answer.resume();
      });
      asked.on('error', () => {
        done(0);
      });
      asked.end(body);
    });
  }
}
