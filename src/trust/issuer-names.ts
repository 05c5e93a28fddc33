import { BoundedMap } from '../core/bounded-map.js';
import { octetKey } from '../core/native-octets.js';
import { decodeDirectoryString, type Name } from '../core/x509/index.js';

/** An attribute of a name: its type and its text. */
export interface NameText {
  readonly type: string;
  readonly text: string;
}

/** A few authorities issue all real certificates. The limit is for names that somebody makes up. */
const knownNames = new BoundedMap<string, Name>(256);
const decodedTexts = new WeakMap<Name, readonly NameText[]>();

/** The first Name object with this encoding, so that what is computed from an issuer's name is computed once. */
export function sameIssuerName(name: Name): Name {
  const label = octetKey(name.der);
  const first = knownNames.get(label);
  if (first !== undefined) return first;
  knownNames.set(label, name);
  return name;
}

/** The attributes of an issuer's name, decoded once. */
export function issuerTexts(issuer: Name): readonly NameText[] {
  const name = sameIssuerName(issuer);
  const texts =
    decodedTexts.get(name) ??
    name.relativeNames
      .flat()
      .map(({ type, tag, value }) => ({ type, text: decodeDirectoryString(tag, value) }));
  decodedTexts.set(name, texts);
  return texts;
}
