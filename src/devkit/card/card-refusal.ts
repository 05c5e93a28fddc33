/** Why a card refuses an operation. */
export type CardRefusalReason =
  'wrong-pin' | 'locked' | 'no-pin' | 'malformed' | 'not-a-recipient' | 'not-decryptable';

/** The error with which a mock card rejects an operation. */
export class CardRefusal extends Error {
  override readonly name = 'CardRefusal';

  constructor(readonly reason: CardRefusalReason) {
    super(reason);
  }
}
