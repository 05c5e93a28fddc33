import type { Holder } from '../core/holder.js';
import { type BorneCharacters, containsNationalId } from '../core/national-id.js';
import {
  type Certificate,
  certificateExtensions,
  decodeDirectoryString,
  directoryText,
  type Name,
  nameKey,
  Oid,
} from '../core/x509/index.js';

/** How certificates of a kind say who holds them. It is part of a certificate policy, and data like it. */
export interface HolderIdentification {
  /**
   * The attribute of the subject that tells holders apart: an object identifier. Its value may not contain a national ID number, because
   * holder tags are computed from it and stored.
   */
  readonly subjectAttribute: string;
  /** What of the issuer's name a holder is known by besides: the whole name, or only its attributes of these types, in this order. */
  readonly issuerPart: 'name' | readonly string[];
  /** Which characters of the national ID number the certificate bears. Undefined: none, so that nothing ties a number to it. */
  readonly nationalId: NationalIdPlace | undefined;
}

/** Where a certificate bears characters of the national ID number, and which: the value is exactly these. */
export interface NationalIdPlace {
  readonly in: 'subject' | 'subjectDirectoryAttributes';
  /** The attribute's type: an object identifier. */
  readonly attribute: string;
  /** The place of the first character: 1 is the letter, 10 the check digit. */
  readonly from: number;
  /** The place of the last. */
  readonly to: number;
}

/** MOICA's: the subject's serialNumber under the authority's name, and the last four digits of the number. */
export const moicaIdentification: HolderIdentification = {
  subjectAttribute: Oid.serialNumberAttribute,
  issuerPart: 'name',
  nationalId: {
    in: 'subjectDirectoryAttributes',
    attribute: Oid.moicaLastFourDigits,
    from: 7,
    to: 10,
  },
};

/** Who holds a certificate, as it says. This is personal data: it is kept for the one request only. */
export interface CertificateHolder extends Holder {
  /** What the certificate bears of the national ID number. Undefined where its policy says that it bears nothing. */
  readonly nationalIdPart: BorneCharacters | undefined;
}

/**
 * Who holds a certificate. Undefined where it does not say all that its policy wants to know, or says it twice, and where its identifier
 * contains a national ID number. Holder tags are computed from the issuer's name in the canonical form of RFC 5280 §7.1, so that form
 * must not change while a case collects co-signatures.
 */
export function certificateHolder(
  certificate: Certificate,
  { subjectAttribute, issuerPart, nationalId }: HolderIdentification,
): CertificateHolder | undefined {
  const identifier = onlyText(certificate.subject, subjectAttribute);
  if (identifier === undefined || identifier === '' || containsNationalId(identifier)) return undefined;
  const issuer = issuerPart === 'name' ? certificate.issuer : partOf(certificate.issuer, issuerPart);
  const nationalIdPart = nationalId && borneBy(certificate, nationalId);
  if (issuer === undefined || (nationalId !== undefined && nationalIdPart === undefined)) return undefined;
  return { identifier, issuerName: Buffer.from(nameKey(issuer)), nationalIdPart };
}

/** A name of these attributes alone, each a relative name. Undefined where one is missing or stands there twice. */
function partOf(name: Name, types: readonly string[]): Name | undefined {
  const attributes = name.relativeNames.flat();
  const chosen = types.map((type) => attributes.filter((each) => each.type === type));
  return chosen.every(({ length }) => length === 1) ? { der: name.der, relativeNames: chosen } : undefined;
}

function borneBy(certificate: Certificate, place: NationalIdPlace): BorneCharacters | undefined {
  const text = textAt(certificate, place);
  const characters = Array.from(text ?? '');
  const whole =
    characters.length === place.to - place.from + 1 &&
    characters.every((character, at) => formAt(place.from + at).test(character));
  return text !== undefined && whole ? { from: place.from, text } : undefined;
}

/** What may stand at a place of a national ID number. */
const formAt = (place: number): RegExp => [/[A-Z]/, /[12]/][place - 1] ?? /[0-9]/;

function textAt(certificate: Certificate, place: NationalIdPlace): string | undefined {
  if (place.in === 'subject') return onlyText(certificate.subject, place.attribute);
  const extensions = certificateExtensions(certificate);
  return extensions.ok
    ? directoryText(extensions.value.subjectDirectoryAttributes ?? [], place.attribute)
    : undefined;
}

/** The text of the one attribute of this type. */
function onlyText({ relativeNames }: Name, type: string): string | undefined {
  const [attribute, ...more] = relativeNames.flat().filter((each) => each.type === type);
  return attribute === undefined || more.length > 0
    ? undefined
    : decodeDirectoryString(attribute.tag, attribute.value);
}
