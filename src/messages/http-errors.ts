/** Failures of the HTTP layer itself, before any domain code is asked. */
export type HttpErrorCode =
  /** 400: the body or the address isn't what HTTP and JSON (RFC 8259, UTF-8) allow. */
  | 'request-malformed'
  /** 400: a field is missing, unknown or of the wrong form; member `errors` lists them. */
  | 'request-invalid'
  /** 400: JSON nested deeper than any request of ours. */
  | 'request-too-deep'
  /** 401: no session, or one that ended. */
  | 'sign-in-required'
  /** 403: signed in, but without the role. */
  | 'role-required'
  /** 404: no such thing, or not for this asker. */
  | 'not-found'
  /** 405, with `Allow`. */
  | 'method-not-allowed'
  /** 408: the request didn't arrive in time. */
  | 'request-timeout'
  /** 413: body over the route's limit (64 KiB where none is named). */
  | 'request-too-large'
  /** 414: address or path parameter too long. */
  | 'address-too-long'
  /** 415: a body that isn't `application/json`. */
  | 'content-type-not-json'
  /** 429, with `Retry-After`; value `seconds`. */
  | 'too-many-requests'
  /** 431: header fields too large. */
  | 'headers-too-large'
  /** 500: a bug or a broken part; nothing of it is told. */
  | 'internal-error'
  /** 503, with `Retry-After`. */
  | 'temporarily-unavailable';
