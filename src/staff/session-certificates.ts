import { hkdfSync } from 'node:crypto';
import { encodePem, parsePem } from '../core/pem.js';
import { openSealedOctets, sealOctets } from '../core/sealed-octets.js';
import { type Certificate, parseCertificate } from '../core/x509/index.js';
import type { TrustErrorCode } from '../trust/index.js';
import type { StaffCertificateValidator, StoredStaffSession } from './ports.js';

/** The certificate that somebody signed in with, and those that came with it. */
export interface SignInCertificates {
  readonly certificate: Certificate;
  readonly candidates: readonly Certificate[];
}

/** Nothing is known now that speaks against the certificate. Whoever approves is validated once more, and refused then. */
const unsettled: readonly TrustErrorCode[] = ['revocation-unavailable', 'revocation-unknown'];

/**
 * Keeps with a member's session the certificate that they signed in with, so that it is judged again at each request. It has digits of a national ID
 * number, so it is sealed under a key that is not in the database, and goes with the session's row.
 */
export class SessionCertificates {
  private readonly key: Uint8Array;

  /** `secret` is one that every process of the platform has. */
  constructor(
    secret: Uint8Array,
    private readonly validator: StaffCertificateValidator,
  ) {
    this.key = new Uint8Array(hkdfSync('sha256', secret, '', 'lianshu session certificates', 32));
  }

  /** AES-256-GCM over PEM: the signing certificate first. Bound to the session's identifier. */
  seal(session: string, { certificate, candidates }: SignInCertificates): Uint8Array {
    const text = [certificate, ...candidates].map(({ der }) => encodePem('CERTIFICATE', der)).join('');
    return sealOctets(this.key, Buffer.from(text), about(session));
  }

  /** Whether the certificate of a session has been revoked, has expired or is untrusted at this time; or isn't there as it was sealed. */
  async isOut({ session, sealedCertificate }: StoredStaffSession, at: Date): Promise<boolean> {
    const [target, ...candidates] = this.open(session.id, sealedCertificate);
    if (target === undefined) return true;
    const validated = await this.validator.validateCertificate({ target, candidates, at });
    return !validated.ok && !unsettled.includes(validated.failure.code);
  }

  private open(session: string, sealed: Uint8Array): readonly Certificate[] {
    const text = openSealedOctets(this.key, sealed, about(session));
    const blocks = text && parsePem(Buffer.from(text).toString('latin1'), 'CERTIFICATE');
    if (!blocks?.ok) return [];
    const certificates = blocks.value.map(parseCertificate);
    return certificates.flatMap((each) => (each.ok ? [each.value] : []));
  }
}

const about = (session: string): string => `session-certificate:1:${session}`;
