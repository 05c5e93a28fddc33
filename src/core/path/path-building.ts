import { equalOctets } from '../octets.js';
import {
  type Certificate,
  hasInheritedParameters,
  type Name,
  namesEqual,
  type SignatureErrorCode,
} from '../x509/index.js';
import { readableExtensions } from './certificate-checks.js';
import { CertificatePool, type KeyHolder, NameComparison, type Tolerance } from './certificate-pool.js';
import type { SignatureCache } from './signature-cache.js';
import type { TrustAnchor } from './trust-anchor.js';
import type { WorkBudget } from './work-budget.js';

/** A path whose names and signatures fit together. It is not validated yet. */
export interface ProspectivePath {
  readonly anchor: TrustAnchor;
  readonly target: Certificate;
  /** From the certificate the anchor issued down to the target. */
  readonly certificates: readonly Certificate[];
}

interface PartialPath {
  readonly top: Certificate;
  readonly below: PartialPath | undefined;
}

/**
 * The paths from a target to an anchor, shortest first (RFC 4158 §3), until the budget's steps are used up. No path holds the
 * same name and key twice (RFC 4158 §5.2).
 */
export function* prospectivePaths(
  target: Certificate,
  graph: IssuerGraph,
  budget: WorkBudget,
): Generator<ProspectivePath> {
  const partials: PartialPath[] = [{ top: target, below: undefined }];
  for (const partial of partials) {
    if (partial.below !== undefined && !graph.reachesAnchor(partial.top)) continue;
    if (!budget.take('steps')) return;
    for (const anchor of graph.anchorsOf(partial.top))
      yield { anchor, target, certificates: topDown(partial) };
    for (const issuer of graph.certificatesOf(partial.top)) {
      if (!mayExtend(partial, issuer, budget)) continue;
      partials.push({ top: issuer, below: partial });
    }
  }
}

function topDown(partial: PartialPath): Certificate[] {
  const certificates: Certificate[] = [];
  for (let at: PartialPath | undefined = partial; at !== undefined; at = at.below) certificates.push(at.top);
  return certificates;
}

/** Whether a path does not hold this certificate's name and key yet. Not where the budget can't say. */
function mayExtend(partial: PartialPath, certificate: Certificate, budget: WorkBudget): boolean {
  for (let at: PartialPath | undefined = partial; at !== undefined; at = at.below) {
    if (!budget.take('lookups') || sameSubjectAndKey(at.top, certificate)) return false;
  }
  return true;
}

function sameSubjectAndKey(one: Certificate, other: Certificate): boolean {
  return isHolder(one, other.subject, other.subjectPublicKeyInfo);
}

function isHolder(certificate: Certificate, name: Name, publicKey: Uint8Array): boolean {
  return equalOctets(certificate.subjectPublicKeyInfo, publicKey) && namesEqual(certificate.subject, name);
}

interface Links {
  anchors?: readonly TrustAnchor[];
  certificates?: readonly Certificate[];
}

/** The certificates at hand, linked to those whose keys signed them. Each link is looked for once, when it is asked for. */
export class IssuerGraph {
  private readonly links = new Map<Certificate, Links>();
  private readonly reach = new Map<Certificate, boolean>();
  /** For each certificate whose signature none of the keys tried verifies: the first reason. */
  readonly refusals = new Map<Certificate, SignatureErrorCode>();
  /** The last certificate found to have no issuer at all. */
  deadEnd: Certificate | undefined;

  private readonly pool: CertificatePool;
  private readonly names: NameComparison;

  constructor(
    candidates: readonly Certificate[],
    private readonly anchors: readonly TrustAnchor[],
    private readonly signatureCache: SignatureCache,
    private readonly tolerance: Tolerance,
    private readonly budget: WorkBudget,
  ) {
    this.names = new NameComparison(tolerance);
    this.pool = new CertificatePool(candidates, this.names, budget);
  }

