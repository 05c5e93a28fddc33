import { hex } from '../../core/octets.js';
import { buildCrl } from '../x509/crl-builder.js';
import { authorityKeyIdentifier } from '../x509/extension.js';
import { crlNumber, type RevocationReason } from '../x509/revocation-extension.js';
import type { Authority } from './authority.js';

/** When and why a certificate was revoked. */
export interface Revocation {
  readonly revokedAt: Date;
  readonly reason: RevocationReason;
}

/** Hours from the thisUpdate of a CRL to its nextUpdate. */
const crlHours = 24;
/** Factor between milliseconds and CRL numbers: a CRL of the same millisecond with more entries has a higher number. */
const entriesPerMillisecond = 1_000_000n;

/** The revocations of one authority, and its CRLs. */
export class RevocationRegister {
  /** By the certificate's serial number (content octets, in hex). */
  private readonly revocations = new Map<string, Revocation>();

  constructor(private readonly authority: Authority) {}

  /** Revokes a certificate by serial number (content octets). A second call for the same number changes nothing. */
  revoke(serialNumber: Uint8Array, revocation: Revocation): void {
    const serial = hex(serialNumber);
    if (!this.revocations.has(serial)) this.revocations.set(serial, revocation);
  }

  /** The revocation of a serial number (content octets), if it was revoked at this time. */
  find(serialNumber: Uint8Array, at: Date): Revocation | undefined {
    const revocation = this.revocations.get(hex(serialNumber));
    return revocation !== undefined && revocation.revokedAt <= at ? revocation : undefined;
  }

  /** The complete CRL (DER) at this time, valid for a day. Its number grows with the time and with each entry. */
  crl(at: Date): Uint8Array {
    const { key, name } = this.authority;
    const entries = [...this.revocations]
      .filter(([, { revokedAt }]) => revokedAt <= at)
      .map(([serial, revocation]) => ({ serialNumber: Buffer.from(serial, 'hex'), ...revocation }));
    return buildCrl({
      signer: key,
      issuer: name,
      thisUpdate: at,
      nextUpdate: new Date(at.getTime() + crlHours * 3_600_000),
      entries,
      extensions: [
        authorityKeyIdentifier({ keyIdentifier: key.keyIdentifier }),
        crlNumber(BigInt(at.getTime()) * entriesPerMillisecond + BigInt(entries.length)),
      ],
    });
  }
}
