/** PostgreSQL can't be started here, or not now: its last words are the message. */
export class PostgresNotStarted extends Error {
  override readonly name = 'PostgresNotStarted';
}
