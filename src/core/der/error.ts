/** Thrown inside a parse only; {@link parseDer} turns it into the failure `der-malformed` at the room's border. */
export class DerError extends Error {
  override readonly name = 'DerError';
}
