declare const brand: unique symbol;

/** A primitive that can't be mistaken for another of the same representation. */
export type Branded<Primitive, Name extends string> = Primitive & { readonly [brand]: Name };
