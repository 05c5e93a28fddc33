import { type DataSource, LessThanOrEqual } from 'typeorm';
import type { Clock } from '../../../core/clock.js';
import { sha256 } from '../../../core/sha256.js';
import type { UsedChallenges } from '../../../staff/index.js';
import { UsedChallengeEntity } from '../entities/used-challenge.entity.js';

/** Used challenges in PostgreSQL, by their SHA-256. Role `lianshu_staff`. */
export class PostgresUsedChallenges implements UsedChallenges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async use(challenge: string, expiresAt: Date): Promise<boolean> {
    const { manager } = this.dataSource;
    await manager.delete(UsedChallengeEntity, { expiresAt: LessThanOrEqual(this.clock.now()) });
    const digest = Buffer.from(sha256(challenge));
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(UsedChallengeEntity)
      .values({ digest, expiresAt })
      .orIgnore()
      .returning('digest')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }
}
