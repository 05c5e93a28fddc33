import { setTimeout } from 'node:timers/promises';
import { type ApiClient, ApiProblem, fromBase64, signatureJson, signInStaff } from './api-client.js';
import type { StoryContext } from './story-context.js';

interface ApprovalRequest {
  readonly id: string;
  readonly statement: string;
  readonly state: string;
  readonly failureCode?: string;
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

/** What a check struck out, by exact reason. */
export interface CheckTallies {
  readonly struckOut: Readonly<Record<string, number>>;
  readonly paper: PaperTally;
}

const pollMilliseconds = 50;

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
    const path = `staff/cases/${this.caseNumber}/remedies?limit=100`;
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
    const requestPath = `staff/requests/${id}`;
    await this.approver.post(`${requestPath}/approval`, { signature: signatureJson(signature) });
    await this.carriedOut(requestPath);
  }

  /** Waits until a request is carried out. Throws {@link ApiProblem} where it failed. */
  private async carriedOut(path: string): Promise<void> {
    for (;;) {
      const { state, failureCode = '' } = await this.approver.get<ApprovalRequest>(path);
      if (state === 'failed') throw new ApiProblem(409, failureCode, {});
      if (state !== 'approved') return;
      await setTimeout(pollMilliseconds);
    }
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
  async tallies(): Promise<CheckTallies> {
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
