import { hkdfSync } from 'node:crypto';
import type { Notification, PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { longestProcessMessage, type ProcessMessages } from '../../core/process-messages.js';
import { openSealedOctets, sealOctets } from '../../core/sealed-octets.js';

/** PostgreSQL's channel for all topics. Everybody with a login may listen to it, so the topic is sealed too. */
const channel = 'lianshu';

const topicLength = 16;

/**
 * Messages by NOTIFY, over one connection of the pool that is held for it. They are written to no table and no log. Each is encrypted
 * (AES-256-GCM) under a key that only the platform's keystore gives: a login to the database alone neither reads nor forges one.
 */
export class PostgresProcessMessages implements ProcessMessages {
  private readonly takers = new Map<string, (content: Uint8Array) => void>();
  private readonly key: Uint8Array;
  private line: Promise<Line> | undefined;
  private ended = false;

  /** `secret` is one that every process of the platform has. */
  constructor(
    private readonly source: DataSource,
    secret: Uint8Array,
  ) {
    this.key = new Uint8Array(hkdfSync('sha256', secret, '', 'lianshu process messages', 32));
  }

  async send(topic: string, content: Uint8Array): Promise<void> {
    if (content.length > longestProcessMessage) throw new RangeError('a message that is too long');
    if (this.ended) return;
    try {
      const { client } = await (this.line ??= this.open());
      await client.query('SELECT pg_notify($1, $2)', [channel, sealed(this.key, topic, content)]);
    } catch {
      // The database is away, or it hangs: the next message tries again, by another connection.
      await this.drop();
    }
  }

  receive(topic: string, take: (content: Uint8Array) => void): void {
    this.takers.set(topic, take);
  }

  /** Gives the connection back, before the pool is closed. */
  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    await this.close();
  }

  private async open(): Promise<Line> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    client.on('notification', (notification) => this.hear(client, notification));
    await client.query(`LISTEN ${channel}`);
    return { runner, client };
  }

  private async close(): Promise<void> {
    const line = await this.line?.catch(() => undefined);
    this.line = undefined;
    if (line === undefined) return;
    line.client.removeAllListeners('notification');
    await line.client.query(`UNLISTEN ${channel}`).catch(() => undefined);
    await line.runner.release();
  }

  /** Ends the connection without a word to the server, which may not answer. */
  private async drop(): Promise<void> {
    const line = await this.line?.catch(() => undefined);
    this.line = undefined;
    if (line === undefined) return;
    line.client.removeAllListeners('notification');
    void (line.client as PoolClient & { end(): Promise<void> }).end().catch(() => undefined);
    await line.runner.release();
  }

  private hear(client: PoolClient, { processId, payload }: Notification): void {
    // One's own come back, too.
    if (processId === backendOf(client)) return;
    const message = opened(this.key, payload ?? '');
    if (message !== undefined) this.takers.get(message.topic)?.(message.content);
  }
}

/** The connection that sends and listens. */
interface Line {
  readonly runner: QueryRunner;
  readonly client: PoolClient;
}

/** PostgreSQL's process behind a connection. The driver has it and doesn't declare it. */
function backendOf(client: PoolClient): number | null | undefined {
  return (client as PoolClient & { readonly processID?: number | null }).processID;
}

function sealed(key: Uint8Array, topic: string, content: Uint8Array): string {
  const clear = Buffer.concat([Buffer.from(topic.padEnd(topicLength)), content]);
  return Buffer.from(sealOctets(key, clear, '')).toString('base64');
}

function opened(
  key: Uint8Array,
  payload: string,
): { readonly topic: string; readonly content: Uint8Array } | undefined {
  const clear = openSealedOctets(key, Buffer.from(payload, 'base64'), '');
  if (clear === undefined || clear.length < topicLength) return undefined;
  return {
    topic: Buffer.from(clear).toString('latin1', 0, topicLength).trimEnd(),
    content: clear.subarray(topicLength),
  };
}
