import { ApiProperty } from '@nestjs/swagger';
import type { OpenSession, SessionSummary } from '../../staff/index.js';

/** A session of whoever asks. */
export class SessionView {
  @ApiProperty({ format: 'uuid', description: 'To end it by. It is not the token, and opens nothing.' })
  readonly id!: string;

  @ApiProperty({ format: 'date-time' })
  readonly openedAt!: string;

  @ApiProperty({ format: 'date-time' })
  readonly expiresAt!: string;

  @ApiProperty({ description: 'Whether it is the session of this request' })
  readonly current!: boolean;
}

/** The sessions of whoever asks that have neither ended nor expired. */
export class SessionList {
  @ApiProperty({ type: [SessionView], description: 'The latest first' })
  readonly sessions!: readonly SessionView[];
}

/** The sessions as the holder of `current` sees them. */
export function sessionList(sessions: readonly SessionSummary[], current: OpenSession): SessionList {
  return {
    sessions: sessions.map(({ id, openedAt, expiresAt }) => ({
      id,
      openedAt: openedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      current: id === current.id,
    })),
  };
}
