import { decodeDirectoryString, type Name, Oid } from '../core/x509/index.js';

/** A text from a certificate or a record, safe to print on a terminal: control characters are replaced, line breaks only if asked. */
export function printable(text: string, lineBreaks: 'as-they-are' | 'replaced' = 'replaced'): string {
  const pattern = lineBreaks === 'replaced' ? /\p{C}/gu : /(?!\n)\p{C}/gu;
  return text.replaceAll(pattern, '\ufffd');
}

/** Characters that take two columns on a terminal: East Asian wide and fullwidth (UAX #11), as far as our texts use them. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu;

/** The number of columns that a text takes on a terminal. Our texts have no colours and no combining marks. */
export function displayWidth(text: string): number {
  return (text.match(/./gsu)?.length ?? 0) + (text.match(wide)?.length ?? 0);
}

/** The text, followed by spaces up to this number of columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/** A digest in hex, in groups of four, for people to compare. */
export function fingerprint(digest: string): string {
  return digest.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** A text as one word of a POSIX shell, quoted only if necessary. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

const labels: ReadonlyMap<string, string> = new Map([
  [Oid.countryName, 'C'],
  [Oid.organizationName, 'O'],
  [Oid.organizationalUnitName, 'OU'],
  [Oid.commonName, 'CN'],
  [Oid.serialNumberAttribute, 'serialNumber'],
  [Oid.emailAddress, 'emailAddress'],
]);

/** A distinguished name for people to read, in the encoded order: `C=TW, O=行政院`. Not for comparison. */
export function distinguishedNameText({ relativeNames }: Name): string {
  return relativeNames
    .map((attributes) =>
      attributes
        .map(
          ({ type, tag, value }) =>
            `${labels.get(type) ?? type}=${printable(decodeDirectoryString(tag, value))}`,
        )
        .join(' + '),
    )
    .join(', ');
}
