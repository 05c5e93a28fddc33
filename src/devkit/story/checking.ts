import { setTimeout } from 'node:timers/promises';
import { MockMoi } from '../moi/mock-moi.js';
import { householdRegister } from '../scenarios/plan-attempts.js';
import { type ApiClient, base64, fromBase64, signatureJson, signInStaff } from './api-client.js';
import { nextMorning, type StoryContext } from './story-context.js';

interface ApprovalRequest {
  readonly id: string;
  readonly statement: string;
}

interface SealedFile {
  readonly name: string;
  readonly content: string;
}

interface Result {
  readonly valid: number;
  readonly electronic: { readonly valid: number; readonly struckOut: Readonly<Record<string, number>> };
  readonly determination: string;
}

/** What the check left for anyone to see. */
export interface CheckOutcome {
  readonly electronicValid: number;
  readonly struckOut: Readonly<Record<string, number>>;
  readonly determination: string;
  /** The roster as it was sent, by name. */
  readonly roster: ReadonlyMap<string, Uint8Array>;
  /** The published bundle, by file name; empty when the case was not accepted. */
  readonly bundle: ReadonlyMap<string, Uint8Array>;
}

const caseNumber = '9001';
const pollMilliseconds = 50;

/** Two people start the check, send the roster, take MOI's answer in and confirm the result. */
export async function runCheck(context: StoryContext): Promise<CheckOutcome> {
  const { reporter } = context;
  reporter.step('查對', 'The commission checks');
  await nextMorning(context, 1);
  const staff = await StaffClient.signIn(context, caseNumber);
  await staff.requestAndApprove('start-check');
  if ((await staff.state()) === 'not-accepted') {
    reporter.message('清查：提出人數不足，不予受理', 'Counted over: too few, not accepted');
    return {
      electronicValid: 0,
      struckOut: {},
      determination: 'not-accepted',
      roster: new Map(),
      bundle: new Map(),
    };
  }
  const judged = await staff.waitForVerdicts();
  reporter.message(
    `逐筆查對完成：${String(judged)} 筆進、${String(judged)} 筆有結果`,
    `Every record has a verdict: ${String(judged)} in, ${String(judged)} out`,
  );
  const roster = await exchangeRoster(context, staff);
  await staff.requestAndApprove('confirm-result');
  const bundle = await publishedBundle(context.api);
  const result = JSON.parse(Buffer.from(bundle.get('result.json') ?? []).toString('utf8')) as Result;
  reporter.message(
    `合格 ${String(result.electronic.valid)} 筆；審定：${determinations[result.determination] ?? result.determination}`,
    `${String(result.electronic.valid)} valid; determination: ${result.determination}`,
  );
  const { valid: electronicValid, struckOut } = result.electronic;
  return { electronicValid, struckOut, determination: result.determination, roster, bundle };
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
    register: householdRegister(attempts),
    impostor: pki.office('冒名機關', 'p256'),
  });
  const answer = await moi.answer(roster, clock.now());
  const files = [...answer].map(([name, sealed]) => ({ name, content: base64(sealed) }));
  await staff.requestAndApprove('import-answer', { files });
  reporter.message(
    '名冊密封送內政部，回覆經簽章驗證後匯入',
    'The roster went to the Ministry of the Interior, sealed; its signed answer was taken in',
  );
  return roster;
}

async function publishedBundle(api: ApiClient): Promise<Map<string, Uint8Array>> {
  const { files } = await api.get<{ files: readonly string[] }>(`cases/${caseNumber}/result`);
  const bundle = new Map<string, Uint8Array>();
  for (const file of files) bundle.set(file, await api.bytes(`cases/${caseNumber}/result/${file}`));
  return bundle;
}

/** The commission's staff for one case: one asks, another signs. */
export class StaffClient {
  private constructor(
    private readonly context: Pick<StoryContext, 'people' | 'reporter'>,
    private readonly caseNumber: string,
    private readonly verifier: ApiClient,
    private readonly approver: ApiClient,
  ) {}

  /** Signs the verifier and the approver in. */
  static async signIn(
    context: Pick<StoryContext, 'api' | 'people' | 'reporter'>,
    caseNumber: string,
  ): Promise<StaffClient> {
    const { api, people } = context;
    const [verifier, approver] = [
      await signInStaff(api, people.verifier),
      await signInStaff(api, people.approver),
    ];
    return new StaffClient(context, caseNumber, verifier, approver);
  }

  /** The verifier asks for an action and the approver signs it. */
  async requestAndApprove(action: string, further: object = {}): Promise<void> {
    const path = `staff/cases/${this.caseNumber}/requests`;
    const { id } = await this.verifier.post<ApprovalRequest>(path, { action, ...further });
    const { statement } = await this.approver.get<ApprovalRequest>(`staff/requests/${id}`);
    const signature = await this.context.people.approver.sign(Buffer.from(statement, 'utf8'), 'cms-attached');
    await this.approver.post(`staff/requests/${id}/approval`, { signature: signatureJson(signature) });
  }

  /** The case's state, as staff see it. */
  async state(): Promise<string> {
    return (await this.verifier.get<{ state: string }>(`staff/cases/${this.caseNumber}`)).state;
  }

  /** Waits until each record has a verdict, and answers how many have. */
  async waitForVerdicts(): Promise<number> {
    for (;;) {
      const { phase, judged, records } = await this.verifier.get<{
        phase: string;
        judged: number;
        records: number;
      }>(`staff/cases/${this.caseNumber}/check`);
      this.context.reporter.progress(judged, records);
      if (phase !== 'judging') return judged;
      await setTimeout(pollMilliseconds);
    }
  }

  /** The sealed roster by file name. */
  async roster(): Promise<Map<string, Uint8Array>> {
    const { files } = await this.verifier.get<{ files: readonly SealedFile[] }>(
      `staff/cases/${this.caseNumber}/roster`,
    );
    return new Map(files.map(({ name, content }) => [name, fromBase64(content)]));
  }
}
