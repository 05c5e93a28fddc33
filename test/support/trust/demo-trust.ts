import { subjectKeyIdentifierHex } from '../../../src/trust/certificates-by-fingerprint.js';
import {
  certificatesByFingerprint,
  fingerprint,
  readTrustConfiguration,
  type TrustConfiguration,
} from '../../../src/trust/index.js';
import { parseCertificate } from '../../../src/core/x509/index.js';
import type { Certificate } from '../../../src/core/x509/index.js';
import type { DemoPki } from '../../../src/devkit/index.js';

/** The text of a `trust.json` for a demo PKI, as an object to edit. */
export function demoTrustJson(
  pki: DemoPki,
): Record<string, unknown> & { sources: Record<string, unknown>[] } {
  return {
    anchorSets: [
      {
        version: 'demo-1',
        from: '2020-01-01T00:00:00Z',
        anchors: pki.roots.map(fingerprint),
        intermediates: pki.intermediates.map(fingerprint),
      },
    ],
    sources: pki.crls(pki.options.at).map(({ authority, url }) => ({
      id: authority.label,
      url,
      issuerKeyIdentifier: subjectKeyIdentifierHex(certificateOf(authority.certificate)),
    })),
  };
}

/** The configuration for a demo PKI, its JSON edited first if wanted. */
export function demoTrust(
  pki: DemoPki,
  edit: (json: ReturnType<typeof demoTrustJson>) => void = () => undefined,
): TrustConfiguration {
  const json = demoTrustJson(pki);
  edit(json);
  const certificates = certificatesByFingerprint([pki.anchorsPem()]);
  if (!certificates.ok) throw new Error(certificates.failure.code);
  const configuration = readTrustConfiguration(JSON.stringify(json), certificates.value);
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.failure));
  return configuration.value;
}

/** A certificate that is known to parse. */
export function certificateOf(der: Uint8Array): Certificate {
  const parsed = parseCertificate(der);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
}
