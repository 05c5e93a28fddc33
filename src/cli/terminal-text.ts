import { decodeDirectoryString, type Name, Oid } from '../core/x509/index.js';

/** A text from elsewhere for a terminal, which must not obey what a certificate or a record says. Line breaks stay where asked. */
export function printable(text: string, lineBreaks: 'as-they-are' | 'replaced' = 'replaced'): string {
  const pattern = lineBreaks === 'replaced' ? /\p{C}/gu : /(?!\n)\p{C}/gu;
  return text.replaceAll(pattern, '\ufffd');
}

/** Characters a terminal gives two columns: East Asian wide and fullwidth (UAX #11), as far as our texts use them. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu;

/** Columns a text takes on a terminal; without colours or combining marks, which our texts don't have. */
export function displayWidth(text: string): number {
  return (text.match(/./gsu)?.length ?? 0) + (text.match(wide)?.length ?? 0);
}

/** The text, filled up with spaces to this many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/** A text as one word of a POSIX shell, quoted only where it must be. */
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

/** A name for people to read, in the order it is written: `C=TW, O=行政院`. Not for comparing. */
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
