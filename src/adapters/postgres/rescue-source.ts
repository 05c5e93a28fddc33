import type { RescueSource } from '../../lead/index.js';
import { PostgresCaseRepository } from './case-repository.js';
import { createDataSource } from './data-source.js';
import { PostgresLeadRounds } from './lead-rounds.js';

/** A {@link RescueSource} with its connection. */
export interface OpenedRescueSource extends RescueSource {
  close(): Promise<void>;
}

/** Connects to the database or a restored backup of it, with no more than the lead's rights. */
export async function openRescueSource(url: string): Promise<OpenedRescueSource> {
  const dataSource = createDataSource({ url, role: 'lianshu_lead', poolSize: 2 });
  await dataSource.initialize();
  return {
    cases: new PostgresCaseRepository(dataSource),
    rounds: new PostgresLeadRounds(dataSource),
    close: () => dataSource.destroy(),
  };
}
