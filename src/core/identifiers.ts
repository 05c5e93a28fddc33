/** A case's public number as the commission gives it, such as `9001`: 1 to 10 digits. */
export type CaseNumber = Branded<string, 'CaseNumber'>;

/** A collecting round: a UUID version 7 (RFC 9562 §5.7). */
export type RoundId = Branded<string, 'RoundId'>;

/** 1 is the main round, 2 the supplement (補提, REG 8). */
export type RoundOrdinal = 1 | 2;

/** SHA-256 of a sealed record, 32 bytes. */
export type Commitment = Branded<Uint8Array, 'Commitment'>;

/** HMAC-SHA-256 of the holder under the case's key, cut to 16 bytes. */
export type HolderTag = Branded<Uint8Array, 'HolderTag'>;

declare const brand: unique symbol;

/** A primitive that can't be mistaken for another of the same representation. */
export type Branded<Primitive, Name extends string> = Primitive & { readonly [brand]: Name };
