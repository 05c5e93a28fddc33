import { contextConstructed, contextPrimitive, DerError, type DerReader, Tag } from '../der/index.js';
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
  const ca = fields.peek() === Tag.boolean && fields.boolean();
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
  const minimum = reader.peek() === contextPrimitive(0) ? reader.smallInteger(contextPrimitive(0)) : 0;
  const maximum =
    reader.peek() === contextPrimitive(1) ? reader.smallInteger(contextPrimitive(1)) : undefined;
  reader.end();
  return { base, bounded: minimum !== 0 || maximum !== undefined };
}

/** One entry of PolicyMappings (RFC 5280 §4.2.1.5). */
export interface PolicyMapping {
  readonly issuerDomainPolicy: string;
  readonly subjectDomainPolicy: string;
}

/** PolicyConstraints (RFC 5280 §4.2.1.11): numbers of certificates. Undefined where absent. */
export interface PolicyConstraints {
  readonly requireExplicitPolicy: number | undefined;
  readonly inhibitPolicyMapping: number | undefined;
}

/** Reads certificatePolicies (RFC 5280 §4.2.1.4): the identifiers, none twice. Qualifiers are not interpreted. Throws DerError. */
export function readCertificatePolicies(reader: DerReader): readonly string[] {
  const list = reader.into();
  const policies = new Set<string>();
  do {
    const information = list.into();
    const policy = information.oid();
    if (!information.done) information.into();
    information.end();
    if (policies.has(policy)) throw new DerError('policy twice');
    policies.add(policy);
  } while (!list.done);
  return [...policies];
}

/** Reads policyMappings: at least one. Throws DerError. */
export function readPolicyMappings(reader: DerReader): readonly PolicyMapping[] {
  const list = reader.into();
  const mappings: PolicyMapping[] = [];
  do {
    const pair = list.into();
    mappings.push({ issuerDomainPolicy: pair.oid(), subjectDomainPolicy: pair.oid() });
    pair.end();
  } while (!list.done);
  return mappings;
}

/** Reads policyConstraints: at least one of its fields. Throws DerError. */
export function readPolicyConstraints(reader: DerReader): PolicyConstraints {
  const fields = reader.into();
  if (fields.done) throw new DerError('no policy constraint');
  const requireExplicitPolicy = optionalSkipCerts(fields, contextPrimitive(0));
  const inhibitPolicyMapping = optionalSkipCerts(fields, contextPrimitive(1));
  fields.end();
  return { requireExplicitPolicy, inhibitPolicyMapping };
}

function optionalSkipCerts(fields: DerReader, tag: number): number | undefined {
  return fields.peek() === tag ? fields.smallInteger(tag) : undefined;
}

/** Reads inhibitAnyPolicy (RFC 5280 §4.2.1.14). Throws DerError. */
export function readInhibitAnyPolicy(reader: DerReader): number {
  return reader.smallInteger();
}
