import { decodeDirectoryString, type Name } from '../core/x509/index.js';

/** An attribute of a name: its type, and its text. */
export interface NameText {
  readonly type: string;
  readonly text: string;
}

/** Few authorities issue all certificates; names that anybody can make up must not fill the memory. */
const maximumNames = 256;
const known = new Map<string, Name>();
const decoded = new WeakMap<Name, readonly NameText[]>();

/** The name seen first of those with this encoding, so that what is computed of an issuer's name is computed once. */
export function sameIssuerName(name: Name): Name {
  const label = Buffer.from(name.der.buffer, name.der.byteOffset, name.der.length).toString('latin1');
  const first = known.get(label);
  if (first !== undefined) return first;
  if (known.size >= maximumNames) known.clear();
  known.set(label, name);
  return name;
}

/** The attributes of an issuer's name, decoded once. */
export function issuerTexts(issuer: Name): readonly NameText[] {
  const name = sameIssuerName(issuer);
  const texts =
    decoded.get(name) ??
    name.relativeNames
      .flat()
      .map(({ type, tag, value }) => ({ type, text: decodeDirectoryString(tag, value) }));
  decoded.set(name, texts);
  return texts;
}
