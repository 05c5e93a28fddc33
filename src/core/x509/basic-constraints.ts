import { type DerReader, Tag } from '../der/index.js';

/** BasicConstraints (RFC 5280 4.2.1.9). */
export interface BasicConstraints {
  readonly ca: boolean;
  /** How many non-self-issued intermediates may follow; undefined is no limit. */
  readonly pathLength: number | undefined;
}

/** Reads BasicConstraints. A path length without cA has no meaning and is left out. Throws DerError. */
export function readBasicConstraints(reader: DerReader): BasicConstraints {
  const fields = reader.into();
  const ca = fields.peek() === Tag.boolean && fields.boolean();
  const pathLength = fields.done ? undefined : fields.smallInteger();
  fields.end();
  return { ca, pathLength: ca ? pathLength : undefined };
}
