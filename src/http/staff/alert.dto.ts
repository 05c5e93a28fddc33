import { ApiProperty } from '@nestjs/swagger';
import { switchNames } from '../../cases/index.js';

/** What can be wrong. */
export const alertNames = [
  'revocation-data-stale',
  'anchors-missing',
  'case-not-served',
  ...switchNames,
  'worker-missing',
  'checkpoint-late',
] as const;

/** Something that keeps the platform from working as it should. */
export class AlertView {
  @ApiProperty({
    enum: alertNames,
    description:
      '`revocation-data-stale`: certificates of one source can’t be checked, so nothing is taken. `anchors-missing`: no anchor set is in ' +
      'force. `case-not-served`: this server’s settings or keys differ from those with which the case opened. `intake-paused`, `read-only`: ' +
      'a switch is on. `worker-missing`: pieces of a check have waited for a minute, and nobody is at work on any. `checkpoint-late`: the audit ' +
      'log has no checkpoint of this hour or the one before.',
  })
  readonly alert!: (typeof alertNames)[number];

  @ApiProperty({ required: false, description: 'The case number (案號), where it is about one case' })
  readonly case?: string;

  @ApiProperty({ required: false, description: 'The source of revocation data, where it is about one' })
  readonly about?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'Since when, as far as it is known' })
  readonly since?: string;
}

/** Everything that is wrong now. */
export class AlertList {
  @ApiProperty({ type: [AlertView], description: 'What stops the intake first' })
  readonly alerts!: readonly AlertView[];
}
