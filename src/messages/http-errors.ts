/** Failures of the HTTP layer itself, before any capability is called. */
export const httpErrorCodes = [
  /** The body or the address isn't what HTTP and JSON (RFC 8259, UTF-8) allow. */
  'request-malformed',
  /** A field is missing, unknown or of the wrong form; member `errors` lists them. */
  'request-invalid',
  /** JSON nested deeper than in any documented request. */
  'request-too-deep',
  /** No session, or one that ended. */
  'sign-in-required',
  /** Signed in, but without the role. */
  'role-required',
  /** Nothing has this address, or the requester may not see it. */
  'not-found',
  /** The address exists, but not with this method; `Allow` says which it takes. */
  'method-not-allowed',
  /** The request didn't arrive in time. */
  'request-timeout',
  /** Body over the route's limit (64 KiB where none is named). */
  'request-too-large',
  /** Address or path parameter too long. */
  'address-too-long',
  /** A body that isn't `application/json`. */
  'content-type-not-json',
  /** A body that isn't `application/cms`, where an endpoint takes that. */
  'content-type-not-cms',
  /** A body that isn't `text/csv`, where an endpoint takes that. */
  'content-type-not-csv',
  /** The client's address has sent too many requests; with `Retry-After`, value `seconds`. */
  'too-many-requests',
  /** Header fields too large. */
  'headers-too-large',
  /** A bug or a broken part of the system. The answer says nothing else about it. */
  'internal-error',
  /** The service can't handle the request at the moment; with `Retry-After`. */
  'temporarily-unavailable',
  /** The connection to the database broke under the request: what it asked for may be done or not; with `Retry-After`. Never after a read. */
  'outcome-unknown',
  /** Two people have paused the intake, of this case or of all; with `Retry-After`. */
  'intake-paused',
  /** Two people have switched the platform to reading alone; with `Retry-After`. */
  'service-read-only',
] as const;
export type HttpErrorCode = (typeof httpErrorCodes)[number];

/** The codes that can be answered before the endpoint is known. */
export const unroutedErrorCodes = [
  'request-malformed',
  'not-found',
  'method-not-allowed',
  'request-timeout',
  'address-too-long',
  'headers-too-large',
] as const satisfies readonly HttpErrorCode[];

/** Why a field of a request is refused; listed in the member `errors` of `request-invalid`. */
export const fieldReasons = [
  /** The object holds a field that isn't declared. */
  'unknown-field',
  'required',
  'not-text',
  /** No number, or one out of range. */
  'not-number',
  'not-true-or-false',
  /** No list, or one with too few or too many items. */
  'not-list',
  'not-object',
  /** Not standard base64, or more bytes than allowed. */
  'not-base64',
  /** Not lower-case hexadecimal of the right length. */
  'not-hex',
  'not-choice',
  'wrong-length',
  /** Anything else that its pattern excludes. */
  'wrong-form',
] as const;
export type FieldReason = (typeof fieldReasons)[number];
