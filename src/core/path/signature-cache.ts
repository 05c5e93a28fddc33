import type { KeyObject } from 'node:crypto';
import {
  admitClaim,
  type AlgorithmPolicy,
  type Certificate,
  type SignatureErrorCode,
  verifyAdmitted,
} from '../x509/index.js';
import type { WorkBudget } from './work-budget.js';

/** What a key says of a certificate; `unverified` when the budget was used up first. */
type SignatureVerdict = 'valid' | SignatureErrorCode | 'unverified';
// A pair's verdict never changes. Both are held weakly, so what is remembered is bounded by what is alive. Leaves are not

// remembered here: they come once, and weak entries by the hundred thousand are a burden to the garbage collector.

// A pair's verdict never changes. Both are held weakly, so what is remembered is bounded by what is alive. Leaves are not
// remembered here: they come once, and weak entries by the hundred thousand are a burden to the garbage collector.
const verdicts = new WeakMap<Certificate, WeakMap<KeyObject, boolean>>();

/** Verifies the signature of a certificate by a key at most once for each pair, within a budget and a policy. */
export class SignatureCache {
  private readonly targetVerdicts = new Map<KeyObject, boolean>();

  constructor(
    private readonly target: Certificate,
    private readonly policy: AlgorithmPolicy,
    private readonly budget: WorkBudget,
  ) {}

  /** RFC 5280 §6.1.3 (a)(1): whether this key (SubjectPublicKeyInfo, DER) signed this certificate. */
  verdict(certificate: Certificate, publicKey: Uint8Array): SignatureVerdict {
    const { signatureAlgorithm: algorithm } = certificate;
    const admitted = admitClaim({ publicKey, algorithm }, this.policy);
    if (!admitted.ok) return admitted.failure.code;
    const { key } = admitted.value;
    const known = certificate === this.target ? this.targetVerdicts : verdictsOf(certificate);
    let valid = known.get(key);
    if (valid === undefined) {
      if (!this.budget.take('signatures')) return 'unverified';
      valid = verifyAdmitted(admitted.value, { data: certificate.tbs, signature: certificate.signature });
      known.set(key, valid);
    }
    return valid ? 'valid' : 'signature-invalid';
  }
}

function verdictsOf(certificate: Certificate): WeakMap<KeyObject, boolean> {
  const known = verdicts.get(certificate);
  if (known !== undefined) return known;
  const fresh = new WeakMap<KeyObject, boolean>();
  verdicts.set(certificate, fresh);
  return fresh;
}
