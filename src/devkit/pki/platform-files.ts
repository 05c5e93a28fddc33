import { hex } from '../../core/octets.js';
import { encodePem } from '../../core/pem.js';
import { sha256, sha256Hex } from '../../core/sha256.js';
import type { DemoPki } from './demo-pki.js';

const fingerprint = (certificate: Uint8Array): string => sha256Hex(certificate);

/** The files that a platform needs to trust a demo PKI and to act as its commission, by path below the platform's home folder. */
export function platformFiles(pki: DemoPki): ReadonlyMap<string, string | Uint8Array> {
  const { office } = pki.authorities;
  return new Map<string, string | Uint8Array>([
    ['trust/anchors.pem', pki.anchorsPem()],
    ['trust/trust.json', `${JSON.stringify(trustConfiguration(pki), null, 2)}\n`],
    ['keys/commission.key.pem', pki.commission.privateKeyPem],
    ['keys/commission.pem', pki.commission.certificatePem + encodePem('CERTIFICATE', office.certificate)],
    ['keys/commission-decryption.key.pem', pki.commissionDecryption.privateKeyPem],
    ['keys/commission-decryption.pem', pki.commissionDecryption.certificatePem],
    ['keys/moi.pem', pki.moi.certificatePem],
    ['keys/intake.pem', pki.office('intake', 'p256').privateKeyPem],
    ['keys/challenge.secret', sha256(`challenge secret of ${pki.options.seed}`)],
    ['keys/opening-probe.secret', sha256(`opening-probe secret of ${pki.options.seed}`)],
  ]);
}

function trustConfiguration(pki: DemoPki): object {
  return {
    anchorSets: [
      {
        version: 'demo',
        from: '2000-01-01T00:00:00Z',
        anchors: pki.roots.map(fingerprint),
        intermediates: pki.intermediates.map(fingerprint),
      },
    ],
    sources: pki.crls(pki.options.at).map(({ authority, url }) => ({
      id: authority.label,
      url,
      issuerKeyIdentifier: hex(authority.key.keyIdentifier),
    })),
  };
}
