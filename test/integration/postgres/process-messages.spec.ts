import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, type Notification } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { PostgresProcessMessages } from '../../../src/adapters/postgres/process-messages.js';
import { loginUrl } from '../../../src/adapters/postgres/roles.js';
import { longestProcessMessage } from '../../../src/core/process-messages.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const secret = Buffer.alloc(32, 7);
const content = Buffer.from('sign-in 192.0.2.1 40');

/** Messages as they come, one after the other. */
class Heard {
  private readonly come: Uint8Array[] = [];
  private readonly waiting: ((content: Uint8Array) => void)[] = [];

  readonly take = (message: Uint8Array): void => {
    const wait = this.waiting.shift();
    if (wait === undefined) this.come.push(message);
    else wait(message);
  };

  next(): Promise<Uint8Array> {
    const message = this.come.shift();
    return message === undefined
      ? new Promise((resolve) => this.waiting.push(resolve))
      : Promise.resolve(message);
  }
}

let database: TestDatabase;
let owner: DataSource;
let stranger: Client;
let processes: {
  readonly messages: PostgresProcessMessages;
  readonly source: DataSource;
  readonly heard: Heard;
}[];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await createDataSource({ url: database.url, poolSize: 1 }).initialize();
  stranger = new Client({ connectionString: loginUrl(database.url, 'lianshu_staff') });
  await stranger.connect();
});
afterAll(async () => {
  await stranger.end();
  await owner.destroy();
  await database.drop();
});
beforeEach(async () => {
  processes = await Promise.all([aProcess(secret), aProcess(secret), aProcess(Buffer.alloc(32, 8))]);
  // The first message of each opens its line.
  for (const { messages } of processes) await messages.send('opens', content);
});
afterEach(async () => {
  for (const { messages, source } of processes) {
    await messages.onModuleDestroy();
    await source.destroy();
  }
});

async function aProcess(key: Uint8Array) {
  const source = await createDataSource({
    url: database.url,
    role: 'lianshu_intake',
    poolSize: 2,
  }).initialize();
  const messages = new PostgresProcessMessages(source, key);
  const heard = new Heard();
  messages.receive('limits', heard.take);
  return { messages, source, heard };
}

describe('messages among processes', () => {
  it('reach the others that have the secret, and not oneself', async () => {
    const [one, two] = processes;
    await one!.messages.send('limits', content);
    expect(await two!.heard.next()).toEqual(content);
    await two!.messages.send('limits', Buffer.from('back'));
    expect(Buffer.from(await one!.heard.next()).toString()).toBe('back');
  });

  it.each(['elsewhere', 'limit', 'limits-too'])(
    'of the topic %s reach nobody who takes another',
    async (topic) => {
      const [one, two] = processes;
      await one!.messages.send(topic, Buffer.from('not for it'));
      await one!.messages.send('limits', content);
      expect(await two!.heard.next()).toEqual(content);
    },
  );

  it('tell a login of the database nothing, and can’t be forged by it', async () => {
    const [one, two] = processes;
    const overheard = new Promise<string | undefined>((resolve) =>
      stranger.once('notification', ({ payload }: Notification) => resolve(payload)),
    );
    await stranger.query('LISTEN lianshu');
    await one!.messages.send('limits', content);
    const payload = (await overheard) ?? '';
    expect(await two!.heard.next()).toEqual(content);
    expect(Buffer.from(payload, 'base64').toString('latin1')).not.toMatch(/limits|192/);
    const bytes = Buffer.from(payload, 'base64');
    const edits: readonly (readonly [string, string])[] = [
      ['no bytes', ''],
      ['no base64', '!'],
      ['one bit of the nonce', flipped(bytes, 0)],
      ['one bit of the content', flipped(bytes, 20)],
      ['one bit of the tag', flipped(bytes, bytes.length - 1)],
      ['cut short', bytes.subarray(0, 30).toString('base64')],
    ];
    for (const [, edited] of edits) await stranger.query('SELECT pg_notify($1, $2)', ['lianshu', edited]);
    await one!.messages.send('limits', Buffer.from('the next'));
    // None of the edits came before it.
    expect(Buffer.from(await two!.heard.next()).toString()).toBe('the next');
    await stranger.query('UNLISTEN lianshu');
  });

  it('fit into what PostgreSQL takes; a longer one is a bug', async () => {
    const [one, two] = processes;
    await one!.messages.send('limits', Buffer.alloc(longestProcessMessage, 1));
    expect(await two!.heard.next()).toHaveLength(longestProcessMessage);
    await expect(one!.messages.send('limits', Buffer.alloc(longestProcessMessage + 1))).rejects.toThrow(
      RangeError,
    );
  });

  it('are lost while the database cuts the line, and come again after it', async () => {
    const [one, two] = processes;
    await owner.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1 AND datname = current_database()',
      ['lianshu_intake'],
    );
    for (const { messages } of [one!, two!]) {
      await messages.send('limits', Buffer.from('lost'));
      await messages.send('opens', Buffer.from('again'));
    }
    await one!.messages.send('limits', content);
    expect(await two!.heard.next()).toEqual(content);
  });

  it('end with the process: the pool closes, and a later message is not sent', async () => {
    const { messages, source } = await aProcess(secret);
    await messages.send('limits', content);
    await messages.onModuleDestroy();
    await source.destroy();
    await expect(messages.send('limits', content)).resolves.toBeUndefined();
  });
});

function flipped(bytes: Buffer, at: number): string {
  const edited = Buffer.from(bytes);
  edited[at] = (edited[at] ?? 0) ^ 1;
  return edited.toString('base64');
}
