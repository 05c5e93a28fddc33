import { type DerReader, Tag } from '../der/index.js';

/** AlgorithmIdentifier (RFC 5280 4.1.1.2). */
export interface AlgorithmIdentifier {
  readonly der: Uint8Array;
  readonly algorithm: string;
  /** The whole encoding of the parameters, or undefined when absent. */
  readonly parameters: Uint8Array | undefined;
}

/** Reads an AlgorithmIdentifier. Throws DerError. */
export function readAlgorithmIdentifier(reader: DerReader): AlgorithmIdentifier {
  const { der, content } = reader.element(Tag.sequence);
  const inner = reader.inside(content);
  const algorithm = inner.oid();
  const parameters = inner.done ? undefined : inner.element().der;
  inner.end();
  return { der, algorithm, parameters };
}
