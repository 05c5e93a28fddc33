/** Why an audit log does not verify. Value `line` (or `seq` for the head) names the first place that is wrong. */
export const auditErrorCodes = [
  /** A line is not an event: it isn't JSON, or a member is missing, unknown or of the wrong form. */
  'audit-event-malformed',
  /** The sequence number isn't the next one: an event is missing, repeated or moved. */
  'audit-sequence-broken',
  /** `previous` isn't the hash of the event before. */
  'audit-chain-broken',
  /** The event's hash is wrong: something in the event was changed. */
  'audit-event-altered',
  /** The expected head is not in the log: events were cut off, or rewritten from some point on. */
  'audit-head-differs',
] as const;
export type AuditErrorCode = (typeof auditErrorCodes)[number];
