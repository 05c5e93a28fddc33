import { hex } from '../../core/octets.js';
import { ok, type Result } from '../../core/result.js';
import { dateParts } from '../../core/taipei-date.js';
import type { AcknowledgedCoSignature, EarlierCoSignatureCode } from '../../cosigning/index.js';
import { type FailureWithMembers, failWith } from '../problem/endpoint-problems.js';
import type { CoSignatureAnswer } from './co-signature.dto.js';

/** The answer to a co-signature that is durable: its receipt, or 409 with the receipt of the holder's earlier one. */
export function acknowledged(
  taken: AcknowledgedCoSignature,
): Result<CoSignatureAnswer, never> | FailureWithMembers<EarlierCoSignatureCode> {
  const answer = {
    commitment: hex(taken.commitment),
    receipt: taken.receipt,
    recordedOn: taken.day,
  };
  return taken.outcome === 'recorded'
    ? ok(answer)
    : failWith({ code: 'already-co-signed', values: dateParts(taken.day) }, answer);
}
