import { type TrustAnchor, trustAnchor } from '../../src/core/path/index.js';
import type { SignerTrust } from '../../src/core/signer-path.js';
import { type Certificate, parseCertificate } from '../../src/core/x509/index.js';
import { type DemoPki, valueOf } from '../../src/devkit/index.js';

const read = (certificate: Uint8Array): Certificate => valueOf(parseCertificate(certificate));

/** A certificate (DER) as an anchor. */
export const anchorOf = (certificate: Uint8Array): TrustAnchor => trustAnchor(read(certificate));

/** Trust in the roots of a demo PKI, with its intermediates at hand. */
export function signerTrust({ roots, intermediates }: Pick<DemoPki, 'roots' | 'intermediates'>): SignerTrust {
  return { anchors: roots.map(anchorOf), intermediates: intermediates.map(read) };
}
