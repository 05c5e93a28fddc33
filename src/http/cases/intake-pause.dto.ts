import { ApiProperty } from '@nestjs/swagger';
import type { ServiceSwitch } from '../../cases/index.js';

/** Why co-signatures of a case are not taken now. */
export class IntakePauseView {
  @ApiProperty({ format: 'date-time' })
  readonly since!: string;

  @ApiProperty({ description: 'In Traditional Chinese' })
  readonly reasonZhTW!: string;

  @ApiProperty({ description: 'In English' })
  readonly reasonEn!: string;
}

/** The member of a case's view that says that its intake is paused; none where it isn't. */
export function intakePause(pause: ServiceSwitch | undefined): { readonly intakePaused?: IntakePauseView } {
  if (pause === undefined) return {};
  const { since, reasonZhTW, reasonEn } = pause;
  return { intakePaused: { since: since.toISOString(), reasonZhTW, reasonEn } };
}
