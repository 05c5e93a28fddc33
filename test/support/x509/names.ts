import { der } from '../../../src/core/der/index.js';
import { Oid } from '../../../src/core/x509/index.js';

/** One attribute to write: an object identifier and an encoded value. */
export type AttributePlan = readonly [type: string, value: Uint8Array];

/** A Name of single-attribute relative names. */
export const nameOf = (...attributes: readonly AttributePlan[]): Uint8Array =>
  der.sequence(...attributes.map(([type, value]) => der.setOf(der.sequence(der.oid(type), value))));

/** C=TW, O=Test, CN=`commonName`. */
export const testName = (commonName: string): Uint8Array =>
  nameOf(
    [Oid.countryName, der.printableString('TW')],
    [Oid.organizationName, der.utf8String('Test')],
    [Oid.commonName, der.utf8String(commonName)],
  );
