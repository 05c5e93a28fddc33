import type { ReasonCode } from './reason.js';

/** What a receipt is answered. */
export type ReceiptStatus =
  | { readonly status: 'recorded' }
  | { readonly status: 'submitted' }
  | { readonly status: 'counted' }
  | { readonly status: 'struck-out'; readonly code: ReasonCode };

/** What is known of a record. */
export interface RecordStanding {
  readonly submitted: boolean;
  /** True once two people have confirmed the result: until then nothing of the check shows. */
  readonly published: boolean;
  readonly code: ReasonCode | undefined;
}

/** Recorded → submitted → counted or struck out. Before the result is published a submitted record stays `submitted`. */
export function statusOf({ submitted, published, code }: RecordStanding): ReceiptStatus {
  if (!submitted) return { status: 'recorded' };
  if (!published) return { status: 'submitted' };
  return code === undefined ? { status: 'counted' } : { status: 'struck-out', code };
}
