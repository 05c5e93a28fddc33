import { contextConstructed, contextPrimitive, DerError, type DerReader } from '../der/index.js';
import { readDefaultFalse } from './default-false.js';
import { type GeneralName, readGeneralName } from './general-name.js';

/** BasicConstraints (RFC 5280 §4.2.1.9). */
export interface BasicConstraints {
  readonly ca: boolean;
  /** How many intermediates that are not self-issued may follow. Undefined means no limit. */
  readonly pathLength: number | undefined;
}

/** Reads BasicConstraints. A path length without cA has no meaning and is dropped. Throws DerError. */
export function readBasicConstraints(reader: DerReader): BasicConstraints {
  const fields = reader.into();
  const ca = readDefaultFalse(fields);
  const pathLength = fields.done ? undefined : fields.smallInteger();
  fields.end();
  return { ca, pathLength: ca ? pathLength : undefined };
}

/** GeneralSubtree (RFC 5280 §4.2.1.10). */
export interface GeneralSubtree {
  readonly base: GeneralName;
  /** True where minimum is not 0 or there is a maximum: RFC 5280 gives these no meaning. */
  readonly bounded: boolean;
}

/** NameConstraints (RFC 5280 §4.2.1.10). */
export interface NameConstraints {
  readonly permitted: readonly GeneralSubtree[];
  readonly excluded: readonly GeneralSubtree[];
}

/** Reads NameConstraints: at least one of its fields, each with at least one subtree. Throws DerError. */
export function readNameConstraints(reader: DerReader): NameConstraints {
  const fields = reader.into();
  if (fields.done) throw new DerError('no name constraint');
  const permitted = readSubtrees(fields, contextConstructed(0));
  const excluded = readSubtrees(fields, contextConstructed(1));
  fields.end();
  return { permitted, excluded };
}

function readSubtrees(fields: DerReader, tag: number): readonly GeneralSubtree[] {
  const list = fields.optionalInto(tag);
  if (list === undefined) return [];
  const subtrees: GeneralSubtree[] = [];
  do subtrees.push(readSubtree(list.into()));
  while (!list.done);
  return subtrees;
}

function readSubtree(reader: DerReader): GeneralSubtree {
  const base = readGeneralName(reader);
  const minimum =
    reader.peek() === contextPrimitive(0) ? reader.smallInteger(contextPrimitive(0)) : undefined;
  const maximum =
    reader.peek() === contextPrimitive(1) ? reader.smallInteger(contextPrimitive(1)) : undefined;
  reader.end();
  // DER does not encode the default (X.690 §11.5).
  if (minimum === 0) throw new DerError('default written out');
  return { base, bounded: minimum !== undefined || maximum !== undefined };
}
