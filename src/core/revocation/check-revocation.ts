import type { PathFailure, TrustAnchor } from '../path/index.js';
import { type Certificate, certificateExtensions, completeKey, strongAlgorithms } from '../x509/index.js';
import { crlFinding } from './crl-finding.js';
import { allReasons } from './crl/crl-scope.js';
import type { RevocationErrorCode } from './errors.js';
import { ocspFinding } from './ocsp-finding.js';
import {
  type CrlOrOcspResponse,
  type Finding,
  type IssuerKey,
  mayBeLookedInto,
  type RevocationCause,
  type RevocationContext,
  type RevocationRules,
  type CertificateUnderCheck,
  unusable,
} from './revocation-context.js';
import type { Revocation, RevocationReference } from './revocation.js';

const sevenDays = 7 * 24 * 60 * 60 * 1000;

/** How many paths of signers are looked for in one check. */
const maximumSignerPaths = 32;

/** A valid path (target first, without the anchor), its anchor, and the rules for the check. */
export interface RevocationInput extends RevocationRules {
  readonly path: readonly Certificate[];
  readonly anchor: TrustAnchor;
}

/** No certificate of the path is revoked. */
export interface RevocationAnswer {
  /** The data that shows it, each once. */
  readonly references: readonly RevocationReference[];
}

/** Why it is not certain that no certificate of the path is revoked, and the certificate at fault. */
export interface RevocationFailure extends PathFailure<RevocationErrorCode> {
  readonly certificate: Certificate;
  /** With `certificate-revoked`: when and why. */
  readonly revocation?: Revocation;
  /** With the other two codes: why the data at hand gives no answer. */
  readonly causes: readonly RevocationCause[];
  /** With `certificate-revoked`: the data that shows it. */
  readonly references: readonly RevocationReference[];
}

/** What {@link checkRevocation} returns. */
export type RevocationResult =
  | { readonly ok: true; readonly value: RevocationAnswer }
  | { readonly ok: false; readonly failure: RevocationFailure };

/**
 * Checks that no certificate of a valid path is revoked at a given time, by CRLs (RFC 5280 §6.3) and OCSP responses (RFC 6960),
 * from the anchor down. One authentic, current CRL or response that says "revoked" decides. Otherwise each certificate needs an
 * OCSP answer "good", or CRLs that together cover every reason. The anchor's own certificate is not checked.
 * Failures: {@link RevocationErrorCode}.
 */
export function checkRevocation(input: RevocationInput): RevocationResult {
  const data = new Set<CrlOrOcspResponse>();
  const check = new Check(input);
  for (const checked of check.underCheck(input.path)) {
    const finding = check.examine(checked);
    if (finding.kind !== 'clear') return { ok: false, failure: failure(checked.certificate, finding) };
    for (const source of finding.data) data.add(source);
  }
  return { ok: true, value: { references: references(data) } };
}

/** {@link checkRevocation} in the form that `validatePath` takes. */
export function revocationCheck(
  rules: RevocationRules,
): (path: readonly Certificate[], anchor: TrustAnchor) => RevocationResult {
  return (path, anchor) => checkRevocation({ ...rules, path, anchor });
}

class Check {
  private readonly context: RevocationContext;
  private readonly known = new Map<Certificate, Finding>();
  private signerPaths = 0;

  constructor(input: RevocationInput) {
    this.context = {
      anchor: input.anchor,
      at: input.at.getTime(),
      validatePath: input.validatePath,
      crls: input.crls,
      ocsp: input.ocsp,
      candidates: input.candidates ?? [],
      algorithms: input.algorithms ?? strongAlgorithms,
      maximumCrlAge: input.maximumCrlAge ?? Infinity,
      maximumOpenCrlAge: input.maximumOpenCrlAge ?? sevenDays,
      maximumOcspAge: input.maximumOcspAge ?? sevenDays,
      clockTolerance: input.clockTolerance ?? 0,
      oneCrlPerKey: input.oneCrlPerKey ?? false,
      examine: (checked) => this.examine(checked),
      pathOfSigner: (certificate) => this.pathOfSigner(certificate),
      examinePath: (path, waiting) => this.examinePath(path, waiting),
    };
  }

  /** The certificates of a path, from the anchor down, each with the keys above it. */
  underCheck(path: readonly Certificate[], waiting: readonly Certificate[] = []): CertificateUnderCheck[] {
    let issuers: CertificateUnderCheck['issuers'] = [anchorKey(this.context.anchor)];
    return path.toReversed().map((certificate) => {
      const checked = { certificate, issuers, waiting: [...waiting, certificate] };
      issuers = [issuerKey(certificate, issuers[0]), ...issuers];
      return checked;
    });
  }

