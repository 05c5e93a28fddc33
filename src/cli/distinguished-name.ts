import { decodeDirectoryString, type Name, Oid } from '../core/x509/index.js';
import { printable } from './printable.js';

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
