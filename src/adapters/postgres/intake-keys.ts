import type { DataSource } from 'typeorm';
import { StartFailure } from '../../configuration/start-failure.js';
import type { Clock } from '../../core/clock.js';
import type { IntakeKeys } from '../../core/receipt-signing.js';
import { equalOctets } from '../../core/octets.js';

/** Every public key that the intake has signed with, in PostgreSQL. Role `lianshu_intake`. */
export class PostgresIntakeKeys implements IntakeKeys {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<readonly Uint8Array[]> {
    const rows = await this.dataSource.query<{ public_key: Buffer }[]>(
      'SELECT public_key FROM intake_key ORDER BY added_at, public_key',
    );
    return rows.map(({ public_key: publicKey }) => publicKey);
  }

  /**
   * Lets a server start whose intake key this is: the first of a new database is kept, later only those that are known may start.
   * Throws the `StartFailure` `start-intake-key-unknown`: nobody could verify what that server would sign. `folder` is where its key is.
   */
  async admit(publicKey: Uint8Array, folder: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO intake_key (public_key, first, added_at) SELECT $1, true, $2
       WHERE NOT EXISTS (SELECT FROM intake_key) ON CONFLICT DO NOTHING`,
      [Buffer.from(publicKey), this.clock.now()],
    );
    const known = await this.all();
    if (!known.some((each) => equalOctets(each, publicKey)))
      throw new StartFailure({ code: 'start-intake-key-unknown', values: { folder } });
  }
}

/** Adds the public key of a rotated intake key, with the owner's rights. */
export async function addIntakeKey(owner: DataSource, publicKey: Uint8Array, at: Date): Promise<void> {
  await owner.query(
    'INSERT INTO intake_key (public_key, first, added_at) VALUES ($1, false, $2) ON CONFLICT DO NOTHING',
    [Buffer.from(publicKey), at],
  );
}
