import { DerError, type DerReader, Tag } from '../der/index.js';

/** An extension as encoded (RFC 5280 4.2). */
export interface Extension {
  readonly type: string;
  readonly critical: boolean;
  /** The content of the extnValue OCTET STRING. */
  readonly value: Uint8Array;
}

/** Extensions by object identifier. */
export type Extensions = ReadonlyMap<string, Extension>;

/** Reads Extensions (RFC 5280 4.1.2.9): at least one, none twice. Throws DerError. */
export function readExtensions(reader: DerReader): Extensions {
  const list = reader.into();
  const extensions = new Map<string, Extension>();
  do {
    const extension = readExtension(list.into());
    if (extensions.has(extension.type)) throw new DerError('duplicate extension');
    extensions.set(extension.type, extension);
  } while (!list.done);
  return extensions;
}

function readExtension(reader: DerReader): Extension {
  const type = reader.oid();
  const critical = reader.peek() === Tag.boolean && reader.boolean();
  const value = reader.octetString();
  reader.end();
  return { type, critical, value };
}
