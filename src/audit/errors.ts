/** Why an audit log is not whole. Value `line` (or `seq` for the head) names the first place that is wrong. */
export const auditErrorCodes = [
  /** A line is not an event: not JSON, a member missing, added or of the wrong form. */
  'audit-event-malformed',
  /** The sequence number isn't the next one: an event is missing, repeated or moved. */
  'audit-sequence-broken',
  /** `previous` isn't the hash of the event before. */
  'audit-chain-broken',
  /** The event doesn't have its hash: something in it was changed. */
  'audit-event-altered',
  /** The log doesn't end with the head it was held against: cut off, or rewritten from some point on. */
  'audit-head-differs',
] as const;
export type AuditErrorCode = (typeof auditErrorCodes)[number];
