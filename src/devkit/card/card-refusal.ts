/** Why a card would not do as asked. */
export type CardRefusalReason =
  'wrong-pin' | 'locked' | 'no-pin' | 'malformed' | 'not-a-recipient' | 'not-decryptable';

/** What a {@link Card} rejects with. */
export class CardRefusal extends Error {
  override readonly name = 'CardRefusal';

  constructor(readonly reason: CardRefusalReason) {
    super(reason);
  }
}
