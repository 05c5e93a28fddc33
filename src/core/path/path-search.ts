import { type Certificate, namesEqual } from '../x509/index.js';
import { type IssuerGraph } from './issuer-graph.js';
import { type TrustAnchor } from './trust-anchor.js';
import { type WorkBudget } from './work-budget.js';

/** A path that holds together by names and signatures, not yet validated. */
export interface ProspectivePath {
  readonly anchor: TrustAnchor;
  /** From the certificate the anchor issued down to the leaf. */
  readonly certificates: readonly Certificate[];
}

interface PartialPath {
  readonly top: Certificate;
  readonly below: PartialPath | undefined;
}

/**
 * The paths from a leaf to an anchor, shortest first (RFC 4158 section 3), no name and key twice in one path (5.2), until the
 * budget's steps are used up.
 */
export function* prospectivePaths(
  leaf: Certificate,
  graph: IssuerGraph,
  budget: WorkBudget,
): Generator<ProspectivePath> {
  const partials: PartialPath[] = [{ top: leaf, below: undefined }];
  for (const partial of partials) {
    if (!budget.take('steps')) return;
    for (const anchor of graph.anchorsOf(partial.top)) yield { anchor, certificates: topDown(partial) };
    for (const issuer of graph.certificatesOf(partial.top)) {
      if (!occurs(issuer, partial) && graph.reachesAnchor(issuer))
        partials.push({ top: issuer, below: partial });
    }
  }
}

function topDown(partial: PartialPath): Certificate[] {
  const certificates: Certificate[] = [];
  for (let at: PartialPath | undefined = partial; at !== undefined; at = at.below) certificates.push(at.top);
  return certificates;
}

function occurs(certificate: Certificate, partial: PartialPath): boolean {
  for (let at: PartialPath | undefined = partial; at !== undefined; at = at.below) {
    if (sameSubjectAndKey(at.top, certificate)) return true;
  }
  return false;
}

function sameSubjectAndKey(one: Certificate, other: Certificate): boolean {
  return (
    Buffer.compare(one.subjectPublicKeyInfo, other.subjectPublicKeyInfo) === 0 &&
    namesEqual(one.subject, other.subject)
  );
}
