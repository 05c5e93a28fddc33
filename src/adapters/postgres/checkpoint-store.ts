import { type DataSource, LessThan, MoreThan } from 'typeorm';
import type { CheckpointStore, PublishedCheckpoints, StoredCheckpoint } from '../../audit/index.js';
import { AuditCheckpointEntity } from './entities/audit-checkpoint.entity.js';

/** The checkpoints of the audit log in PostgreSQL. Role `lianshu_checking` writes them; `lianshu_intake` reads them for anybody. */
export class PostgresCheckpointStore implements CheckpointStore, PublishedCheckpoints {
  constructor(private readonly dataSource: DataSource) {}

  async last(): Promise<StoredCheckpoint | undefined> {
    return (await this.page(undefined, 1)).at(0);
  }

  async add(checkpoint: StoredCheckpoint): Promise<boolean> {
    const inserted = await this.dataSource
      .createQueryBuilder()
      .insert()
      .into(AuditCheckpointEntity)
      .values(checkpoint)
      .orIgnore()
      .returning('number')
      .execute();
    return (inserted.raw as readonly object[]).length === 1;
  }

  after(number: number, limit: number): Promise<readonly StoredCheckpoint[]> {
    return this.dataSource.manager.find(AuditCheckpointEntity, {
      where: { number: MoreThan(number) },
      order: { number: 'ASC' },
      take: limit,
    });
  }

  page(before: number | undefined, limit: number): Promise<readonly StoredCheckpoint[]> {
    return this.dataSource.manager.find(AuditCheckpointEntity, {
      where: before === undefined ? {} : { number: LessThan(before) },
      order: { number: 'DESC' },
      take: limit,
    });
  }
}
