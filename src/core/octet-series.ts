/** Byte strings one after the other, in two buffers that can be moved to another thread as they are. */
export interface OctetSeries {
  readonly octets: Uint8Array<ArrayBuffer>;
  /** Where each begins, and where the last ends. */
  readonly bounds: Uint32Array<ArrayBuffer>;
}

/** Puts byte strings together, as copies. */
export function octetSeries(parts: readonly Uint8Array[]): OctetSeries {
  const bounds = new Uint32Array(parts.length + 1);
  let end = 0;
  for (const [index, { length }] of parts.entries()) bounds[index + 1] = end += length;
  const octets = new Uint8Array(end);
  for (const [index, part] of parts.entries()) octets.set(part, bounds[index]);
  return { octets, bounds };
}

/** The byte strings that {@link octetSeries} put together: views, no copies. */
export function partsOf({ octets, bounds }: OctetSeries): Uint8Array[] {
  return Array.from({ length: bounds.length - 1 }, (_, index) =>
    octets.subarray(bounds[index], bounds[index + 1]),
  );
}

/** The buffers to name when it is posted, so that nothing is copied. The series can't be read here any more. */
export const buffersOf = ({ octets, bounds }: OctetSeries): readonly ArrayBuffer[] => [
  octets.buffer,
  bounds.buffer,
];
