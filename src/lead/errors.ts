import type { SignedDataErrorCode } from '../core/cms/index.js';
import type { CaseErrorCode } from '../cases/index.js';

/** Why a lead can't open or submit a round, beyond what the core and the case's state say. */
export type LeadSpecificErrorCode =
  /** 422: the round key isn't a P-256 public key in its one encoding (SubjectPublicKeyInfo, uncompressed point). */
  | 'round-key-unsuitable'
  /** 400: the wrapped key isn't a CMS EnvelopedData (DER). */
  | 'wrapped-key-malformed'
  /** 422: the statement isn't signed with the certificate registered for the lead. */
  | 'statement-signer-not-lead'
  /** 422: what was signed isn't the key statement of this round and key. */
  | 'key-statement-differs'
  /** 409: no round key has been handed in yet. */
  | 'round-key-missing'
  /** 422: the answer shows that the wrapped key wasn't opened. */
  | 'probe-wrong'
  /** 409: what was signed isn't the submission of the records as they are: prepare it again. */
  | 'submission-outdated'
  /** 422: the commission's key doesn't open what was wrapped for it. */
  | 'wrapped-key-not-for-commission'
  /** 422: it opens, but holds another key than the one the records are sealed to. */
  | 'wrapped-key-not-round-key';

/** Every way in which a lead's request can be refused. */
export type LeadErrorCode = LeadSpecificErrorCode | CaseErrorCode | SignedDataErrorCode;
