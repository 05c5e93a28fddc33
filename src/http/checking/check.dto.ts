import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import {
  type BatchPhase,
  type CheckingAction,
  checkingActions,
  type CheckProgress,
  type LongStep,
  longSteps,
  type PauseReason,
  pauseReasons,
  type SealedFile,
  type StepProgress,
  type StepState,
  type Tally,
} from '../../checking/index.js';
import { MayBeLeftOut } from '../validation/field-decorators.js';

/** The greatest size of a file of MOI's answer in bytes: 50,000 rows, and what signing and sealing add. */
export const maximumFileBytes = 2_000_000;

/** A sealed file of the roster. */
class SealedFileView {
  @ApiProperty({ example: 'part-0001.csv', description: 'As the manifest names its content' })
  readonly name!: string;

  @ApiProperty({ format: 'byte', description: 'CMS AuthEnvelopedData, DER, standard base64' })
  readonly content!: string;
}

/** A request for a step of the check, by the first of two people. */
export class CheckRequestDto {
  @ApiProperty({ enum: checkingActions })
  @IsIn(checkingActions)
  readonly action!: CheckingAction;

  @ApiProperty({
    required: false,
    description:
      'With `start-check`: true says that nothing was handed in on paper. It is needed where no paper rows were entered, and refused where some were.',
  })
  @MayBeLeftOut()
  @IsBoolean()
  readonly withoutPaper?: boolean;
}

/** The number of co-signatures of one kind that were handed in, that count, and that were struck out. */
class TallyView {
  @ApiProperty()
  readonly submitted!: number;

  @ApiProperty()
  readonly valid!: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, example: { D01: 2, R05: 1 } })
  readonly struckOut!: Tally['struckOut'];
}

const stepStates = ['waiting', 'working', 'done', 'failed'] as const satisfies readonly StepState[];

/** How far an approved step is whose work is long. */
class StepView {
  @ApiProperty({ format: 'uuid', description: 'The approved request' })
  readonly request!: string;

  @ApiProperty({ enum: longSteps })
  readonly action!: LongStep;

  @ApiProperty({
    enum: stepStates,
    description: 'Where the process that is at it dies, another goes on within some seconds',
  })
  readonly state!: StepState;

  @ApiProperty({ description: 'Rows of the roster, of the answer or of the result' })
  readonly rows!: number;

  @ApiProperty({ description: 'Rows that are done' })
  readonly done!: number;

  @ApiProperty({ required: false, description: 'While it is working' })
  readonly rowsPerMinute?: number;

  @ApiProperty({ required: false, description: 'At that rate; left out while nothing moves' })
  readonly secondsLeft?: number;

  @ApiProperty({ required: false, description: 'Why it failed; the request has the same code' })
  readonly failure?: string;
}

/** Where a check (查對) stands. */
export class CheckView {
  @ApiProperty({ enum: ['judging', 'judged', 'sent', 'answered', 'published'] })
  readonly phase!: BatchPhase;

  @ApiProperty({ description: 'Records the lead signed for' })
  readonly records!: number;

  @ApiProperty({ description: 'Records that have a verdict' })
  readonly judged!: number;

  @ApiProperty({ required: false, description: 'Records that got a verdict in the last minute' })
  readonly recordsPerMinute?: number;

  @ApiProperty({ required: false, description: 'At that rate; left out while nothing moves' })
  readonly secondsLeft?: number;

  @ApiProperty({ required: false, enum: pauseReasons, description: 'Why it stands still, where it does' })
  readonly paused?: PauseReason;

  @ApiProperty({ type: TallyView, required: false, description: 'Once every record has a verdict' })
  readonly electronic?: TallyView;

  @ApiProperty({ description: 'Paper rows that two people closed' })
  readonly paperRows!: number;

  @ApiProperty({ type: TallyView, required: false, description: 'Once every record has a verdict' })
  readonly paper?: TallyView;

  @ApiProperty({
    type: StepView,
    required: false,
    description: 'The latest approved step whose work is long',
  })
  readonly step?: StepView;
}

/** The sealed roster. */
export class RosterView {
  @ApiProperty({ type: [SealedFileView] })
  readonly files!: readonly SealedFileView[];
}

/** The dry run of a purge (REG 12). */
export class PurgePlanView {
  @ApiProperty({ format: 'date' })
  readonly closedOn!: string;

  @ApiProperty({ required: false, format: 'date', description: 'The announcement, where there is one' })
  readonly announcedOn?: string;

  @ApiProperty({ format: 'date', description: 'Kept through this day (REG 12)' })
  readonly dueOn!: string;

  @ApiProperty({ description: 'Whether a lawsuit is open: nothing is destroyed while it is' })
  readonly onHold!: boolean;

  @ApiProperty()
  readonly rosterRows!: number;

  @ApiProperty()
  readonly files!: number;
}

/** Progress as it is sent. */
export function checkView({ step, ...progress }: CheckProgress): CheckView {
  return { ...progress, ...(step === undefined ? {} : { step: stepView(step) }) };
}

function stepView({ requestId, action, state, rows, done, rowsPerMinute, failure }: StepProgress): StepView {
  const isWorking = state === 'working';
  return {
    request: requestId,
    action,
    state,
    rows,
    done,
    ...(isWorking ? { rowsPerMinute } : {}),
    ...(isWorking && rowsPerMinute > 0
      ? { secondsLeft: Math.ceil((60 * (rows - done)) / rowsPerMinute) }
      : {}),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** Sealed files as they are sent. */
export function rosterView(files: readonly SealedFile[]): RosterView {
  return {
    files: files.map(({ name, sealed }) => ({ name, content: Buffer.from(sealed).toString('base64') })),
  };
}
