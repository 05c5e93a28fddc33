import { describe, expect, it } from '@jest/globals';
import { StepWork, type StepPiece } from '../../../src/checking/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { fail, ok, type Result } from '../../../src/core/result.js';
import { type ApprovalRequest, type Execution, NotNowError } from '../../../src/staff/index.js';
import { approvedStep } from '../../support/checking/approved-step.js';

const caseNumber = '9001' as CaseNumber;
const piece: StepPiece = { requestId: 'r', caseNumber, action: 'send-roster' };
const request = { id: 'r', caseNumber, action: 'send-roster' } as unknown as ApprovalRequest;

/** Steps over stores in memory. `carried` answers, in turn, whether the effect is stored. */
function work(
  carried: readonly boolean[] = [],
  carryOut: () => Promise<Execution | undefined> = () => Promise.resolve({ request }),
  putUp: () => Promise<void> = () => Promise.resolve(),
) {
  const put: StepPiece[] = [];
  const told: string[] = [];
  const left = [...carried];
  const steps = new StepWork(
    {
      requests: { waiting: () => Promise.resolve([request]), carryOut },
      jobs: { putStep: (step) => Promise.resolve(void put.push(step)) },
      steps: {
        putUp,
        isCarriedOut: () => Promise.resolve(left.shift() ?? false),
      },
    },
    (_number, outcome) =>
      void told.push(outcome instanceof Error ? outcome.message : outcome.ok ? 'ok' : outcome.failure.code),
  );
  return { steps, put, told };
}

describe('an approved step', () => {
  const approved = approvedStep(caseNumber);

  it('whose effect is stored is not executed again', async () => {
    const executed = work([true]).steps.once(approved, () => Promise.reject(new Error('executed twice')));
    expect(await executed).toEqual(ok(undefined));
  });

  it('that another has ended meanwhile has not failed', async () => {
    const refused = (): Promise<Result<unknown, 'check-not-ready'>> =>
      Promise.resolve(fail('check-not-ready'));
    expect(await work([false, true]).steps.once(approved, refused)).toEqual(ok(undefined));
    expect(await work([false, false]).steps.once(approved, refused)).toEqual(fail('check-not-ready'));
  });

  it('comes again while something else holds the case', async () => {
    const held = (): Promise<Result<unknown, 'step-under-way'>> => Promise.resolve(fail('step-under-way'));
    await expect(work().steps.once(approved, held)).rejects.toBeInstanceOf(NotNowError);
    const { steps, told } = work([], () => Promise.reject(new NotNowError('held')));
    await expect(steps.do(piece)).rejects.toBeInstanceOf(NotNowError);
    expect(told).toEqual([]);
  });

  it('is put up by its approval and by each look, and one on no case by nobody', async () => {
    const { steps, put } = work();
    await steps.announce(request);
    await steps.look();
    await steps.announce({ id: 'r', action: 'send-roster' });
    await steps.announce({ id: 'r', action: 'purge', caseNumber });
    expect(put).toEqual([piece, piece]);
  });

  it.each<[string, Error, string]>([
    ['an error', new Error('the database is away'), 'the database is away'],
    ['anything else', 'gone' as unknown as Error, 'not an error'],
  ])('whose putting up ends with %s is told of, and looked for later', async (_what, thrown, told) => {
    const failing = work([], undefined, () => Promise.reject(thrown));
    await failing.steps.announce(request);
    expect([failing.told, failing.put]).toEqual([[told], []]);
    await failing.steps.look();
    expect(failing.put).toEqual([piece]);
  });

  it('that breaks is told of, and comes again', async () => {
    const { steps, told } = work([], () => Promise.reject(new Error('broken')));
    await expect(steps.do(piece)).rejects.toThrow('broken');
    expect(told).toEqual(['broken']);
  });

  it('that is on no case is passed over by a look, and a failure that nobody is told of disturbs nothing', async () => {
    const put: StepPiece[] = [];
    const others = [{ id: 'r', action: 'send-roster' } as unknown as ApprovalRequest, request];
    const steps = new StepWork({
      requests: { waiting: () => Promise.resolve(others), carryOut: () => Promise.reject(new Error('x')) },
      jobs: { putStep: (step) => Promise.resolve(void put.push(step)) },
      steps: { putUp: () => Promise.reject(new Error('away')), isCarriedOut: () => Promise.resolve(false) },
    });
    await steps.announce(request);
    await steps.look();
    expect(put).toEqual([piece]);
  });

  it('that is executed answers what came of it', async () => {
    const done = (): Promise<Result<string, 'check-not-ready'>> => Promise.resolve(ok('done'));
    expect(await work([false]).steps.once(approved, done)).toEqual(ok('done'));
  });

  it('that has ended already is left alone', async () => {
    const { steps, told } = work([], () => Promise.resolve(undefined));
    await steps.do(piece);
    expect(told).toEqual([]);
  });

  it('is told of in the log where it fails, by its code', async () => {
    const failure = { code: 'round-key-not-opened' };
    const { steps, told } = work([], () => Promise.resolve({ request, failure }));
    await steps.do(piece);
    expect(told).toEqual(['round-key-not-opened']);
  });
});
