import { contextConstructed, contextPrimitive, DerError, type DerReader } from '../der/index.js';
import { type GeneralName, readGeneralName, readGeneralNames } from './general-name.js';
import { readNamedBits } from './key-extensions.js';
import { type NameAttribute, readRelativeName } from './name.js';

/** The bits of ReasonFlags (RFC 5280 §4.2.1.13). */
export const ReasonFlag = {
  unused: 1 << 0,
  keyCompromise: 1 << 1,
  caCompromise: 1 << 2,
  affiliationChanged: 1 << 3,
  superseded: 1 << 4,
  cessationOfOperation: 1 << 5,
  certificateHold: 1 << 6,
  privilegeWithdrawn: 1 << 7,
  aaCompromise: 1 << 8,
} as const;

/** DistributionPointName (RFC 5280 §4.2.1.13). */
export type DistributionPointName =
  | { readonly kind: 'full'; readonly names: readonly GeneralName[] }
  | { readonly kind: 'relative'; readonly relativeName: readonly NameAttribute[] };

/** DistributionPoint (RFC 5280 §4.2.1.13). */
export interface DistributionPoint {
  readonly name: DistributionPointName | undefined;
  /** The sum of {@link ReasonFlag} bits. Undefined means all reasons. */
  readonly reasons: number | undefined;
  readonly crlIssuer: readonly GeneralName[] | undefined;
}

/** Reads CRLDistributionPoints (RFC 5280 §4.2.1.13) or freshestCRL (RFC 5280 §4.2.1.15): at least one. Throws DerError. */
export function readDistributionPoints(reader: DerReader): readonly DistributionPoint[] {
  const list = reader.into();
  const points: DistributionPoint[] = [];
  do points.push(readDistributionPoint(list.into()));
  while (!list.done);
  return points;
}

function readDistributionPoint(fields: DerReader): DistributionPoint {
  const explicit = fields.optionalInto(contextConstructed(0));
  const name = explicit === undefined ? undefined : readDistributionPointName(explicit);
  explicit?.end();
  const reasons =
    fields.peek() === contextPrimitive(1) ? readNamedBits(fields, contextPrimitive(1)) : undefined;
  const crlIssuer =
    fields.peek() === contextConstructed(2) ? readGeneralNames(fields, contextConstructed(2)) : undefined;
  fields.end();
  if (name === undefined && crlIssuer === undefined) throw new DerError('empty distribution point');
  return { name, reasons, crlIssuer };
}

/** Reads a DistributionPointName from the content of the explicit `[0]` around it. Throws DerError. */
export function readDistributionPointName(reader: DerReader): DistributionPointName {
  return reader.peek() === contextConstructed(0)
    ? { kind: 'full', names: readGeneralNames(reader, contextConstructed(0)) }
    : { kind: 'relative', relativeName: readRelativeName(reader.into(contextConstructed(1))) };
}

/** AccessDescription (RFC 5280 §4.2.2.1). */
export interface AccessDescription {
  readonly method: string;
  readonly location: GeneralName;
}

/** Reads authorityInfoAccess: at least one. Throws DerError. */
export function readAuthorityInfoAccess(reader: DerReader): readonly AccessDescription[] {
  const list = reader.into();
  const descriptions: AccessDescription[] = [];
  do {
    const description = list.into();
    descriptions.push({ method: description.oid(), location: readGeneralName(description) });
    description.end();
  } while (!list.done);
  return descriptions;
}