  examine(checked: CertificateUnderCheck): Finding {
    const known = this.known.get(checked.certificate);
    if (known !== undefined) return known;
    const { ocsp, crls } = this.context;
    const finding = combine([
      ...ocsp.map((response) => ocspFinding(response, checked, this.context)),
      ...crls.map((crl) => crlFinding(crl, checked, this.context)),
    ]);
    // An unusable finding may only be due to a status that is being looked up, so it is not kept.
    if (finding.kind !== 'unusable') this.known.set(checked.certificate, finding);
    return finding;
  }

  pathOfSigner(certificate: Certificate): readonly Certificate[] | undefined {
    if (this.signerPaths >= maximumSignerPaths) return undefined;
    this.signerPaths++;
    const { validatePath, candidates, anchor, at, algorithms } = this.context;
    const anchors = [anchor];
    const path = validatePath({ target: certificate, candidates, anchors, at: new Date(at), algorithms });
    return path.ok ? path.value.certificates : undefined;
  }

  /** Unusable where a signer's status would depend on itself, or on too many others. */
  examinePath(path: readonly Certificate[], waiting: readonly Certificate[]): Finding {
    const data: CrlOrOcspResponse[] = [];
    for (const checked of this.underCheck(path, waiting)) {
      if (!mayBeLookedInto(checked.certificate, waiting)) return unusable();
      const finding = this.examine(checked);
      if (finding.kind !== 'clear') return unusable();
      data.push(...finding.data);
    }
    return { kind: 'clear', reasons: allReasons, data };
  }
}

/** The end of RFC 5280 §6.3.3: revoked if one finding says so, clear if all together cover every reason. */
function combine(findings: readonly (Finding | undefined)[]): Finding {
  const causes = new Set<RevocationCause>();
  const data: CrlOrOcspResponse[] = [];
  let reasons = 0;
  for (const finding of findings) {
    if (finding?.kind === 'revoked') return finding;
    if (finding?.kind === 'unusable') finding.causes.forEach((cause) => causes.add(cause));
    if (finding?.kind !== 'clear') continue;
    if (finding.reasons === 0) causes.add('crl-out-of-scope');
    else data.push(...finding.data);
    reasons |= finding.reasons;
  }
  if (reasons === allReasons) return { kind: 'clear', reasons, data };
  if (reasons !== 0) causes.add('crl-reasons-incomplete');
  return unusable(...causes);
}

function anchorKey({ name, subjectPublicKeyInfo, certificate }: TrustAnchor): IssuerKey {
  const keyUsage = certificate === undefined ? undefined : keyUsageOf(certificate);
  return { name, subjectPublicKeyInfo, publicKey: subjectPublicKeyInfo, keyUsage, certificate };
}

function issuerKey(certificate: Certificate, issuer: IssuerKey): IssuerKey {
  const { subject: name, subjectPublicKeyInfo } = certificate;
  const publicKey = completeKey(subjectPublicKeyInfo, issuer.publicKey);
  return { name, subjectPublicKeyInfo, publicKey, keyUsage: keyUsageOf(certificate), certificate };
}

/** Extensions that can't be decoded allow nothing. */
function keyUsageOf(certificate: Certificate): number | undefined {
  const extensions = certificateExtensions(certificate);
  return extensions.ok ? extensions.value.keyUsage : 0;
}

/** Causes that newer data would remove. */
const passing: ReadonlySet<RevocationCause> = new Set<RevocationCause>([
  'crl-not-current',
  'ocsp-not-current',
]);
/** Causes that mean: there is no data for this certificate. */
const missing: ReadonlySet<RevocationCause> = new Set<RevocationCause>([
  'crl-out-of-scope',
  'crl-reasons-incomplete',
]);

function failure(certificate: Certificate, finding: Exclude<Finding, { kind: 'clear' }>): RevocationFailure {
  if (finding.kind === 'revoked') {
    const { revocation, data } = finding;
    return {
      code: 'certificate-revoked',
      certificate,
      revocation,
      causes: [],
      references: references(data),
    };
  }
  const { causes } = finding;
  const unavailable =
    causes.some((cause) => passing.has(cause)) || causes.every((cause) => missing.has(cause));
  const code = unavailable ? 'revocation-unavailable' : 'revocation-unknown';
  return { code, certificate, causes, references: [] };
}

function references(data: Iterable<CrlOrOcspResponse>): readonly RevocationReference[] {
  return [...new Set(data)].map(({ reference }) => reference);
}
