import { contextConstructed, der, type DerReader } from '../der/index.js';

/**
 * Reads a ContentInfo (RFC 5652 §3) of this content type with `read`, which must leave nothing of the content over; undefined when
 * the type is another. Throws DerError.
 */
export function readContentInfo<Content>(
  reader: DerReader,
  type: string,
  read: (content: DerReader) => Content,
): Content | undefined {
  const contentInfo = reader.into();
  const found = contentInfo.oid();
  const explicit = contentInfo.into(contextConstructed(0));
  contentInfo.end();
  if (found !== type) return undefined;
  const content = read(explicit);
  explicit.end();
  return content;
}

/** A ContentInfo around content that is DER. */
export function encodeContentInfo(type: string, content: Uint8Array): Uint8Array {
  return der.sequence(der.oid(type), der.context(0, content));
}
