import type { ValidatorErrorCode } from '../core/validators.js';

/** Why MOI's answer is refused whole. `values`: `file`, `line` (from 1) and `seq` where there is one. */
export type AnswerErrorCode =
  /** Not sealed to the commission, or altered under way. */
  | 'answer-not-opened'
  /** Not signed, or the signature does not verify. */
  | 'answer-unsigned'
  /** Signed, but not by MOI's certificate. */
  | 'answer-signed-by-another'
  /** The manifest names another batch, case, round or day. */
  | 'answer-for-another-batch'
  /** A file the roster has no counterpart for. */
  | 'answer-file-unknown'
  /** The manifest or a part is not there. */
  | 'answer-file-missing'
  /** The same file twice. */
  | 'answer-file-repeated'
  /** A line that is not `seq,result`. */
  | 'answer-malformed'
  /** A manifest that is not as documented. */
  | 'answer-manifest-malformed'
  /** A part that ends before its last row. */
  | 'answer-cut-short'
  /** A part whose SHA-256 is not the one in the manifest. */
  | 'answer-digest-wrong'
  /** The same `seq` twice. */
  | 'answer-row-repeated'
  /** A `seq` that the roster part has, without an answer. */
  | 'answer-row-missing'
  /** A `seq` that the roster part doesn't have. */
  | 'answer-row-unknown'
  /** A result that is neither `00` nor an R or B code. */
  | 'answer-code-unknown';

/** Why a published bundle does not hold. `values.file` names the file at fault. */
export type BundleErrorCode =
  /** A file of the bundle is not there. */
  | 'bundle-file-missing'
  /** A file that is not in its documented form. */
  | 'bundle-malformed'
  /** The signature over the result does not verify, or is not the commission's. */
  | 'bundle-signature-wrong'
  /** The Merkle root over the listed commitments is not the result's. */
  | 'bundle-root-wrong'
  /** The verdicts listed don't add up to the counts of the result. */
  | 'bundle-counts-wrong'
  /** The determination doesn't follow from the counts. */
  | 'bundle-determination-wrong'
  /** The lead's key statement or submission statement is not the one the result names, or does not verify. */
  | 'bundle-statement-wrong'
  | ValidatorErrorCode;

/** What the check refuses to staff. */
export type CheckingErrorCode =
  | AnswerErrorCode
  | BundleErrorCode
  /** No such case. */
  | 'not-found'
  /** The archive lacks revocation data that the intake relied on: restore it, and the batch goes on. */
  | 'revocation-archive-incomplete'
  /** The case has no round in the state this step needs. */
  | 'check-not-ready'
  /** The commission's key doesn't open the round key the lead handed over. */
  | 'round-key-not-opened'
  /** The round's records are not those the lead signed for. */
  | 'submission-does-not-match'
  /** The roster has not been sent. */
  | 'roster-not-sent'
  /** An answer has been imported already. */
  | 'answer-already-imported'
  /** There is no result to confirm, or none published. */
  | 'result-not-ready'
  /** Two years have not passed since the case was closed (REG 12). */
  | 'purge-too-early'
  /** The case's records have been destroyed before. */
  | 'purge-done-already'
  /** What was approved is not what is there now. */
  | 'approval-outdated';
