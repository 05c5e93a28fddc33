import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../../core/clock.js';
import type { UsedChallenges } from '../../../staff/index.js';

/** Used challenges in PostgreSQL, by their SHA-256. Role `lianshu_staff`. */
export class PostgresUsedChallenges implements UsedChallenges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async use(challenge: string, expiresAt: Date): Promise<boolean> {
    await this.dataSource.query('DELETE FROM used_challenge WHERE expires_at <= $1', [this.clock.now()]);
    const digest = createHash('sha256').update(challenge, 'utf8').digest();
    const inserted = await this.dataSource.query<unknown[]>(
      'INSERT INTO used_challenge VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
      [digest, expiresAt],
    );
    return inserted.length === 1;
  }
}
