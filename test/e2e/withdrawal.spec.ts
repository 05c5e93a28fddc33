import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProblem, cardOf, remedyBody, type StaffClient } from '../../src/devkit/index.js';
import { REMEDY_POLICY, type RemedyPolicy, remedyPolicy } from '../../src/remedies/index.js';
import { origin, type TestApplication, type TestCase } from '../support/application/application.js';
import { staffClient, submitted, twoCases } from '../support/application/cases.js';
import { citizens, coSign, ownCoSignaturesBody } from '../support/application/co-signers.js';
import { TestInstallation } from '../support/application/installation.js';

// The law knows no withdrawal: the switch is off. Here it is on, as an article that allowed it would have it.

let installation: TestInstallation;
let application: TestApplication;
let main: TestCase;
let staff: StaffClient;
const [leaving, staying] = citizens(2, 'withdrawal');

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  ({ main } = await twoCases(application, 100));
  await installation.nextDay();
  await coSign(application, '9001', [leaving!, staying!]);
  staff = await staffClient(application, '9001');
});
afterAll(() => installation.remove());

const setLawful = (lawful: boolean): void => {
  const policy = application.get<RemedyPolicy>(REMEDY_POLICY) as { withdrawal: RemedyPolicy['withdrawal'] };
  policy.withdrawal = { ...policy.withdrawal, lawful };
};
async function withdraw(): Promise<string> {
  const card = cardOf(leaving!, installation.pki);
  const wanted = { kind: 'withdrawal', caseNumber: '9001', account: '本人改變主意。', origin } as const;
  try {
    const body = await remedyBody(application.api, card, wanted);
    await application.api.post('cases/9001/withdrawals', body);
    return 'taken';
  } catch (error) {
    return (error as ApiProblem).code;
  }
}

describe('a withdrawal', () => {
  it('is lawful by no law today', () => {
    expect(remedyPolicy.withdrawal).toMatchObject({
      lawful: false,
      law: expect.stringContaining('公民投票法'),
    });
  });

  it('is refused while the switch is off, with nothing written', async () => {
    expect(await withdraw()).toBe('withdrawal-not-lawful');
    expect(await application.databases.owner.query('SELECT FROM remedy_request')).toEqual([]);
  });

  it('is taken where a law allows it, signed with the card, and strikes the record out by two people', async () => {
    setLawful(true);
    try {
      expect(await withdraw()).toBe('taken');
    } finally {
      setLawful(false);
    }
    await submitted(application, main);
    await staff.requestAndApprove('start-check');
    await staff.waitForVerdicts();
    const [request] = await staff.remedies();
    expect(request).toMatchObject({ kind: 'withdrawal', by: 'co-signer' });
    await staff.decide(request!.id, 'upheld', '本人依法撤回');
    await staff.requestAndApprove('send-roster');
    const ministry = installation.ministry([leaving!, staying!]);
    await staff.handInAnswer(await ministry.answer(await staff.roster(), installation.clock.now()));
    await staff.requestAndApprove('import-answer');
    expect((await staff.tallies()).struckOut).toEqual({ W01: 1 });
    await staff.requestAndApprove('confirm-result');
    const mine = await application.api.post<readonly { code?: string }[]>(
      'co-signatures/mine',
      await ownCoSignaturesBody(application, leaving!),
    );
    expect(mine).toMatchObject([{ status: 'not-counted', code: 'W01' }]);
  });
});
