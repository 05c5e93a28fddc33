import { MemoryArchive } from '../trust/trust-dependencies.js';
import { type BenchRound, days, DistinctKeys } from './bench-round.js';
import { revokedCards } from './revoked-cards.js';

/** The archive with the lists that the records of the bench rest on. */
export async function benchArchive(round: BenchRound, count: number): Promise<MemoryArchive> {
  // A certificate's serial number depends on its holder, not on its key.
  const anyKey = round.pki.authorities.office.key;
  revokedCards(round, round.cards(new DistinctKeys([], () => anyKey)), count);
  const archive = new MemoryArchive();
  for (let day = 0; day < days; day++) for (const list of round.lists(day)) await archive.put(list);
  return archive;
}
