import { MockMoi } from '../moi/mock-moi.js';
import { householdRegister } from '../scenarios/plan-attempts.js';
import type { ApiClient } from './api-client.js';
import { enterPaperRows } from './paper.js';
import { type CheckTallies, StaffClient } from './staff-client.js';
import { nextMorning, type StoryContext } from './story-context.js';

interface Result {
  readonly electronic: { readonly valid: number };
  readonly joint: CheckOutcome['joint'];
  readonly determination: string;
}

/** The outcome of the check. */
export interface CheckOutcome extends CheckTallies {
  readonly electronicValid: number;
  /** Electronic and paper together. */
  readonly joint: Readonly<Record<'submitted' | 'valid', number>>;
  readonly determination: string;
  /** The encrypted files of the roster, by name. */
  readonly roster: ReadonlyMap<string, Uint8Array>;
  /** The files of the published bundle, by name. Empty if the case was not accepted. */
  readonly bundle: ReadonlyMap<string, Uint8Array>;
}

const caseNumber = '9001';

/** Runs the check: two people together start it, send the roster, import MOI's answer and confirm the result. */
export async function runCheck(context: StoryContext): Promise<CheckOutcome> {
  const { reporter } = context;
  reporter.step('查對', 'The commission checks');
  await nextMorning(context, 1);
  await enterPaperRows(context, caseNumber, context.paperRows);
  const staff = await StaffClient.signIn(context, caseNumber);
  await staff.startCheck(context.paperRows.length > 0 ? 'with-paper' : 'without-paper');
  if ((await staff.state()) === 'not-accepted') {
    reporter.message(
      '清查：提出人數不足，不予受理',
      'Counted: too few co-signatures, so the case is not accepted',
    );
    return {
      electronicValid: 0,
      struckOut: {},
      paper: { submitted: 0, valid: 0, struckOut: {} },
      joint: { submitted: context.paperRows.length, valid: 0 },
      determination: 'not-accepted',
      roster: new Map(),
      bundle: new Map(),
    };
  }
  const checked = await staff.waitForVerdicts();
  reporter.message(
    `逐筆查對完成：${String(checked)} 筆都有結果`,
    `Checked: each of the ${String(checked)} records has a verdict`,
  );
  const roster = await exchangeRoster(context, staff);
  await staff.requestAndApprove('confirm-result');
  const bundle = await publishedBundle(context.api);
  const result = JSON.parse(Buffer.from(bundle.get('result.json') ?? []).toString('utf8')) as Result;
  reporter.message(
    `合格 ${String(result.electronic.valid)} 筆；審定：${determinations[result.determination] ?? result.determination}`,
    `${String(result.electronic.valid)} valid; determination: ${result.determination}`,
  );
  const { valid: electronicValid } = result.electronic;
  const { struckOut, paper } = await staff.tallies();
  return {
    electronicValid,
    struckOut,
    paper,
    joint: result.joint,
    determination: result.determination,
    roster,
    bundle,
  };
}

const determinations: Readonly<Record<string, string>> = {
  established: '成立',
  'supplement-due': '通知補提',
  'not-established': '不成立',
};

async function exchangeRoster(context: StoryContext, staff: StaffClient): Promise<Map<string, Uint8Array>> {
  const { pki, clock, attempts, reporter } = context;
  await staff.requestAndApprove('send-roster');
  const roster = await staff.roster();
  const moi = new MockMoi({
    moi: pki.moi,
    commission: pki.commission.certificate,
    commissionDecryption: pki.commissionDecryption.certificate,
    register: householdRegister(attempts),
    impostor: pki.office('冒名機關', 'p256'),
  });
  const answer = await moi.answer(roster, clock.now());
  await staff.handInAnswer(answer);
  await staff.requestAndApprove('import-answer');
  reporter.message(
    '名冊加密後送內政部；內政部的回覆驗證簽章後匯入',
    'The roster was encrypted and sent to the Ministry of the Interior; its signed answer was verified and imported',
  );
  return roster;
}

async function publishedBundle(api: ApiClient): Promise<Map<string, Uint8Array>> {
  const { files } = await api.get<{ files: readonly string[] }>(`cases/${caseNumber}/result`);
  const bundle = new Map<string, Uint8Array>();
  for (const file of files) bundle.set(file, await api.bytes(`cases/${caseNumber}/result/${file}`));
  return bundle;
}
