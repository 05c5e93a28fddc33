import { contextConstructed, contextPrimitive, DerError, type DerReader } from '../../der/index.js';
import { type DistributionPointName, readDistributionPointName } from '../../x509/distribution-points.js';
import { readNamedBits } from '../../x509/named-bits.js';

/** IssuingDistributionPoint (RFC 5280 5.2.5): which certificates the CRL speaks of. */
export interface IssuingDistributionPoint {
  readonly name: DistributionPointName | undefined;
  readonly onlyContainsUserCerts: boolean;
  readonly onlyContainsCaCerts: boolean;
  readonly onlyContainsAttributeCerts: boolean;
  /** The sum of ReasonFlag bits; undefined is all reasons. */
  readonly onlySomeReasons: number | undefined;
  readonly indirectCrl: boolean;
}

/**
 * Reads an IssuingDistributionPoint. Refuses what RFC 5280 5.2.5 forbids: an empty sequence, and more than one of the three
 * "only contains". Throws DerError.
 */
export function readIssuingDistributionPoint(reader: DerReader): IssuingDistributionPoint {
  const fields = reader.into();
  if (fields.done) throw new DerError('empty issuing distribution point');
  const point = readFields(fields);
  fields.end();
  const { onlyContainsUserCerts, onlyContainsCaCerts, onlyContainsAttributeCerts } = point;
  if ([onlyContainsUserCerts, onlyContainsCaCerts, onlyContainsAttributeCerts].filter(Boolean).length > 1) {
    throw new DerError('contradictory issuing distribution point');
  }
  return point;
}

function readFields(fields: DerReader): IssuingDistributionPoint {
  const explicit = fields.optionalInto(contextConstructed(0));
  const name = explicit === undefined ? undefined : readDistributionPointName(explicit);
  explicit?.end();
  return {
    name,
    onlyContainsUserCerts: readFlag(fields, 1),
    onlyContainsCaCerts: readFlag(fields, 2),
    onlySomeReasons:
      fields.peek() === contextPrimitive(3) ? readNamedBits(fields, contextPrimitive(3)) : undefined,
    indirectCrl: readFlag(fields, 4),
    onlyContainsAttributeCerts: readFlag(fields, 5),
  };
}

/** A BOOLEAN DEFAULT FALSE: DER leaves FALSE out. */
function readFlag(fields: DerReader, n: number): boolean {
  const element = fields.optional(contextPrimitive(n));
  if (element === undefined) return false;
  if (element.content.length !== 1 || element.content[0] !== 0xff) throw new DerError('bad boolean');
  return true;
}
