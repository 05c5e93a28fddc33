import type { Attempt } from '../../../src/devkit/index.js';
import type { TestApplication } from './application.js';
import { staffClient } from './cases.js';

/**
 * What two members of staff and the ministry do with a submitted round, from the start of the check to the confirmed result. The ministry
 * knows the people of these attempts; {@link enterStaff} has entered the staff.
 */
export async function checkRound(
  application: TestApplication,
  caseNumber: string,
  attempts: readonly Attempt[],
): Promise<void> {
  const { installation } = application;
  const staff = await staffClient(application, caseNumber);
  await staff.requestAndApprove('start-check');
  await staff.waitForVerdicts();
  await staff.requestAndApprove('send-roster');
  const answer = await installation.ministry(attempts).answer(await staff.roster(), installation.clock.now());
  await staff.handInAnswer(answer);
  await staff.requestAndApprove('import-answer');
  await staff.requestAndApprove('confirm-result');
}
