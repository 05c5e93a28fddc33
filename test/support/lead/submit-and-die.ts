import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { PostgresLeadRounds } from '../../../src/adapters/postgres/lead-rounds.js';
import type { CaseNumber, RoundId } from '../../../src/core/identifiers.js';
import { merkleRoot } from '../../../src/core/merkle/index.js';
import { ok } from '../../../src/core/result.js';
import { interceptStatements } from '../postgres/database.js';

// A process that submits a round and is gone, as by a power cut, at the statement it is told.
const [url, caseNumber, roundId, when, statement] = process.argv.slice(2);
const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

const dataSource = await createDataSource({ url: url!, role: 'lianshu_lead', poolSize: 1 }).initialize();
interceptStatements(dataSource, async (index, _sql, run) => {
  if (index !== Number(statement)) return run();
  if (when === 'before') die();
  const answer = run();
  // Once the statement has left this process, but before its answer can be here.
  if (when === 'during') setImmediate(die);
  await answer;
  if (when === 'after') die();
  return answer;
});
await new PostgresLeadRounds(dataSource).submit(
  {
    caseNumber: caseNumber as CaseNumber,
    from: 'collecting',
    to: 'submitted',
    entryOf: () => ({
      ...{ at: new Date(), actor: 'lead', action: 'round-submitted' },
      signedData: Buffer.from('statement'),
    }),
  },
  roundId as RoundId,
  { submittedAt: new Date(), statement: Buffer.from('statement'), wrappedKey: Buffer.from('wrapped') },
  (commitments) => ok({ recordCount: commitments.length, merkleRoot: merkleRoot(commitments) }),
);
process.stdout.write('submitted\n');
await dataSource.destroy();
