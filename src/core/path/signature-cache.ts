import type { KeyObject } from 'node:crypto';
import {
  admitClaim,
  type AlgorithmPolicy,
  type Certificate,
  type SignatureErrorCode,
  verifyAdmitted,
} from '../x509/index.js';
import type { WorkBudget } from './work-budget.js';

/** Whether a key signed a certificate. `unverified`: the budget was used up before. */
type SignatureVerdict = 'valid' | SignatureErrorCode | 'unverified';

/**
 * Verdicts of certificate and key never change. Both are held weakly, so that nothing is kept for certificates no longer in use.
 * Targets are not kept here: each comes once, and hundreds of thousands of weak entries would slow the garbage collector down.
 */
const verdicts = new WeakMap<Certificate, WeakMap<KeyObject, boolean>>();

/** Verifies signatures of certificates under a policy and within a budget, each pair of certificate and key at most once. */
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
