import { ApiProperty } from '@nestjs/swagger';
import { SwitchView } from '../staff/switch.dto.js';
import { ClosureView } from '../cases/calendar.dto.js';

/** A time in which the service will not take co-signatures, as the operator announced it. */
export class PlannedPauseView {
  @ApiProperty({ format: 'date-time' })
  readonly from!: string;

  @ApiProperty({ format: 'date-time' })
  readonly to!: string;

  @ApiProperty({ description: 'In Traditional Chinese' })
  readonly reasonZhTW!: string;

  @ApiProperty({ description: 'In English' })
  readonly reasonEn!: string;
}

/** Whether the service works. It says nothing of a case, and no number. */
export class StatusView {
  @ApiProperty({
    description:
      'Whether this server takes co-signatures now: what `GET /health` answers, and no switch is on for the whole platform',
  })
  readonly works!: boolean;

  @ApiProperty({
    format: 'date-time',
    description:
      'When this server first saw it so, without a change since. It is kept in the process: after a start, the time of the first look.',
  })
  readonly since!: string;

  @ApiProperty({ format: 'date-time', description: 'When this server last looked' })
  readonly checkedAt!: string;

  @ApiProperty({
    type: [SwitchView],
    description: 'What two people have switched off, the one that has been longest first',
  })
  readonly switches!: readonly SwitchView[];

  @ApiProperty({ type: [PlannedPauseView], description: 'Pauses under way or to come, the next first' })
  readonly plannedPauses!: readonly PlannedPauseView[];

  @ApiProperty({
    required: false,
    type: [ClosureView],
    description:
      'The days of the last month and to come on which a natural disaster closes government offices, which moves last days (ACT 6); all of them ' +
      'are at `GET /closures`. Not there while the database can’t be asked.',
  })
  readonly closures?: readonly ClosureView[];
}
