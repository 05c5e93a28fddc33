import type { Certificate } from '../../../src/core/x509/index.js';
import {
  basicConstraints,
  buildCertificate,
  type CertificateShape,
  commonName,
  distinguishedName,
  type KeyPair,
} from '../../../src/devkit/index.js';
import { parsed, testKey } from './chain-draft.js';

/** A target and candidates for which a simple search takes too long. The root is not among them. */
export interface HardGraph {
  readonly target: Certificate;
  readonly candidates: readonly Certificate[];
}

const name = (text: string): Uint8Array => distinguishedName(commonName(text));

/** Makes graphs below one root. */
export class HardGraphs {
  readonly keys = Array.from({ length: 12 }, () => testKey('rsa-2048'));
  private readonly rootKey = testKey('rsa-2048');
  readonly root = this.certify('Root', this.rootKey, 'Root', this.rootKey);

  /** A chain of thirty authorities. */
  chainOfThirty(): HardGraph {
    const links = Array.from({ length: 30 }, (_, depth) =>
      this.under(depth, depth === 0 ? undefined : depth - 1),
    );
    return { target: this.leafUnder(29), candidates: links.toReversed() };
  }

  /** A hundred authorities with one name and without key identifiers. The last one issued the target. */
  hundredOfOneName(): HardGraph {
    const others = Array.from({ length: 99 }, (_, n) =>
      this.certify('CA', this.keys[n % 11]!, 'Root', this.rootKey, { serialNumber: n + 1 }),
    );
    const right = this.certify('CA', this.keys[11]!, 'Root', this.rootKey, { serialNumber: 100 });
    return {
      target: this.certify('Target', this.keys[0]!, 'CA', this.keys[11]!, { extensions: [] }),
      candidates: [...others, right],
    };
  }

  /** Nine authorities that certify one another, with a path to the root or without. */
  crossSigned(wayOut: boolean): HardGraph {
    const nine = Array.from({ length: 9 }, (_, n) => n);
    const cross = nine.flatMap((one) =>
      nine
        .filter((other) => other !== one)
        .map((other) => this.under(one, other, { serialNumber: other + 1 })),
    );
    return { target: this.leafUnder(0), candidates: wayOut ? [...cross, this.under(8, undefined)] : cross };
  }

  private under(
    subject: number,
    issuer: number | undefined,
    shape: Partial<CertificateShape> = {},
  ): Certificate {
    const signer = issuer === undefined ? this.rootKey : this.keyOf(issuer);
    const issuerName = issuer === undefined ? 'Root' : `CA ${issuer}`;
    return this.certify(`CA ${subject}`, this.keyOf(subject), issuerName, signer, shape);
  }

  private leafUnder(issuer: number): Certificate {
    return this.certify('Target', this.keys[0]!, `CA ${issuer}`, this.keyOf(issuer), { extensions: [] });
  }

  private keyOf(authority: number): KeyPair {
    return this.keys[authority % this.keys.length]!;
  }

  private certify(
    subject: string,
    key: KeyPair,
    issuer: string,
    signer: KeyPair,
    shape: Partial<CertificateShape> = {},
  ): Certificate {
    const names = { subject: name(subject), issuer: name(issuer) };
    const extensions = [basicConstraints(true)];
    return parsed(buildCertificate({ signer, ...names, publicKey: key.publicKey, extensions, ...shape }));
  }
}
