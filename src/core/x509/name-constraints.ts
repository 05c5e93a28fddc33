import { contextConstructed, contextPrimitive, DerError, type DerReader } from '../der/index.js';
import { type GeneralName, readGeneralName } from './general-name.js';

/** GeneralSubtree (RFC 5280 4.2.1.10). */
export interface GeneralSubtree {
  readonly base: GeneralName;
  /** True when minimum is not 0 or a maximum is present: the profile gives these no meaning. */
  readonly bounded: boolean;
}

/** NameConstraints (RFC 5280 4.2.1.10). */
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
  const minimum = reader.peek() === contextPrimitive(0) ? reader.smallInteger(contextPrimitive(0)) : 0;
  const maximum =
    reader.peek() === contextPrimitive(1) ? reader.smallInteger(contextPrimitive(1)) : undefined;
  reader.end();
  return { base, bounded: minimum !== 0 || maximum !== undefined };
}
