import type { RevocationReference } from '../core/revocation/reference.js';
import type { Certificate } from '../core/x509/index.js';

/** A certificate to judge with the data of now. */
export interface TrustQuestion {
  readonly leaf: Certificate;
  /** What came along with it; used to build a path, never trusted for itself. */
  readonly candidates: readonly Certificate[];
  readonly at: Date;
}

/** A certificate to judge as of a time past, with the data that was used then. */
export interface PastTrustQuestion extends TrustQuestion {
  readonly references: readonly RevocationReference[];
}

/** That a certificate was good at a time, for what, and what that rests on. */
export interface Judgement {
  /** The certificate policy that accepted it, such as `natural-person`. */
  readonly policy: string;
  /** Holder's certificate first; the anchor is left out (RFC 5280 §6.1). */
  readonly path: readonly Certificate[];
  /** The revocation data relied on: repeat the judgement with `judgeAsOf` and these. */
  readonly references: readonly RevocationReference[];
  readonly holder: CertificateHolder;
}

/** Who holds a certificate, as far as it says. Personal data: for the one request only. */
export interface CertificateHolder {
  /** The subject's serialNumber attribute: tells holders apart, and is not the national ID number. */
  readonly serialNumber: string;
  /** The issuer's name in a normal form, DER: equal for every generation of an authority. The holder tag binds it. */
  readonly issuerOrganization: Uint8Array;
  /** The last four digits of the national ID number. */
  readonly lastFourDigits: string;
}
