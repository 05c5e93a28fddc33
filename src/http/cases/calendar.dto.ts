import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import {
  type AnnouncedClosure,
  type ClosureKind,
  closureKinds,
  type Due,
  type Limit,
  limits,
} from '../../cases/index.js';
import { isRehearsal } from '../../core/case-number.js';
import { MayBeLeftOut } from '../validation/field-decorators.js';

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
/** The greatest length of a text in UTF-16 units. The capability counts characters, with its own sentence. */
const maximumText = 1000;

const kinds =
  '`natural-disaster`: the offices are closed by a natural disaster (天然災害停止上班), which moves a last day; `holiday`: a holiday on a working day, which never moves one, and is skipped behind a disaster. Weekends need no entry.';

/** A day on which government offices are closed, as it was announced. */
export class ClosureDto {
  @ApiProperty({ format: 'date', description: 'The Taipei day.', example: '2026-09-02' })
  @Matches(dayForm)
  readonly day!: string;

  @ApiProperty({ enum: closureKinds, description: kinds })
  @IsIn(closureKinds)
  readonly kind!: ClosureKind;

  @ApiProperty({
    description: 'The announcement: who made it, and its number or address; one line of 1 to 200 characters.',
    example: '行政院人事行政總處 2026-09-01 公告',
  })
  @IsString()
  @MaxLength(maximumText)
  readonly reference!: string;

  @ApiProperty({
    required: false,
    description: 'Where the offices are closed, as announced; one line of 1 to 100 characters.',
    example: '臺北市',
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(maximumText)
  readonly area?: string;
}

/** A day on which government offices are closed. */
export class ClosureView {
  @ApiProperty({ format: 'date', description: 'The Taipei day.' })
  readonly day!: string;

  @ApiProperty({ enum: closureKinds, description: kinds })
  readonly kind!: ClosureKind;

  @ApiProperty({ description: 'The announcement.' })
  readonly reference!: string;

  @ApiProperty({ required: false, description: 'Where, as announced. It counts for every case.' })
  readonly area?: string;
}

/** Every closure that was entered. */
export class ClosureList {
  @ApiProperty({ type: [ClosureView], description: 'By day' })
  readonly closures!: readonly ClosureView[];
}

/** A closure as anybody sees it. */
export function closureView({ day, kind, reference, area }: AnnouncedClosure): ClosureView {
  return { day, kind, reference, ...(area === undefined ? {} : { area }) };
}

/** A limit that runs. */
class DueView {
  @ApiProperty({ description: 'The case number (案號).', example: '9001' })
  readonly case!: string;

  @ApiProperty({ description: 'Whether this is a rehearsal (演練), which has no legal effect.' })
  readonly rehearsal!: boolean;

  @ApiProperty({
    enum: limits,
    description:
      '`access-code`: the lead receives it. `submission`, `supplement`: the lead submits. `check`: the result is confirmed, 60 days from the ' +
      'submission. `paper-repeats`: the Ministry of the Interior marks paper rows that repeat an electronic one, two days from the roster. `announcement`: ten days ' +
      'from the confirmed result.',
  })
  readonly limit!: Limit;

  @ApiProperty({ required: false, enum: [1, 2], description: '1 the main round, 2 the supplement (補提).' })
  readonly round?: number;

  @ApiProperty({ example: 'ACT 13' })
  readonly article!: string;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The days are counted from the day after this.',
  })
  readonly since?: string;

  @ApiProperty({ format: 'date', description: 'The last day, closures counted.' })
  readonly dueOn!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Days left, today included.' })
  readonly daysLeft!: number;

  @ApiProperty()
  readonly overdue!: boolean;
}

/** Every limit that runs. */
export class DueList {
  @ApiProperty({ type: [DueView], description: 'What is due first comes first.' })
  readonly due!: readonly DueView[];
}

/** A limit as staff see it. */
export function dueView({ caseNumber, ...due }: Due): DueView {
  return { case: caseNumber, rehearsal: isRehearsal(caseNumber), ...due };
}

/** The day on which the notice of the struck-out list was delivered. */
export class SupplementNoticeDto {
  @ApiProperty({ format: 'date', description: 'From the confirmed result to today.', example: '2026-03-02' })
  @Matches(dayForm)
  readonly noticedOn!: string;
}

/** The day of the announcement. */
export class AnnouncementDto {
  @ApiProperty({ format: 'date', description: 'From the end of the case to today.', example: '2026-03-02' })
  @Matches(dayForm)
  readonly announcedOn!: string;
}

/** A lawsuit over a case. */
export class HoldDto {
  @ApiProperty({
    description: 'The court and its file number; one line of 1 to 200 characters.',
    example: '臺北高等行政法院 115 年度訴字第 1 號',
  })
  @IsString()
  @MaxLength(maximumText)
  readonly reference!: string;
}

/** The end of a lawsuit. */
export class FinalRulingDto {
  @ApiProperty({
    format: 'date',
    description: 'The day of the final ruling, today or earlier.',
    example: '2026-03-02',
  })
  @Matches(dayForm)
  readonly finalRulingOn!: string;
}
