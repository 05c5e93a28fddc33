/** Why a step at the lead's machine stops. Nothing has been sent to anyone then. */
export type CeremonyErrorCode =
  /** The card does not open the wrapped key: another card, or a key that was not wrapped for it. */
  | 'ceremony-key-not-opened'
  /** What the card opened is not the round's published key. */
  | 'ceremony-key-mismatch'
  /** The probe was not sealed to this round's key. */
  | 'ceremony-probe-not-opened';
