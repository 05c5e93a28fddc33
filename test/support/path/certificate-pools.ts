import type { Certificate } from '../../../src/core/x509/index.js';
import {
  basicConstraints,
  buildCertificate,
  type CertificateShape,
  commonName,
  distinguishedName,
} from '../../../src/devkit/index.js';
import { parsed, testKey } from './chain-draft.js';
import type { HardGraph } from './hard-graphs.js';

const name = (text: string): Uint8Array => distinguishedName(commonName(text));
const keys = { root: testKey('p256'), authority: testKey('p256'), stranger: testKey('p256') };
const roots = { signer: keys.root, subject: name('Root'), extensions: [basicConstraints(true)] };
const authority: Partial<CertificateShape> = {
  issuer: name('Root'),
  subject: name('CA'),
  publicKey: keys.authority.publicKey,
  extensions: [basicConstraints(true)],
};
const over = new Date('2021-01-01T00:00:00Z');

/** How the certificates of one name and key come about. */
const shapes = {
  'certified by the root': { ...authority, signer: keys.root },
  'certified by the root, and expired': { ...authority, signer: keys.root, notAfter: over },
  'self-signed': { ...authority, issuer: name('CA'), signer: keys.authority },
  'with forged signatures': { ...authority, signer: keys.stranger },
  'certified by one another': { ...authority, issuer: name('CA'), signer: keys.stranger },
} as const;

export type PoolShape = keyof typeof shapes;
export const poolShapes = Object.keys(shapes) as readonly PoolShape[];

/** Pools of certificates that share one name and one key, below one root. Nothing but the serial number tells them apart. */
export class CertificatePools {
  readonly root = parsed(buildCertificate(roots));
  private readonly target = buildCertificate({
    signer: keys.authority,
    issuer: name('CA'),
    subject: name('Target'),
    publicKey: keys.stranger.publicKey,
  });
  private readonly made = new Map<PoolShape, Uint8Array[]>();

  /** A target and `count` issuers, as new objects, so that nothing is remembered of them. */
  pool(shape: PoolShape, count: number): HardGraph {
    const certificates = this.made.get(shape) ?? [];
    this.made.set(shape, certificates);
    while (certificates.length < count) {
      const serialNumber = certificates.length + 1;
      certificates.push(buildCertificate({ ...shapes[shape], serialNumber }));
    }
    return { target: parsed(this.target), candidates: certificates.slice(0, count).map(parsed) };
  }

  /** As {@link pool}, with the certificate that leads to the root at its end. */
  poolWithAWayOut(shape: PoolShape, count: number): HardGraph & { readonly wayOut: Certificate } {
    const wayOut = parsed(buildCertificate({ ...shapes['certified by the root'], serialNumber: 1_000_000 }));
    const { target, candidates } = this.pool(shape, count - 1);
    return { target, candidates: [...candidates, wayOut], wayOut };
  }
}
