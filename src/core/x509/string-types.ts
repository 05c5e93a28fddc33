import { Tag } from '../der/index.js';
import { decodeStrictUtf8, encodeLatin1 } from '../encodings.js';

/** X.680 §41.4: the characters of a PrintableString. */
const printable = alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?");
/** X.680 §41.2: the characters of a NumericString. */
const numeric = alphabet('0123456789 ');
/** X.680 §41.1: the graphic characters of ISO 646, and the space. */
const visible = Uint8Array.from({ length: 256 }, (_, octet) => Number(octet >= 0x20 && octet <= 0x7e));
/** X.680 §41.1: ISO 646 with its control characters. */
const ia5 = Uint8Array.from({ length: 256 }, (_, octet) => Number(octet < 0x80));

function alphabet(characters: string): Uint8Array {
  const octets = encodeLatin1(characters);
  return Uint8Array.from({ length: 256 }, (_, octet) => Number(octets.includes(octet)));
}

/** Whether octets are a string of the type they are tagged with. TeletexString and types that are no string are not looked into. */
export function isWellFormedString(tag: number, content: Uint8Array): boolean {
  switch (tag) {
    case Tag.utf8String:
      return isSpelledWith(ia5, content) || decodeStrictUtf8(content) !== undefined;
    case Tag.printableString:
      return isSpelledWith(printable, content);
    case Tag.ia5String:
      return isSpelledWith(ia5, content);
    case Tag.numericString:
      return isSpelledWith(numeric, content);
    case Tag.visibleString:
      return isSpelledWith(visible, content);
    case Tag.bmpString:
      return content.length % 2 === 0;
    case Tag.universalString:
      return isUniversalString(content);
    default:
      return true;
  }
}

function isSpelledWith(characters: Uint8Array, content: Uint8Array): boolean {
  for (const octet of content) if (characters[octet] !== 1) return false;
  return true;
}

/** Four octets for each character of ISO 10646 (X.680 §41.10, as openssl reads it): no surrogates, nothing above U+10FFFF. */
function isUniversalString(content: Uint8Array): boolean {
  if (content.length % 4 !== 0) return false;
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  for (let at = 0; at < content.length; at += 4) {
    const point = view.getUint32(at);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return false;
  }
  return true;
}