  /** The anchors whose key signed this certificate. */
  anchorsOf(certificate: Certificate): readonly TrustAnchor[] {
    const links = this.linksOf(certificate);
    links.anchors ??= this.anchors.filter(
      (anchor) =>
        this.budget.take('lookups') &&
        this.names.equal(anchor.name, certificate.issuer) &&
        this.agrees(certificate, anchor.certificate, () => anchor.keyIdentifier) &&
        this.signed(certificate, anchor.subjectPublicKeyInfo),
    );
    return links.anchors;
  }

  /** The certificates of the pool whose key signed this one, each once. None has its name and key: no path holds both. */
  certificatesOf(certificate: Certificate): readonly Certificate[] {
    const links = this.linksOf(certificate);
    if (links.certificates === undefined) {
      const found: Certificate[] = [];
      for (const holder of this.pool.holdersOf(certificate.issuer)) {
        for (const issuer of this.issuersAmong(holder, certificate)) found.push(issuer);
      }
      links.certificates = found;
      if (found.length === 0 && this.anchorsOf(certificate).length === 0) this.deadEnd = certificate;
    }
    return links.certificates;
  }

  /** Whether links lead from this certificate to an anchor. */
  reachesAnchor(start: Certificate): boolean {
    let known = this.reach.get(start);
    if (known === undefined) {
      known = this.anchorsOf(start).length > 0 || this.searchAnchor(start);
      this.reach.set(start, known);
    }
    return known;
  }

  private searchAnchor(start: Certificate): boolean {
    const seen = new Set(this.certificatesOf(start));
    for (const certificate of seen) {
      const known = this.reach.get(certificate);
      if (known === true || this.anchorsOf(certificate).length > 0) return true;
      if (known === undefined) for (const issuer of this.certificatesOf(certificate)) seen.add(issuer);
    }
    // All that links lead to from here has been tried, and nothing leads to an anchor.
    for (const certificate of seen) this.reach.set(certificate, false);
    return false;
  }

  private linksOf(certificate: Certificate): Links {
    const known = this.links.get(certificate);
    if (known !== undefined) return known;
    const fresh: Links = {};
    this.links.set(certificate, fresh);
    return fresh;
  }

  private issuersAmong(holder: KeyHolder, certificate: Certificate): readonly Certificate[] {
    if (!this.budget.take('lookups') || isHolder(certificate, holder.subject, holder.publicKey)) return [];
    const agreeing = holder.certificates.filter(
      (issuer) =>
        this.budget.take('lookups') &&
        this.agrees(certificate, issuer, () => readableExtensions(issuer).subjectKeyIdentifier),
    );
    return agreeing.length > 0 && this.signed(certificate, holder.publicKey) ? agreeing : [];
  }

  private agrees(
    certificate: Certificate,
    issuer: Certificate | undefined,
    keyIdentifier: () => Uint8Array | undefined,
  ): boolean {
    return this.tolerance === 'tolerant' || hintsAgree(certificate, issuer, keyIdentifier);
  }

  private signed(certificate: Certificate, publicKey: Uint8Array): boolean {
    // Which parameters such a key inherits depends on the path, so its signatures are verified with the path.
    if (hasInheritedParameters(publicKey)) return true;
    const verdict = this.signatureCache.verdict(certificate, publicKey);
    if (verdict === 'valid') return true;
    if (verdict !== 'unverified' && !this.refusals.has(certificate)) this.refusals.set(certificate, verdict);
    return false;
  }
}

// RFC 5280 §4.2.1.1: where both certificates have an identifier and the two differ, it is another key.
function hintsAgree(
  certificate: Certificate,
  issuer: Certificate | undefined,
  keyIdentifierOf: () => Uint8Array | undefined,
): boolean {
  const authority = readableExtensions(certificate).authorityKeyIdentifier;
  if (authority === undefined) return true;
  const { keyIdentifier: wanted, serialNumber } = authority;
  const keyIdentifier = wanted && keyIdentifierOf();
  if (wanted !== undefined && keyIdentifier !== undefined && !equalOctets(wanted, keyIdentifier))
    return false;
  return serialNumber === undefined || issuer === undefined || equalOctets(serialNumber, issuer.serialNumber);
}
