import type { CaseNumber } from '../../core/identifiers.js';
import type { CheckingAction } from '../checking-actions.js';
import type { Batch } from '../ports.js';

/** The steps whose work is long: approving one only puts it up, and whichever process takes it carries it out. */
export const longSteps = [
  'send-roster',
  'import-answer',
  'confirm-result',
  'correct-result',
] as const satisfies readonly CheckingAction[];

/** A step whose work is long. */
export type LongStep = (typeof longSteps)[number];

/** Whether this is a step whose work is long. */
export function isLongStep(action: string): action is LongStep {
  return longSteps.some((each) => each === action);
}

/** An approved step that waits for whoever takes it. */
export interface StepPiece {
  /** UUID of the approved request. */
  readonly requestId: string;
  readonly caseNumber: CaseNumber;
  readonly action: LongStep;
}

/** `waiting`: nobody has taken it. `working`: somebody has. `done`: its effect is stored. `failed`: it has none, and the request has failed. */
export type StepState = 'waiting' | 'working' | 'done' | 'failed';

/** How far a step is. */
export interface StepProgress {
  /** UUID of the approved request. */
  readonly requestId: string;
  readonly action: LongStep;
  readonly state: StepState;
  /** Rows of the roster, of the answer or of the result that are done, of so many. */
  readonly done: number;
  readonly rows: number;
  /** Since somebody has taken it. */
  readonly rowsPerMinute: number;
  /** Why the request failed. */
  readonly failure: string | undefined;
}

/** How far the steps are (checking role). Nothing here decides what is done: the request and the phase of its batch do. */
export interface StepStore {
  /** Notes that a step waits; a step that is noted already stays as it is. */
  putUp(step: StepPiece): Promise<void>;
  /** Somebody has taken it, and it is about so many rows. */
  begin(requestId: string, rows: number): Promise<void>;
  /** So many rows are done. */
  advance(requestId: string, done: number): Promise<void>;
  /** Whether the effect of this step is stored: it is noted in the same transaction. */
  isCarriedOut(requestId: string): Promise<boolean>;
  /** The step of a batch that was put up last. */
  latest(batch: Pick<Batch, 'id'>): Promise<StepProgress | undefined>;
}

/** Injection token for {@link StepStore}. */
export const STEP_STORE = Symbol('StepStore');

/** Told by a step how far it is. */
export interface StepReport {
  /** UUID of the approved request: what is stored of the step's effect names it. */
  readonly requestId: string;
  begin(rows: number): Promise<void>;
  advance(done: number): Promise<void>;
}

/** A report on a step to the store. */
export function reportTo(store: Pick<StepStore, 'begin' | 'advance'>, requestId: string): StepReport {
  return {
    requestId,
    begin: (rows) => store.begin(requestId, rows),
    advance: (done) => store.advance(requestId, done),
  };
}
