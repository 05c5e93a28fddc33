/** Why MOI's answer is refused as a whole. `values`: `file`, `line` (from 1) and `seq` where there is one. */
export const answerErrorCodes = [
  /** Not sealed to the commission, or changed on its way. */
  'answer-not-opened',
  /** Not signed, or the signature does not verify. */
  'answer-unsigned',
  /** Signed, but not by MOI's certificate. */
  'answer-signed-by-another',
  /** The manifest names another batch, case, round or day. */
  'answer-for-another-batch',
  /** A file with a name that the roster doesn't have. */
  'answer-file-unknown',
  /** The manifest or a part is not there. */
  'answer-file-missing',
  /** The same file twice. */
  'answer-file-repeated',
  /** A line that is not `seq,result`. */
  'answer-malformed',
  /** A manifest that doesn't have the documented form. */
  'answer-manifest-malformed',
  /** A part that ends before its last row. */
  'answer-cut-short',
  /** A part whose SHA-256 is not the one in the manifest. */
  'answer-digest-wrong',
  /** The same `seq` twice. */
  'answer-row-repeated',
  /** A `seq` that the roster part has, without an answer. */
  'answer-row-missing',
  /** A `seq` that the roster part doesn't have. */
  'answer-row-unknown',
  /** A result that is neither `00` nor an R or B code. */
  'answer-code-unknown',
] as const;
export type AnswerErrorCode = (typeof answerErrorCodes)[number];
