import {
  admitKey,
  type AlgorithmPolicy,
  type Certificate,
  type PublicKey,
  readPublicKey,
  type SignatureErrorCode,
} from '../x509/index.js';
import { importPublicKey, verifyAdmitted } from '../x509/signature.js';
import { verificationCost } from '../x509/verification-cost.js';
import type { WorkBudget } from './work-budget.js';

/** Whether a key signed a certificate. `unverified`: the budget was used up before. */
type SignatureVerdict = 'valid' | SignatureErrorCode | 'unverified';

/**
 * Verdicts of certificate and key never change. Both are held weakly, so that nothing is kept for certificates no longer in use.
 * Targets are not kept here: each comes once, and hundreds of thousands of weak entries would slow the garbage collector down.
 */
const verdicts = new WeakMap<Certificate, WeakMap<PublicKey, SignatureVerdict>>();

/** Verifies signatures of certificates under a policy and within a budget, each pair of certificate and key at most once. */
export class SignatureCache {
  private readonly targetVerdicts = new Map<PublicKey, SignatureVerdict>();
  /** The keys of this search, so that none is read twice: there may be more than `readPublicKey` remembers. */
  private readonly keys = new Map<Uint8Array, PublicKey | undefined>();

  constructor(
    private readonly target: Certificate,
    private readonly policy: AlgorithmPolicy,
    private readonly budget: WorkBudget,
  ) {}

  /** RFC 5280 §6.1.3 (a)(1): whether this key (SubjectPublicKeyInfo, DER) signed this certificate. */
  verdict(certificate: Certificate, publicKey: Uint8Array): SignatureVerdict {
    const admitted = admitKey(this.keyOf(publicKey), certificate.signatureAlgorithm, this.policy);
    if (!admitted.ok) return admitted.failure.code;
    const { key } = admitted.value;
    const known = certificate === this.target ? this.targetVerdicts : verdicts.get(certificate);
    const before = known?.get(key);
    if (before !== undefined) return before;
    const verdict = this.verify(certificate, admitted.value);
    if (verdict !== 'unverified') (known ?? verdictsOf(certificate)).set(key, verdict);
    return verdict;
  }

  private verify({ tbs, signature }: Certificate, { key, algorithm }: AdmittedKey): SignatureVerdict {
    const affordable =
      this.budget.take('arithmetic', verificationCost(key, tbs.length)) && this.budget.take('signatures');
    if (!affordable) return 'unverified';
    const imported = importPublicKey(key);
    if (imported === undefined) return 'public-key-unusable';
    const valid = verifyAdmitted({ key: imported, algorithm }, { data: tbs, signature });
    return valid ? 'valid' : 'signature-invalid';
  }

  private keyOf(publicKey: Uint8Array): PublicKey | undefined {
    const known = this.keys.get(publicKey);
    if (known !== undefined || this.keys.has(publicKey)) return known;
    const key = readPublicKey(publicKey);
    this.keys.set(publicKey, key);
    return key;
  }
}

type AdmittedKey = Extract<ReturnType<typeof admitKey>, { readonly ok: true }>['value'];

function verdictsOf(certificate: Certificate): WeakMap<PublicKey, SignatureVerdict> {
  const fresh = new WeakMap<PublicKey, SignatureVerdict>();
  verdicts.set(certificate, fresh);
  return fresh;
}
