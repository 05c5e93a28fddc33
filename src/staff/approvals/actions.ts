import type { CaseNumber } from '../../core/identifiers.js';
import type { Result } from '../../core/result.js';

/** What two people have approved, for whoever carries it out. */
export interface ApprovedAction<Subject = Uint8Array> {
  /** The request's UUID. */
  readonly requestId: string;
  readonly caseNumber: CaseNumber;
  /** Exactly the bytes whose digest was signed. */
  readonly subject: Subject;
  /** UUIDs of the two. */
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly approvedAt: Date;
}

/** Carries out one action. Called once for an approved request; a failure's code is kept with the request and shown to staff. */
export type ApprovalHandler = (approved: ApprovedAction) => Promise<Result<unknown>>;

/** The actions that need two people, each with who carries it out. Rooms register theirs when the application starts. */
export class ApprovalActions {
  private readonly handlers = new Map<string, ApprovalHandler>();

  /** Registers who carries out `action`. Throws if somebody does already: that is a bug. */
  register(action: string, handler: ApprovalHandler): void {
    if (this.handlers.has(action)) throw new Error(`approval action registered twice: ${action}`);
    this.handlers.set(action, handler);
  }

  /** Who carries out `action`, if anybody does. */
  find(action: string): ApprovalHandler | undefined {
    return this.handlers.get(action);
  }
}
