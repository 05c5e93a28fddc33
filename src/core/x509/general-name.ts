import { contextConstructed, contextPrimitive, DerError, type DerReader, Tag } from '../der/index.js';
import { decodeLatin1 } from '../encodings.js';
import { type Name, readName } from './name.js';
import { isWellFormedString } from './string-types.js';

/** GeneralName (RFC 5280 §4.2.1.6). Forms that nothing interprets are kept as encoded. */
export type GeneralName =
  | { readonly form: 'email' | 'dns' | 'uri'; readonly text: string }
  | { readonly form: 'directory'; readonly name: Name }
  | { readonly form: 'ip'; readonly octets: Uint8Array }
  | { readonly form: 'registered-id'; readonly id: string }
  | { readonly form: 'other' | 'x400' | 'edi-party'; readonly der: Uint8Array };

/** Reads GeneralNames: at least one. `tag` is the implicit tag, if there is one. Throws DerError. */
export function readGeneralNames(reader: DerReader, tag?: number): readonly GeneralName[] {
  const list = reader.into(tag);
  const names: GeneralName[] = [];
  do names.push(readGeneralName(list));
  while (!list.done);
  return names;
}

/** Reads one GeneralName. Throws DerError. */
export function readGeneralName(reader: DerReader): GeneralName {
  const tag = reader.peek();
  switch (tag) {
    case contextConstructed(0):
      return { form: 'other', der: reader.element().der };
    case contextPrimitive(1):
      return { form: 'email', text: readIa5(reader) };
    case contextPrimitive(2):
      return { form: 'dns', text: readIa5(reader) };
    case contextConstructed(3):
      return { form: 'x400', der: reader.element().der };
    case contextConstructed(4):
      return { form: 'directory', name: readExplicitName(reader) };
    case contextConstructed(5):
      return { form: 'edi-party', der: reader.element().der };
    case contextPrimitive(6):
      return { form: 'uri', text: readIa5(reader) };
    case contextPrimitive(7):
      return { form: 'ip', octets: reader.element().content };
    case contextPrimitive(8):
      return { form: 'registered-id', id: reader.oid(tag) };
    default:
      throw new DerError('not a general name');
  }
}

function readExplicitName(reader: DerReader): Name {
  const explicit = reader.into(contextConstructed(4));
  const name = readName(explicit);
  explicit.end();
  return name;
}

function readIa5(reader: DerReader): string {
  const { content } = reader.element();
  if (!isWellFormedString(Tag.ia5String, content)) throw new DerError('not an IA5String');
  return decodeLatin1(content);
}
