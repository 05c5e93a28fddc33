/** What a stable code means to HTTP and to people. `{{name}}` in a sentence is filled from the failure's values. */
export interface Message {
  /** HTTP status (RFC 9110). */
  readonly status: number;
  /** One or two short sentences: what happened, and what to do next. */
  readonly zhTW: string;
  readonly en: string;
}
