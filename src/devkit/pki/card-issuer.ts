import { der } from '../../core/der/index.js';
import { octetAt } from '../../core/octets.js';
import { Oid } from '../../core/x509/index.js';
import { subjectKeyIdentifier as keyIdentifierOf } from '../../core/x509/key-identifier.js';
import { type CertifiedKey, MockCard } from '../card/mock-card.js';
import type { KeyPair } from '../keys/key-pair.js';
import type { KeyPool } from '../keys/seeded-key.js';
import type { SignatureAlgorithm } from '../keys/signature-algorithm.js';
import type { SeededRandom } from '../random.js';
import { buildCertificate } from '../x509/certificate-builder.js';
import {
  certificatePolicies,
  type ExtensionShape,
  keyUsage,
  type KeyUsageBit,
  subjectDirectoryAttributes,
  subjectKeyIdentifier,
} from '../x509/extension.js';
import { commonName, country, distinguishedName, holderSerial } from '../x509/name.js';
import { type Authorities, type AuthorityLabel, issuedBy } from './authority.js';

/** The holder of a card. */
export interface CardHolder {
  readonly name: string;
  /** Only its last four digits are written into the certificates. */
  readonly nationalId: string;
  /** 16 characters. Identifies the holder at MOICA; it is not the national ID number. */
  readonly holderSerialNumber: string;
}

/** How a card differs from an ordinary card of MOICA. */
export interface CardShape {
  /** `moicaG2` by default. */
  readonly issuer?: AuthorityLabel;
  /** The kind of the signing key; `rsa-2048` by default. The encryption key is always RSA-2048. */
  readonly keyKind?: 'rsa-1024' | 'rsa-2048' | 'p256' | 'p384';
  /** The number of the holder's card: 0 is the first, 1 its renewal, with other keys and certificates. */
  readonly edition?: number;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly signingKeyUsage?: readonly KeyUsageBit[];
  readonly encryptionKeyUsage?: readonly KeyUsageBit[];
  /** Undefined leaves out the attribute. */
  readonly lastFourDigits?: string | undefined;
  readonly subjectType?: string | undefined;
  readonly policies?: readonly string[];
  readonly holderSerialNumber?: string;
  /** Changes the extensions of both certificates. */
  readonly editExtensions?: (extensions: readonly ExtensionShape[]) => readonly ExtensionShape[];
  readonly algorithm?: SignatureAlgorithm;
  readonly pin?: string;
  readonly chain?: readonly Uint8Array[];
  readonly now?: () => Date;
}

/** Issues mock cards under the demo's authorities. */
export class CardIssuer {
  constructor(
    private readonly authorities: Authorities,
    private readonly keys: KeyPool,
    private readonly random: SeededRandom,
    private readonly options: {
      readonly address: string;
      readonly at: Date;
      readonly cardKeys: 'shared' | 'own';
    },
  ) {}

  /** Issues a card with two certificates. The same holder, shape and seed give the same bytes. */
  issue(holder: CardHolder, shape: CardShape = {}): MockCard {
    const random = this.random.fork(`${holder.holderSerialNumber} ${shape.edition ?? 0}`);
    const { keyKind = 'rsa-2048' } = shape;
    const own = this.options.cardKeys === 'own' && keyKind === 'rsa-2048';
    const signingKey = own ? this.keys.own(random) : this.keys.shared(keyKind, random);
    const encryptionKey = this.keys.shared('rsa-2048', random);
    const [signingSerial, encryptionSerial] = [random.bytes(15), random.bytes(15)];
    const certified = (key: KeyPair, serial: Uint8Array, usage: readonly KeyUsageBit[]): CertifiedKey => ({
      key,
      certificate: this.certify(holder, shape, key.publicKey, serial, usage),
    });
    const encryptionUsage = shape.encryptionKeyUsage ?? ['keyEncipherment', 'dataEncipherment'];
    return new MockCard({
      signing: certified(signingKey, signingSerial, shape.signingKeyUsage ?? ['digitalSignature']),
      encryption: () => certified(encryptionKey, encryptionSerial, encryptionUsage),
      algorithm: shape.algorithm,
      pin: shape.pin,
      chain: shape.chain,
      now: shape.now,
    });
  }

  private certify(
    holder: CardHolder,
    shape: CardShape,
    publicKey: Uint8Array,
    serialNumber: Uint8Array,
    usage: readonly KeyUsageBit[],
  ): Uint8Array {
    const issuer = this.authorities[shape.issuer ?? 'moicaG2'];
    const { address, at } = this.options;
    const notBefore = shape.notBefore ?? yearsAfter(at, -1);
    const extensions = [
      ...issuedBy(issuer, address),
      ...holderExtensions(holder, shape, publicKey),
      keyUsage(...usage),
    ];
    return buildCertificate({
      signer: issuer.key,
      issuer: issuer.name,
      subject: subjectOf(holder, shape),
      publicKey,
      // MOICA's serial numbers have up to 128 bits. A first octet of 1 to 64 keeps the 16 octets positive and minimal.
      serialNumber: Uint8Array.of(1 + (octetAt(serialNumber, 0) & 0x3f), ...serialNumber),
      notBefore,
      notAfter: shape.notAfter ?? yearsAfter(notBefore, 5),
      extensions: shape.editExtensions?.(extensions) ?? extensions,
    });
  }
}

function subjectOf(holder: CardHolder, shape: CardShape): Uint8Array {
  const serial = shape.holderSerialNumber ?? holder.holderSerialNumber;
  return distinguishedName(country('TW'), commonName(holder.name), holderSerial(serial));
}

function holderExtensions(holder: CardHolder, shape: CardShape, publicKey: Uint8Array): ExtensionShape[] {
  const lastFour = 'lastFourDigits' in shape ? shape.lastFourDigits : holder.nationalId.slice(-4);
  const subjectType = 'subjectType' in shape ? shape.subjectType : Oid.moicaNaturalPerson;
  const attributes: [string, Uint8Array][] = [];
  if (subjectType !== undefined) attributes.push([Oid.moicaSubjectType, der.oid(subjectType)]);
  if (lastFour !== undefined) attributes.push([Oid.moicaLastFourDigits, der.printableString(lastFour)]);
  return [
    // As at MOICA, the key identifier is the SHA-1 of the key bits. Cards with the same pool key share it; their certificates differ.
    subjectKeyIdentifier(keyIdentifierOf(publicKey)),
    certificatePolicies(shape.policies ?? [Oid.moicaAssuranceLevel3]),
    ...(attributes.length === 0 ? [] : [subjectDirectoryAttributes(attributes)]),
  ];
}

/** The same date and time some calendar years later (UTC); earlier if `years` is negative. */
export function yearsAfter(at: Date, years: number): Date {
  const later = new Date(at);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}
