import { setTimeout } from 'node:timers/promises';
import { MockMoi } from '../moi/mock-moi.js';
import { householdRegister } from '../scenarios/plan-attempts.js';
import { type ApiClient, fromBase64, signatureJson, signInStaff } from './api-client.js';
import { enterPaperRows } from './paper.js';
import { nextMorning, type StoryContext } from './story-context.js';

interface ApprovalRequest {
  readonly id: string;
  readonly statement: string;
}

/** What somebody asked for about a co-signature, as staff see it. */
export interface RemedyToDecide {
  readonly id: string;
  readonly kind: string;
  readonly by: string;
  readonly account: string;
  readonly decision?: { readonly outcome: string };
}

interface SealedFile {
  readonly name: string;
  readonly content: string;
}

interface Result {
  readonly electronic: { readonly valid: number };
  readonly joint: CheckOutcome['joint'];
  readonly determination: string;
}

/** Where a check stands, for staff. */
interface CheckProgress {
  readonly phase: string;
  readonly judged: number;
  readonly records: number;
  readonly electronic?: { readonly struckOut: Readonly<Record<string, number>> };
  readonly paper?: PaperTally;
}

/** The paper rows of a check, those struck out by exact reason. */
export interface PaperTally {
  readonly submitted: number;
  readonly valid: number;
  readonly struckOut: Readonly<Record<string, number>>;
}

/** The outcome of the check. */
export interface CheckOutcome {
  readonly electronicValid: number;
  readonly struckOut: Readonly<Record<string, number>>;
  readonly paper: PaperTally;
  /** Electronic and paper together. */
  readonly joint: Readonly<Record<'submitted' | 'valid', number>>;
  readonly determination: string;
  /** The encrypted files of the roster, by name. */
  readonly roster: ReadonlyMap<string, Uint8Array>;
  /** The files of the published bundle, by name. Empty if the case was not accepted. */
  readonly bundle: ReadonlyMap<string, Uint8Array>;
}

const caseNumber = '9001';
const pollMilliseconds = 50;

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

/** Two members of the commission's staff at work on one case: the verifier requests an action, the approver approves it. */
export class StaffClient {
  private constructor(
    private readonly context: Pick<StoryContext, 'people' | 'reporter'>,
    private readonly caseNumber: string,
    private readonly verifier: ApiClient,
    private readonly approver: ApiClient,
  ) {}

  /** Signs in the verifier and the approver. */
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

  /** The verifier uploads the sealed files of MOI's answer, by name, one by one. */
  async handInAnswer(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const [name, sealed] of files)
      await this.verifier.putCms(`staff/cases/${this.caseNumber}/answer/${name}`, sealed);
  }

  /** Two people start the check: with the paper rows that were entered, or saying that none were handed in. */
  startCheck(paper: 'with-paper' | 'without-paper'): Promise<void> {
    return this.propose('requests', { action: 'start-check', withoutPaper: paper === 'without-paper' });
  }

  /** The verifier requests an action, and the approver approves it by signing. A check that is started so has no paper rows. */
  requestAndApprove(action: string): Promise<void> {
    return action === 'start-check' ? this.startCheck('without-paper') : this.propose('requests', { action });
  }

  /** The requests about co-signatures of the case: none before the submission. */
  async remedies(): Promise<readonly RemedyToDecide[]> {
    const path = `staff/cases/${this.caseNumber}/remedies`;
    return (await this.verifier.get<{ requests: readonly RemedyToDecide[] }>(path)).requests;
  }

  /** The verifier proposes a decision on a request, and the approver approves it by signing. */
  async decide(id: string, outcome: 'upheld' | 'dismissed', reason: string): Promise<void> {
    await this.propose(`remedies/${id}/decision`, { outcome, reason });
  }

  private async propose(what: string, body: object): Promise<void> {
    const path = `staff/cases/${this.caseNumber}/${what}`;
    const { id } = await this.verifier.post<ApprovalRequest>(path, body);
    const { statement } = await this.approver.get<ApprovalRequest>(`staff/requests/${id}`);
    const signature = await this.context.people.approver.sign(Buffer.from(statement, 'utf8'), 'cms-attached');
    await this.approver.post(`staff/requests/${id}/approval`, { signature: signatureJson(signature) });
  }

  /** The case's state. */
  async state(): Promise<string> {
    return (await this.verifier.get<{ state: string }>(`staff/cases/${this.caseNumber}`)).state;
  }

  /** Waits until every record has a verdict. Returns how many records there are. */
  async waitForVerdicts(): Promise<number> {
    for (;;) {
      const { phase, judged, records } = await this.progress();
      this.context.reporter.progress(judged, records);
      if (phase !== 'judging') return judged;
      await setTimeout(pollMilliseconds);
    }
  }

  /** The number of electronic co-signatures that were struck out, and the paper rows, by exact reason, which staff alone see. */
  async tallies(): Promise<Pick<CheckOutcome, 'struckOut' | 'paper'>> {
    const { electronic, paper = { submitted: 0, valid: 0, struckOut: {} } } = await this.progress();
    return { struckOut: electronic?.struckOut ?? {}, paper };
  }

  private progress(): Promise<CheckProgress> {
    return this.verifier.get<CheckProgress>(`staff/cases/${this.caseNumber}/check`);
  }

  /** The encrypted files of the roster, by name. */
  async roster(): Promise<Map<string, Uint8Array>> {
    const { files } = await this.verifier.get<{ files: readonly SealedFile[] }>(
      `staff/cases/${this.caseNumber}/roster`,
    );
    return new Map(files.map(({ name, content }) => [name, fromBase64(content)]));
  }
}
