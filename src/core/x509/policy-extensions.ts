import { contextPrimitive, DerError, type DerReader } from '../der/index.js';
import { readQualifiers } from './policy-qualifiers.js';

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

/** What certificatePolicies says (RFC 5280 §4.2.1.4). */
export interface CertificatePolicies {
  /** The policies' identifiers, none twice. */
  readonly certificatePolicies: readonly string[];
  /** The first policy qualifier of a kind that RFC 5280 §4.2.1.4 does not define: its object identifier. */
  readonly unknownPolicyQualifier?: string;
}

/** Reads certificatePolicies (RFC 5280 §4.2.1.4): the identifiers, none twice, and the qualifiers. Throws DerError. */
export function readCertificatePolicies(reader: DerReader): CertificatePolicies {
  const list = reader.into();
  const policies = new Set<string>();
  let unknown: string | undefined;
  do {
    const information = list.into();
    const policy = information.oid();
    const qualifier = information.done ? undefined : readQualifiers(information.into());
    information.end();
    unknown ??= qualifier;
    if (policies.has(policy)) throw new DerError('policy twice');
    policies.add(policy);
  } while (!list.done);
  const certificatePolicies = [...policies];
  return unknown === undefined
    ? { certificatePolicies }
    : { certificatePolicies, unknownPolicyQualifier: unknown };
}

/** Reads policyMappings: at least one. Throws DerError. */
export function readPolicyMappings(reader: DerReader): readonly PolicyMapping[] {
  const list = reader.into();
  const mappings: PolicyMapping[] = [];
  do {
    const pair = list.into();
    mappings.push({
      issuerDomainPolicy: pair.oid(),
      subjectDomainPolicy: pair.oid(),
    });
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
