import { PgBossCheckJobs } from '../../../src/adapters/postgres/checking/check-jobs.js';
import { PostgresStepStore } from '../../../src/adapters/postgres/checking/step-store.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { reportTo } from '../../../src/checking/steps/ports.js';
import { newBatch } from './memory-checking.js';
import { opaqueCase, opaqueDispatch } from './opaque-roster.js';

/*
 * A process that carries out approved steps until it is told to end, as `lianshu worker` does, but for what verifies approvals and opens records: a
 * test kills it wherever it is. Arguments: the database, the rows of a part, the milliseconds that each part takes.
 */
const [url = '', rowsPerPart = '10', pause = '0'] = process.argv.slice(2);
const checking = await createDataSource({ url, role: 'lianshu_checking', poolSize: 6 }).initialize();
const jobs = new PgBossCheckJobs(checking, { warn: () => undefined });
const dispatch = opaqueDispatch(checking, Number(rowsPerPart), Number(pause));
const steps = new PostgresStepStore(checking);
await jobs.take({
  piece: () => Promise.resolve(),
  step: async ({ requestId }) => {
    if (await steps.isCarriedOut(requestId)) return;
    const sent = await dispatch.send(opaqueCase, reportTo(steps, requestId));
    if (!sent.ok) throw new Error(sent.failure.code);
  },
});
// As the look after every start does: a step that waits, or that somebody is at, stays single.
const step = await steps.latest(newBatch(0));
if (step !== undefined) await jobs.putStep({ ...step, caseNumber: opaqueCase });
process.stdout.write('working\n');
process.once('SIGTERM', () => {
  void jobs
    .end()
    .then(() => checking.destroy())
    .then(() => process.exit(0));
});
