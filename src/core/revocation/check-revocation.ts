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
  type TargetCertificate,
  unusable,
} from './revocation-context.js';
import type { Revocation, RevocationReference } from './revocation.js';

const sevenDays = 7 * 24 * 60 * 60 * 1000;

/** How many signers are looked for in one check. */
const maximumSignerPaths = 32;

/** A valid path (target first, the anchor left out), its anchor, and what to go by. */
export interface RevocationInput extends RevocationRules {
  readonly path: readonly Certificate[];
  readonly anchor: TrustAnchor;
}

/** No certificate of the path was revoked. */
export interface RevocationAnswer {
  /** The data that this rests on, each once. */
  readonly references: readonly RevocationReference[];
}

/** Why a path is not known to be free of revoked certificates, and the certificate at fault. */
export interface RevocationFailure extends PathFailure<RevocationErrorCode> {
  readonly certificate: Certificate;
  /** With `certificate-revoked`: when and why. */
  readonly revocation?: Revocation;
  /** With the other two codes: why each piece of data there was could not settle it. */
  readonly causes: readonly RevocationCause[];
  /** With `certificate-revoked`: the data that says so. */
  readonly references: readonly RevocationReference[];
}

/** What {@link checkRevocation} answers. */
export type RevocationResult =
  | { readonly ok: true; readonly value: RevocationAnswer }
  | { readonly ok: false; readonly failure: RevocationFailure };

/**
 * Whether every certificate of a valid path is known not to be revoked at a given time, by CRLs (RFC 5280 §6.3) and OCSP
 * responses (RFC 6960), from the anchor down. Any authentic, current word that one is revoked decides; otherwise each needs a
 * good OCSP answer, or CRLs that together cover every reason. The anchor's own certificate is not looked up.
 * Failures: {@link RevocationErrorCode}.
 */
export function checkRevocation(input: RevocationInput): RevocationResult {
  const sources = new Set<CrlOrOcspResponse>();
  const check = new Check(input);
  for (const subject of check.targets(input.path)) {
    const finding = check.examine(subject);
    if (finding.kind !== 'clear') return { ok: false, failure: failure(subject.certificate, finding) };
    for (const source of finding.sources) sources.add(source);
  }
  return { ok: true, value: { references: references(sources) } };
}

/** {@link checkRevocation} in the form `validatePath` takes it. */
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
      examine: (subject) => this.examine(subject),
      pathAside: (certificate) => this.pathAside(certificate),
      examinePath: (path, waiting) => this.examinePath(path, waiting),
    };
  }

  /** The certificates of a path from the anchor down, each with the keys above it. */
  targets(path: readonly Certificate[], waiting: readonly Certificate[] = []): TargetCertificate[] {
    let issuers: TargetCertificate['issuers'] = [anchorKey(this.context.anchor)];
    return path.toReversed().map((certificate) => {
      const subject = { certificate, issuers, waiting: [...waiting, certificate] };
      issuers = [issuerKey(certificate, issuers[0]), ...issuers];
      return subject;
    });
  }

  examine(subject: TargetCertificate): Finding {
    const known = this.known.get(subject.certificate);
    if (known !== undefined) return known;
    const { ocsp, crls } = this.context;
    const finding = together([
      ...ocsp.map((response) => ocspFinding(response, subject, this.context)),
      ...crls.map((crl) => crlFinding(crl, subject, this.context)),
    ]);
    // What is unsettled may be so only because another certificate's status is waiting.
    if (finding.kind !== 'unusable') this.known.set(subject.certificate, finding);
    return finding;
  }

  pathAside(certificate: Certificate): readonly Certificate[] | undefined {
    if (this.signerPaths >= maximumSignerPaths) return undefined;
    this.signerPaths++;
    const { validatePath, candidates, anchor, at, algorithms } = this.context;
    const anchors = [anchor];
    const path = validatePath({ target: certificate, candidates, anchors, at: new Date(at), algorithms });
    return path.ok ? path.value.certificates : undefined;
  }

  /** A signer whose status would depend on itself, or on too many others, settles nothing. */
  examinePath(path: readonly Certificate[], waiting: readonly Certificate[]): Finding {
    const sources: CrlOrOcspResponse[] = [];
    for (const subject of this.targets(path, waiting)) {
      if (!mayBeLookedInto(subject.certificate, waiting)) return unusable();
      const finding = this.examine(subject);
      if (finding.kind !== 'clear') return unusable();
      sources.push(...finding.sources);
    }
    return { kind: 'clear', reasons: allReasons, sources };
  }
}

/** RFC 5280 §6.3.3, the end: revoked if any says so, clear if together they cover every reason. */
function together(findings: readonly (Finding | undefined)[]): Finding {
  const causes = new Set<RevocationCause>();
  const sources: CrlOrOcspResponse[] = [];
  let reasons = 0;
  for (const finding of findings) {
    if (finding?.kind === 'revoked') return finding;
    if (finding?.kind === 'unusable') finding.causes.forEach((cause) => causes.add(cause));
    if (finding?.kind !== 'clear') continue;
    if (finding.reasons === 0) causes.add('crl-out-of-scope');
    else sources.push(...finding.sources);
    reasons |= finding.reasons;
  }
  if (reasons === allReasons) return { kind: 'clear', reasons, sources };
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

/** Extensions that do not decode allow nothing. */
function keyUsageOf(certificate: Certificate): number | undefined {
  const extensions = certificateExtensions(certificate);
  return extensions.ok ? extensions.value.keyUsage : 0;
}

/** Causes that better data would remove. */
const passing: ReadonlySet<RevocationCause> = new Set<RevocationCause>([
  'crl-not-current',
  'ocsp-not-current',
]);
/** Causes by which there is no data for the certificate at all. */
const missing: ReadonlySet<RevocationCause> = new Set<RevocationCause>([
  'crl-out-of-scope',
  'crl-reasons-incomplete',
]);

function failure(certificate: Certificate, finding: Exclude<Finding, { kind: 'clear' }>): RevocationFailure {
  if (finding.kind === 'revoked') {
    const { revocation, sources } = finding;
    return {
      code: 'certificate-revoked',
      certificate,
      revocation,
      causes: [],
      references: references(sources),
    };
  }
  const { causes } = finding;
  const unavailable =
    causes.some((cause) => passing.has(cause)) || causes.every((cause) => missing.has(cause));
  const code = unavailable ? 'revocation-unavailable' : 'revocation-unknown';
  return { code, certificate, causes, references: [] };
}

function references(sources: Iterable<CrlOrOcspResponse>): readonly RevocationReference[] {
  return [...new Set(sources)].map(({ reference }) => reference);
}
