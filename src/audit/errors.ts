/** Why an exported audit log does not verify. Value `line` (or `seq` for the head) names the first place that is wrong. */
export const auditErrorCodes = [
  /** A line is none of an export: it isn't canonical JSON, or a member is missing, unknown or of the wrong form. */
  'audit-event-malformed',
  /** The sequence number isn't the next one: an event is missing, repeated or moved. */
  'audit-sequence-broken',
  /** `previous` isn't the hash of the event before. */
  'audit-chain-broken',
  /** The event's hash is wrong: something in the event was changed. */
  'audit-event-altered',
  /** The expected head is not in the log: events were cut off, or rewritten from some point on. */
  'audit-head-differs',
  /** The event is of an act that the actor's card signs, and no SignedData stands after it. */
  'audit-signature-missing',
  /** A SignedData stands where none belongs, doesn't verify, or its statement is not of this act, case, content and platform. */
  'audit-signature-wrong',
  /** Another signed than the log says has acted, or somebody who may not. */
  'audit-signer-not-allowed',
  /** No path leads from the signer's certificate to an anchor given, at the time of the event; value `cause`. */
  'audit-signer-untrusted',
  /** The step takes two people, and the log has no signed approval of it. */
  'audit-step-not-approved',
  /** No published key signed the checkpoint, or it isn't of the events before it, or doesn't follow the one before. */
  'audit-checkpoint-wrong',
  /** The log has no checkpoint at all. */
  'audit-checkpoint-missing',
  /** A checkpoint that was noted elsewhere is genuine, and not in the log: value `number`. The log was rewritten. */
  'audit-checkpoint-not-in-log',
  /** What was noted elsewhere is no checkpoint that a published key has signed; value `line`. */
  'audit-noted-checkpoint-wrong',
] as const;
export type AuditErrorCode = (typeof auditErrorCodes)[number];
