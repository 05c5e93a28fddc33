import { bindingOf, type Case, type Round } from '../cases/index.js';
import type { Commitment } from '../core/identifiers.js';
import { isKeyPair } from '../core/key-pair.js';
import { merkleRoot } from '../core/merkle/index.js';
import { equalOctets, hex } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256 } from '../core/sha256.js';
import { renderSubmissionStatement } from '../core/statement/index.js';
import type { WrappedForCommissionErrorCode } from './errors.js';
import type { CommissionRecipient, SubmissionTotals } from './ports.js';

/** Count and RFC 9162 root of a round's commitments, which must be sorted. */
export function totalsOf(sortedCommitments: readonly Commitment[]): SubmissionTotals {
  return { recordCount: sortedCommitments.length, merkleRoot: merkleRoot(sortedCommitments) };
}

/** Whether the lead signed exactly these totals; fails with `submission-outdated`. */
export function agreesWith(
  signedContent: Uint8Array,
  referendum: Case,
  round: Round,
  wrappedKey: Uint8Array,
): (sortedCommitments: readonly Commitment[]) => Result<SubmissionTotals, 'submission-outdated'> {
  const wrappedKeyDigest = sha256(wrappedKey);
  const { origin } = bindingOf(round);
  return (sortedCommitments) => {
    const totals = totalsOf(sortedCommitments);
    const fields = {
      caseNumber: referendum.number,
      round: round.ordinal,
      origin,
      wrappedKeyDigest,
      ...totals,
    };
    const same = equalOctets(renderSubmissionStatement(fields), signedContent);
    return same ? ok(totals) : fail('submission-outdated');
  };
}

/**
 * Opens the key that was wrapped for the commission and compares it with the published round key. Without this check, a
 * submission that the commission can't open would be lost.
 */
export async function checkWrappedForCommission(
  commission: CommissionRecipient,
  publicKey: Uint8Array,
  wrappedKey: Uint8Array,
): Promise<Result<void, WrappedForCommissionErrorCode>> {
  const privateKey = await commission.decrypt(wrappedKey);
  if (privateKey === undefined) return fail('wrapped-key-not-for-commission');
  try {
    return (await isKeyPair(privateKey, publicKey)) ? ok(undefined) : fail('wrapped-key-not-round-key');
  } finally {
    privateKey.fill(0);
  }
}

/** The audit entry's details of a submission. From then on the number of records is public. */
export function submissionDetails({ recordCount, merkleRoot }: SubmissionTotals) {
  return { recordCount, merkleRoot: hex(merkleRoot) };
}
