import { equalOctets } from '../octets.js';
import {
  type Certificate,
  hasInheritedParameters,
  type Name,
  namesEqual,
  type SignatureErrorCode,
} from '../x509/index.js';
import { readableExtensions } from './certificate-checks.js';
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
    if (!budget.take('steps')) return;
    for (const anchor of graph.anchorsOf(partial.top))
      yield { anchor, target, certificates: topDown(partial) };
    for (const issuer of graph.certificatesOf(partial.top)) {
      if (!occursInPath(issuer, partial) && graph.reachesAnchor(issuer))
        partials.push({ top: issuer, below: partial });
    }
  }
}

function topDown(partial: PartialPath): Certificate[] {
  const certificates: Certificate[] = [];
  for (let at: PartialPath | undefined = partial; at !== undefined; at = at.below) certificates.push(at.top);
  return certificates;
}

function occursInPath(certificate: Certificate, partial: PartialPath): boolean {
  for (let at: PartialPath | undefined = partial; at !== undefined; at = at.below) {
    if (sameSubjectAndKey(at.top, certificate)) return true;
  }
  return false;
}

function sameSubjectAndKey(one: Certificate, other: Certificate): boolean {
  return (
    equalOctets(one.subjectPublicKeyInfo, other.subjectPublicKeyInfo) &&
    namesEqual(one.subject, other.subject)
  );
}

/**
 * Which issuers are tried. `exact`: those whose encoded name is the same and whose key identifier agrees. This finds nearly every
 * path at once. `tolerant`: those whose name is equal by RFC 5280 §7.1, whatever the key identifiers.
 */
export type Tolerance = 'exact' | 'tolerant';

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

  constructor(
    private readonly pool: readonly Certificate[],
    private readonly anchors: readonly TrustAnchor[],
    private readonly signatureCache: SignatureCache,
    private readonly tolerance: Tolerance,
  ) {}

  /** The anchors whose key signed this certificate. */
  anchorsOf(certificate: Certificate): readonly TrustAnchor[] {
    const links = this.linksOf(certificate);
    links.anchors ??= this.anchors.filter(
      (anchor) =>
        this.mayHaveIssued(anchor.name, anchor.keyIdentifier, anchor.certificate, certificate) &&
        this.signed(certificate, anchor.subjectPublicKeyInfo),
    );
    return links.anchors;
  }

  /** The certificates of the pool whose key signed this one, each once. */
  certificatesOf(certificate: Certificate): readonly Certificate[] {
    const links = this.linksOf(certificate);
    if (links.certificates === undefined) {
      const found: Certificate[] = [];
      for (const issuer of this.pool) {
        if (this.issued(issuer, certificate) && !found.some((each) => equalOctets(each.der, issuer.der)))
          found.push(issuer);
      }
      links.certificates = found;
      if (found.length === 0 && this.anchorsOf(certificate).length === 0) this.deadEnd = certificate;
    }
    return links.certificates;
  }

  /** Whether links lead from this certificate to an anchor. */
  reachesAnchor(start: Certificate): boolean {
    const known = this.reach.get(start);
    if (known !== undefined) return known;
    const seen = new Set([start]);
    for (const certificate of seen) {
      if (this.reach.get(certificate) === true || this.anchorsOf(certificate).length > 0) {
        this.reach.set(start, true);
        return true;
      }
      for (const issuer of this.certificatesOf(certificate)) seen.add(issuer);
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

  private issued(issuer: Certificate, certificate: Certificate): boolean {
    return (
      this.mayHaveIssued(
        issuer.subject,
        readableExtensions(issuer).subjectKeyIdentifier,
        issuer,
        certificate,
      ) && this.signed(certificate, issuer.subjectPublicKeyInfo)
    );
  }

  private mayHaveIssued(
    name: Name,
    keyIdentifier: Uint8Array | undefined,
    issuer: Certificate | undefined,
    certificate: Certificate,
  ): boolean {
    return this.tolerance === 'exact'
      ? equalOctets(name.der, certificate.issuer.der) && hintsAgree(keyIdentifier, issuer, certificate)
      : namesEqual(name, certificate.issuer);
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
  keyIdentifier: Uint8Array | undefined,
  issuer: Certificate | undefined,
  certificate: Certificate,
): boolean {
  const authority = readableExtensions(certificate).authorityKeyIdentifier;
  if (authority === undefined) return true;
  const { keyIdentifier: wanted, serialNumber } = authority;
  if (wanted !== undefined && keyIdentifier !== undefined && !equalOctets(wanted, keyIdentifier))
    return false;
  return serialNumber === undefined || issuer === undefined || equalOctets(serialNumber, issuer.serialNumber);
}
