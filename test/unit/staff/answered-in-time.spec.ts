import { describe, expect, it } from '@jest/globals';
import { AnsweredInTime } from '../../../src/staff/approvals/answered-in-time.js';
import type { Execution } from '../../../src/staff/approvals/approved-action.js';
import type { ApprovalRequest } from '../../../src/staff/approvals/request.js';

const request = { id: 'request', state: 'approved' } as unknown as ApprovalRequest;
const executed: Execution = { request: { ...request, state: 'executed' } };
const longestTimer = 2 ** 31 - 1;

/** With this patience, and what it has logged. */
function answering(patience: number): { readonly inTime: AnsweredInTime; readonly logged: object[] } {
  const logged: object[] = [];
  return { inTime: new AnsweredInTime(patience, { error: (fields) => logged.push(fields) }), logged };
}

describe('an approval of an action whose work may be long', () => {
  it('is answered with how the action ended, where that is known in time', async () => {
    const { inTime } = answering(longestTimer);
    expect(await inTime.answer(request, Promise.resolve(executed))).toBe(executed);
  });

  it('is refused with the error of an action that broke in time, which is not logged twice', async () => {
    const { inTime, logged } = answering(longestTimer);
    await expect(inTime.answer(request, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(logged).toEqual([]);
  });

  it('is answered with the approved request otherwise, and the end of the process waits for the action', async () => {
    const { inTime } = answering(1);
    let end: (execution: Execution) => void = () => undefined;
    const execution = new Promise<Execution>((resolve) => (end = resolve));
    expect(await inTime.answer(request, execution)).toEqual({ request });
    let isSettled = false;
    const settled = inTime.settled().then(() => (isSettled = true));
    await Promise.resolve();
    expect(isSettled).toBe(false);
    end(executed);
    await settled;
  });

  it('logs an error that comes after its answer, without what it says', async () => {
    const { inTime, logged } = answering(1);
    let fail: (error: Error) => void = () => undefined;
    const execution = new Promise<Execution>((_resolve, reject) => (fail = reject));
    await inTime.answer(request, execution);
    fail(new TypeError('A123456789'));
    await inTime.settled();
    expect(logged).toMatchObject([{ bug: { type: 'TypeError' }, request: 'request' }]);
    expect(JSON.stringify(logged)).not.toContain('A123456789');
  });
});
