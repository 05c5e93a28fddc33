import { type ApiClient, signatureJson } from '../../../src/devkit/index.js';
import type { TestApplication } from '../application/application.js';
import type { DeskMeasure } from './desk-measure.js';

interface Asked {
  readonly id: string;
  readonly statement: string;
}

/** Two members of staff at work on one case, timed. */
export class DeskActions {
  private constructor(
    private readonly application: TestApplication,
    private readonly measure: DeskMeasure,
    private readonly caseNumber: string,
    /** Records of the case. */
    private readonly rows: number,
    private readonly asking: ApiClient,
    private readonly approving: ApiClient,
  ) {}

  /** Signs both in. */
  static async begin(
    application: TestApplication,
    measure: DeskMeasure,
    caseNumber: string,
    rows: number,
  ): Promise<DeskActions> {
    const asking = await application.as('verifier', 'registrar');
    const approving = await application.as('approver');
    return new DeskActions(application, measure, caseNumber, rows, asking, approving);
  }

  /** What the first of them does alone. */
  do(
    what: string,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object | Uint8Array,
    times = 1,
  ): Promise<unknown> {
    const ask = {
      method,
      path: `staff/cases/${this.caseNumber}/${path}`,
      ...(body === undefined ? {} : { body }),
    };
    return this.measure.time(what, this.rows, this.asking, ask, times);
  }

  /** A step of the check that takes both: asked for five times, approved once. Answers the request that was approved. */
  async together(action: string, more: object = {}): Promise<string> {
    return this.approve(
      action,
      await this.do(`${action}: asked for`, 'POST', 'requests', { action, ...more }, 5),
    );
  }

  /** The approval of what was asked for. Answers the request. */
  async approve(action: string, asked: unknown): Promise<string> {
    const { id, statement } = asked as Asked;
    const card = this.application.cardOf('approver');
    const signature = signatureJson(await card.sign(Buffer.from(statement), 'cms-attached'));
    const ask = { method: 'POST', path: `staff/requests/${id}/approval`, body: { signature } } as const;
    await this.measure.time(`${action}: approved`, this.rows, this.approving, ask);
    return id;
  }

  /** Waits for the end of what was approved, and times what the server answers meanwhile. Throws where it failed. */
  async carriedOut(action: string, id: string): Promise<void> {
    const what = `${action}: the request, asked for until it is carried out`;
    await this.measure.timeUntil(
      what,
      this.rows,
      this.approving,
      { path: `staff/requests/${id}` },
      (answer) => {
        const { state, failureCode = '' } = answer as { state: string; failureCode?: string };
        if (state === 'failed') throw new Error(`${action}: ${failureCode}`);
        return state !== 'approved';
      },
    );
  }
}
