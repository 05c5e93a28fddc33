/** Why somebody can't sign in. */
export type SignInErrorCode =
  /** 401, always the same: which of challenge, signature, certificate, registration or access code was wrong isn't told. */
  | 'sign-in-refused'
  /** 503: a certificate that may be good can't be judged now, for want of fresh revocation data. */
  | 'sign-in-unavailable';

/** Why a member of staff can't be registered or changed. */
export type MemberErrorCode =
  /** The file isn't one certificate, DER or PEM. */
  | 'member-certificate-malformed'
  /** Not the certificate a card signs with (keyUsage without digitalSignature). */
  | 'member-certificate-not-for-signing'
  /** No such role; value `role`. */
  | 'member-role-unknown'
  /** No role at all. */
  | 'member-without-role'
  /** No name to call them by, or one of more than 100 characters. */
  | 'member-name-unfit'
  /** A member with this certificate is registered. */
  | 'member-exists'
  /** No member has this identifier. */
  | 'member-unknown';

/** Why two people's approval doesn't come about. */
export type ApprovalErrorCode =
  /** Nobody carries out such an action; value `action`. */
  | 'approval-action-unknown'
  /** No such request. */
  | 'approval-request-unknown'
  /** It was approved, executed or has failed before. */
  | 'approval-not-pending'
  /** Nobody approved it in time. */
  | 'approval-expired'
  /** Who asked for it can't approve it: nor the same card, nor another card of the same holder. */
  | 'approval-by-requester'
  /** Signed with another certificate than the one the approver is registered and signed in with. */
  | 'approval-certificate-not-the-approvers'
  /** The action was approved, but carrying it out failed on a bug; value `request`. */
  | 'approval-execution-broken';

/** Every failure of the staff room. */
export type StaffErrorCode = SignInErrorCode | MemberErrorCode | ApprovalErrorCode;
