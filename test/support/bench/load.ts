import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

/** What one request came to. */
export interface LoadAnswer {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  /** From when it was due to the whole answer. */
  readonly milliseconds: number;
  /** The whole answer; empty where the connection ended without one. */
  readonly content: string;
}

/** Connections to one server from one address. */
interface Way {
  readonly pool: Pool;
  readonly path: string;
}

/**
 * Sends bodies to servers in turn, as JSON, over so many connections to each from each of some addresses of this machine (127.0.0.1, 127.0.0.2, …).
 * By undici, since whoever sends from the machine that is measured should take little of it.
 */
export class Load {
  private readonly ways: readonly Way[];
  private sent = 0;

  constructor(urls: readonly string[], connections: number, addresses = 1) {
    this.ways = Array.from({ length: addresses }, (_, index) => `127.0.0.${String(index + 1)}`).flatMap(
      (localAddress) =>
        urls.map((url) => {
          const { origin, pathname: path } = new URL(url);
          return { pool: new Pool(origin, { connections, localAddress }), path };
        }),
    );
  }

  /** Closed loop: so many senders, each waiting for its answer before it sends the next body. */
  async closed(bodies: readonly string[], senders: number): Promise<readonly LoadAnswer[]> {
    const waiting = bodies.values();
    const answers: LoadAnswer[] = [];
    const sender = async (): Promise<void> => {
      for (const body of waiting) answers.push(await this.one(body));
    };
    await Promise.all(Array.from({ length: senders }, sender));
    return answers;
  }

  /** As {@link closed}, with the answers in the order of the bodies. */
  async each(bodies: readonly string[], senders: number): Promise<readonly LoadAnswer[]> {
    const waiting = bodies.entries();
    const answers = new Array<LoadAnswer>(bodies.length);
    const sender = async (): Promise<void> => {
      for (const [index, body] of waiting) answers[index] = await this.one(body);
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
      answers.push(this.one(body, due));
    }
    return Promise.all(answers);
  }

  /** One body, now; timed from when it was due. */
  async one(body: string, due = performance.now()): Promise<LoadAnswer> {
    const way = this.ways[this.sent++ % this.ways.length];
    const { status, content } = way === undefined ? unanswered : await asked(way, body);
    return { status, milliseconds: performance.now() - due, content };
  }

  close(): void {
    for (const { pool } of this.ways) void pool.destroy();
  }
}

const unanswered: Omit<LoadAnswer, 'milliseconds'> = { status: 0, content: '' };

async function asked({ pool, path }: Way, body: string): Promise<Omit<LoadAnswer, 'milliseconds'>> {
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await pool.request({ path, method: 'POST', headers, body });
    return { status: answer.statusCode, content: await answer.body.text() };
  } catch {
    return unanswered;
  }
}
