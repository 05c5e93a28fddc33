import { encodePem } from '../../core/pem.js';
import { Oid } from '../../core/x509/index.js';
import { type MockCard, trustedCertificate } from '../card/mock-card.js';
import { KeyPool, type KeyStore } from '../keys/seeded-key.js';
import { SeededRandom } from '../random.js';
import type { RevocationReason } from '../x509/revocation-extension.js';
import { type Authorities, type Authority, type AuthorityLabel, establishAuthorities } from './authority.js';
import { type CardHolder, CardIssuer, type CardShape } from './card-issuer.js';
import { OcspResponder } from './ocsp-responder.js';
import { certifyOffice, type Office, type OfficeUse } from './office.js';
import { RevocationRegister } from './revocation-register.js';

/** The options of a demo PKI. */
export interface DemoPkiOptions {
  /** Decides every key and certificate. */
  readonly seed: string;
  /** Cards and office certificates are valid from one year before this time. */
  readonly at: Date;
  /** The base URL of the CRL, OCSP and issuer addresses in certificates: the address of the DemoPkiServer, if there is one. */
  readonly address?: string;
  /** Whether each card has a signing key of its own, or a few keys are shared by all, which are sooner made. Default `shared`. */
  readonly cardKeys?: 'shared' | 'own';
}

/** A CRL with its issuer. */
export interface IssuedCrl {
  readonly authority: Authority;
  /** Its address in the certificates. */
  readonly url: string;
  readonly der: Uint8Array;
}

/** The authorities of the anchor set. */
const trusted = [
  'grca',
  'grcaG3',
  'moicaG2',
  'moicaG3',
  'office',
] as const satisfies readonly AuthorityLabel[];

/**
 * A public-key infrastructure built like Taiwan's: GRCA and GRCA-G3, two generations of MOICA with one name, offices, cards and CRLs.
 * It is deterministic: the same options give the same bytes, except RSA-PSS signatures.
 */
export class DemoPki {
  readonly authorities: Authorities;
  /** The commission, with a P-256 key that signs. */
  readonly commission: Office;
  /** The commission, with another P-256 key, which documents are sealed to. */
  readonly commissionDecryption: Office;
  /** The Ministry of the Interior (MOI), with an RSA-2048 key. */
  readonly moi: Office;
  private readonly registers: ReadonlyMap<Authority, RevocationRegister>;
  private readonly responders = new Map<Authority, OcspResponder>();
  private readonly cards: CardIssuer;

  private constructor(
    readonly options: Required<DemoPkiOptions>,
    private readonly keys: KeyPool,
    random: SeededRandom,
  ) {
    const { address } = options;
    this.authorities = establishAuthorities(keys, address);
    this.registers = new Map(
      Object.values(this.authorities).map((each) => [each, new RevocationRegister(each)]),
    );
    this.cards = new CardIssuer(this.authorities, keys, random.fork('cards'), this.options);
    this.commission = this.office('中央選舉委員會', 'p256', 'signing');
    this.commissionDecryption = this.office('中央選舉委員會', 'p256', 'decryption');
    this.moi = this.office('內政部', 'rsa-2048');
  }

  /** Makes the authorities and offices. This takes some seconds, because of the keys, but for those in the store of this seed. */
  static create(options: DemoPkiOptions, keys?: KeyStore): DemoPki {
    const random = new SeededRandom(options.seed);
    const complete = { address: 'http://pki.demo.invalid', cardKeys: 'shared' as const, ...options };
    return new DemoPki(complete, new KeyPool(random.fork('keys'), keys), random);
  }

  /** The root certificates, DER. */
  get roots(): readonly Uint8Array[] {
    return [this.authorities.grca.certificate, this.authorities.grcaG3.certificate];
  }

  /** The intermediate certificates, DER. */
  get intermediates(): readonly Uint8Array[] {
    const { moicaG2, moicaG3, office } = this.authorities;
    return [moicaG2, moicaG3, office].map(({ certificate }) => certificate);
  }

  /** Roots and intermediates in PEM, for `openssl cms -verify -CAfile`. */
  anchorsPem(): string {
    return [...this.roots, ...this.intermediates].map((der) => encodePem('CERTIFICATE', der)).join('');
  }

  /** Issues a card, an ordinary one without `shape`. The same arguments give the same card. */
  issueCard(holder: CardHolder, shape?: CardShape): MockCard {
    return this.cards.issue(holder, shape);
  }

  /** Makes a further office with a certificate, such as a second commission that must be refused. */
  office(name: string, kind: 'p256' | 'p384' | 'rsa-2048', use?: OfficeUse): Office {
    const key = this.keys.key(use === 'decryption' ? `office ${name} decryption` : `office ${name}`, kind);
    const { address, at } = this.options;
    return certifyOffice(name, key, { issuer: this.authorities.office, address, at, use });
  }

  /** Revokes a certificate (DER) that an authority of this PKI issued, from this time on. */
  revoke(certificate: Uint8Array, at: Date, reason: RevocationReason = 'keyCompromise'): void {
    const { serialNumber } = trustedCertificate(certificate);
    this.registerOf(this.issuerOf(certificate)).revoke(serialNumber, { revokedAt: at, reason });
  }

  /** The complete CRL of each trusted authority as of this time. */
  crls(at: Date): IssuedCrl[] {
    return trusted.map((label) => {
      const authority = this.authorities[label];
      return { authority, url: this.crlUrl(authority), der: this.registerOf(authority).crl(at) };
    });
  }

  /** The address of an authority's CRL in certificates. */
  crlUrl(authority: Authority): string {
    return `${this.options.address}/${authority.label}/complete.crl`;
  }

  /** The authority with this label, such as `moica-g2`; undefined if there is none. */
  authority(label: string): Authority | undefined {
    return Object.values(this.authorities).find((each) => each.label === label);
  }

  /** The revocations of an authority. */
  registerOf(authority: Authority): RevocationRegister {
    const register = this.registers.get(authority);
    if (register === undefined) throw new Error('an authority of another PKI');
    return register;
  }

  /** The OCSP responder for an authority's certificates. */
  ocspResponder(authority: Authority): OcspResponder {
    const known = this.responders.get(authority);
    if (known !== undefined) return known;
    const key = this.keys.key(`ocsp ${authority.label}`, 'rsa-2048');
    const register = this.registerOf(authority);
    const responder = new OcspResponder(
      authority,
      key,
      (serial, at) => register.find(serial, at),
      this.options.at,
    );
    this.responders.set(authority, responder);
    return responder;
  }

  /** The authority that issued a certificate (DER). It is found by key identifier, because several authorities have the same name. */
  issuerOf(certificate: Uint8Array): Authority {
    const value = trustedCertificate(certificate).extensions.get(Oid.authorityKeyIdentifier)?.value;
    const found = Object.values(this.authorities).find((each) =>
      Buffer.from(value ?? []).includes(Buffer.from(each.key.keyIdentifier)),
    );
    if (found === undefined) throw new Error('a certificate of another PKI');
    return found;
  }
}
