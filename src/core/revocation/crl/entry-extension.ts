/** The entry extensions of RFC 5280 5.3 by their last arc under id-ce, 2.5.29. */
export const EntryExtension = { reasonCode: 21, invalidityDate: 24, certificateIssuer: 29 } as const;
