/*
 * Octets as text and back, by what node and browsers both have.
 */

const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
const utf8Encoder = new TextEncoder();

/** UTF-8 (RFC 3629). U+FFFD stands for what can't be decoded; a byte order mark stays. */
export function decodeUtf8(octets: Uint8Array): string {
  return utf8Decoder.decode(octets);
}

/** As {@link decodeUtf8}; undefined where something can't be decoded. */
export function decodeStrictUtf8(octets: Uint8Array): string | undefined {
  try {
    return strictUtf8Decoder.decode(octets);
  } catch {
    return undefined;
  }
}

/** UTF-8 of a text; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return utf8Encoder.encode(text);
}

/** Arguments that one call takes on every engine's stack. */
const octetsAtOnce = 8192;

/** Latin-1 (ISO 8859-1): octet n is U+00nn. `TextDecoder` can't: what it calls latin1 is windows-1252. */
export function decodeLatin1(octets: Uint8Array): string {
  // To spread them would walk an iterator: several times as long for a short text.
  if (octets.length <= octetsAtOnce)
    return String.fromCharCode.apply(undefined, octets as unknown as number[]);
  let text = '';
  for (let at = 0; at < octets.length; at += octetsAtOnce)
    text += String.fromCharCode(...octets.subarray(at, at + octetsAtOnce));
  return text;
}

/** The octets of a text without characters above U+00FF; of any other character, the low octet. */
export function encodeLatin1(text: string): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) octets[at] = text.charCodeAt(at);
  return octets;
}

/** Base64 with padding (RFC 4648 §4). */
export function encodeBase64(octets: Uint8Array): string {
  return btoa(decodeLatin1(octets));
}

/** The octets that {@link encodeBase64} writes so. Undefined for any other text: characters, padding or bits that no encoder writes. */
export function decodeBase64(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const text = atob(base64);
    return btoa(text) === base64 ? encodeLatin1(text) : undefined;
  } catch {
    return undefined;
  }
}
