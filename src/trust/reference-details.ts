import type { JsonValue } from '../core/canonical-json.js';
import { hex } from '../core/octets.js';
import type { RevocationReference } from '../core/revocation/index.js';

/**
 * The revocation data that an act relied on, for the details of its audit event: `revocation`, a list of objects with `kind` (`crl` or
 * `ocsp`), `sha256` in hex and, where a list has one, `number` in decimal. The archive has the data itself under its SHA-256.
 */
export function referenceDetails(references: readonly RevocationReference[]): {
  readonly revocation: JsonValue;
} {
  return { revocation: references.map(referenceJson) };
}

function referenceJson(reference: RevocationReference): JsonValue {
  const named = { kind: reference.kind, sha256: hex(reference.sha256) };
  return reference.kind === 'crl' && reference.number !== undefined
    ? { ...named, number: reference.number }
    : named;
}
